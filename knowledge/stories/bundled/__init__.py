"""The stories that ship with the bot, written in our own words."""
