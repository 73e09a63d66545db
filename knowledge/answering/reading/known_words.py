"""Words that the lexicon knows, to tell what a misspelt word means that no story holds."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.lexicon import load_lexicon
from knowledge.language.typos import slips_allowed, within_budget

_SHORTEST = 5
_LIKE = 0.75


@lru_cache(maxsize=4096)
def nearest_known(stem: str, language: str) -> str | None:
    """The lexicon's stem that `stem` is a slip of the finger away from; None for a known or a short one."""
    if len(stem) < _SHORTEST or is_known(stem, language):
        return None
    near = [other for shelf in _shelves_near(stem, language) for other in shelf]
    found = process.extract(stem, near, scorer=OSA.normalized_similarity, score_cutoff=_LIKE, limit=3)
    return next((other for other, _, _ in found if within_budget(stem, other)), None)


def is_known(stem: str, language: str) -> bool:
    """Whether the lexicon has a word of this stem."""
    return stem in load_lexicon().stems(language)


def _shelves_near(stem: str, language: str) -> Iterator[tuple[str, ...]]:
    """Stems with the same beginning, or with the first two letters exchanged, and of nearly the same length."""
    known = _known(language)
    slips = slips_allowed(len(stem))
    for letter in dict.fromkeys(stem[:2]):
        for length in range(len(stem) - slips, len(stem) + slips + 1):
            yield known.get((letter, length), ())


@cache
def _known(language: str) -> Mapping[tuple[str, int], tuple[str, ...]]:
    """The stems by their first letter and their length."""
    shelves: dict[tuple[str, int], list[str]] = {}
    for stem in load_lexicon().stems(language):
        shelves.setdefault((stem[:1], len(stem)), []).append(stem)
    return {key: tuple(stems) for key, stems in shelves.items()}
