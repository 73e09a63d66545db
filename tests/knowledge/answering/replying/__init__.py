"""Tests of what is quoted and offered."""
