"""Words that say little of what a question is about: question words, auxiliaries, prepositions, courtesies."""

from functools import cache

from knowledge.language.data_files import read_sections
from knowledge.language.text import fold


@cache
def stop_words(language: str) -> frozenset[str]:
    """The folded stop words of "en", "uk" or "ru"."""
    return frozenset(fold(word) for word in read_sections(f"stop_{language}.txt")["words"])
