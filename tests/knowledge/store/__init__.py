"""Tests of knowledge/store: the real SQLite, in a folder of its own."""
