"""Alerts with the real bot as a process, against the stand-in."""
