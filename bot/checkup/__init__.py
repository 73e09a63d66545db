"""What `storyline doctor` looks at: the machine, the settings, the database, Telegram."""
