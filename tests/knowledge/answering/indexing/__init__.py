"""Tests of what is made of a story before anybody asks."""
