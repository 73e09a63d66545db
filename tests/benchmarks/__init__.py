"""Speed and memory, printed as ratios; nothing here asserts a time."""
