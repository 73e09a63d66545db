"""The page that `storyline evaluate --html` writes: one file with charts and every failed row, no script."""
