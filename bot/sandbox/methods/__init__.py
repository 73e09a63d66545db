"""The Bot API's methods as the sandbox answers them, a file for each subject."""
