"""What people do in the stand-in's chats, and which updates the bot gets for it."""
