"""Operating the bot: logs, webhook, health, metrics."""
