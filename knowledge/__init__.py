"""What the bot knows and decides; knows nothing of Telegram."""
