"""Tests of what speaks against a unit: each rule with its twin that must not trigger it."""
