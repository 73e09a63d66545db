"""Every word the bot says, one file a language."""
