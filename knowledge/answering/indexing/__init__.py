"""What is made of a story once, before anybody asks: its words, names, phrasings and what stands around each unit."""
