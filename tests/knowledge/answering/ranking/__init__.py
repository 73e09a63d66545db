"""Tests of which unit fits, and of the gate."""
