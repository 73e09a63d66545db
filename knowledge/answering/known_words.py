"""Words that the lexicon knows, to tell what a misspelt word means that no story holds."""

from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.data_files import read_rows
from knowledge.language.stems import stem_of
from knowledge.language.text import fold
from knowledge.language.typos import within_budget

_COLUMNS = {"en": 0, "uk": 1, "ru": 2}
_SHORTEST = 5
_LIKE = 0.75


@lru_cache(maxsize=4096)
def nearest_known(stem: str, language: str) -> str | None:
    """The lexicon's stem that `stem` is a slip of the finger away from; None for a known or a short one."""
    known = _known(language)
    if len(stem) < _SHORTEST or stem in known:
        return None
    found = process.extract(stem, known.keys(), scorer=OSA.normalized_similarity, score_cutoff=_LIKE, limit=3)
    return next((other for other, _, _ in found if within_budget(stem, other)), None)


def is_known(stem: str, language: str) -> bool:
    """Whether the lexicon has a word of this stem."""
    return stem in _known(language)


@cache
def _known(language: str) -> dict[str, None]:
    column = _COLUMNS[language]
    words = (word for row in read_rows("concepts.tsv") if len(row) > column for word in row[column].split())
    return dict.fromkeys(stem_of(fold(word.lstrip("~")), language) for word in words)
