"""From what a reader typed to what it asks: kind of answer, names, courtesies, follow-ups, other readings."""
