"""Tests of reading a question: kinds, courtesies, follow-ups, keyboards."""
