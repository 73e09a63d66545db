"""What the README and the documents say, tried out."""
