"""Tests of answering: each rule with its twin that must not trigger it."""
