"""Words into comparable terms: normalising, stems, stop words, typos, aliases, the language of a question."""
