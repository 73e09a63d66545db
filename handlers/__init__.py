"""Telegram in, Telegram out: reads an update, asks knowledge, renders the reply."""
