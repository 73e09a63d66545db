"""How rare a word is in ordinary newspaper language."""

import math
from functools import cache

from knowledge.language.data_files import read_lines
from knowledge.language.stems import stem_of
from knowledge.language.stop_words import stop_words

# Share of passages of 25 words that hold the word of rank r, by Zipf's law with Mandelbrot's shift; a word that is not
# in the table stands in one of so many passages.
_PASSAGES = 20_000
_PASSAGE_WORDS = 25
_ZIPF = 0.1
_SHIFT = 1.7
_STOP_WORD_RANK = 100  # of those that the table does not rank


def rarity(stem: str, language: str | None = None) -> float:
    """Inverse document frequency of `stem` in 0…1; 1 where it is none of the language's thousand commonest words.

    Without a language a Latin stem is English, a Cyrillic one as common as in the more generous of the other two.
    """
    if language in ("uk", "ru"):
        return _table("en" if stem.isascii() else language).get(stem, 1.0)
    if stem.isascii():
        return _table("en").get(stem, 1.0)
    return min(_table("uk").get(stem, 1.0), _table("ru").get(stem, 1.0))


@cache
def _table(language: str) -> dict[str, float]:
    table: dict[str, float] = {}
    words = " ".join(read_lines(f"common_{language}.txt")).split()
    for rank, word in enumerate(words, start=1):
        table.setdefault(stem_of(word, language), _scaled_idf(rank))
    for word in stop_words(language):
        table.setdefault(stem_of(word, language), _scaled_idf(_STOP_WORD_RANK))
    return table


def _scaled_idf(rank: int) -> float:
    share = 1 - (1 - _ZIPF / (rank + _SHIFT)) ** _PASSAGE_WORDS
    return math.log(1 / share) / math.log(_PASSAGES)
