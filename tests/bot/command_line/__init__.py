"""The command `storyline` as real processes: what it prints, how it ends, what it says of mistakes."""
