"""Tests of bot/checkup."""
