"""Rendering: pure functions, tested without Telegram."""
