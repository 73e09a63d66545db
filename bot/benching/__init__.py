"""What `storyline bench` measures: one story, and banks of many questions, each beside named peers in the same run."""
