"""A story cut into the pieces that can be quoted."""
