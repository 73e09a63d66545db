"""Answers, stories and alerts as HTML in the channel's format; pure functions."""
