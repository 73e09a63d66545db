"""Tests of bot/benching."""
