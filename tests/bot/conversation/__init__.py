"""Conversations with the real bot, as a process, over HTTP."""
