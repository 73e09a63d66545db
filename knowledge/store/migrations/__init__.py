"""Numbered SQL scripts that make and change the tables; a landed one is never edited."""
