"""Finding one's way in the stories without asking a whole question."""
