"""Which units of a story fit a question best, and how surely the story answers it at all."""
