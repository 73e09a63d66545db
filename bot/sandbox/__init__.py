"""A local stand-in for Telegram, for trying the bot without a token and for tests."""
