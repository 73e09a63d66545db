"""How operators see what the bot does: logs, counters, the health page."""
