"""Answers that have a shape of their own: an age, a version, a sum in a currency, a telephone number, a name."""

from collections.abc import Iterator
from functools import lru_cache

from knowledge.answering.checking.relations import Lack
from knowledge.answering.data_files import words_in
from knowledge.answering.indexing.measures import MEASURES, holds_measure
from knowledge.answering.patterns import PatternFile
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.scoring import Scored

_ASKED, _HELD = "_asked", "_held"
_BESIDE = 6  # words between a thing and its name
_PATTERNS = PatternFile("own_shapes.txt")


def shape_lack(attempt: Attempt, scored: Scored) -> Lack | None:
    """The first shape that the question asks for and the unit does not hold."""
    for shape in _asked_shapes(attempt.reading.folded):
        if not _is_held(shape, attempt.index.units[scored.position].unit.text):
            return Lack(f"{shape}-absent", "")
    return _name_lack(attempt, scored)


def _is_held(shape: str, text: str) -> bool:
    return holds_measure(shape, text) if shape in MEASURES else _PATTERNS[shape + _HELD].search(text) is not None


def _name_lack(attempt: Attempt, scored: Scored) -> Lack | None:
    """What somebody or something is called is asked, and no name stands beside it."""
    if not any(word.word.folded in words_in("asked_names") for word in attempt.asked):
        return None
    words = attempt.index.units[scored.position].words
    things = {stem for word in attempt.coverage.attributes for stem, _ in word.sure}
    places = [place for place, word in enumerate(words) if word.stem in things and not word.is_capital]
    names = list(_new_names(attempt, scored))
    near = any(abs(place - name) <= _BESIDE for place in places for name in names)
    return None if near or not things else Lack("name-untold", "")


def _new_names(attempt: Attempt, scored: Scored) -> Iterator[int]:
    """Where in the unit names stand that the question does not say and that the story is not all about."""
    known = attempt.index.names.main.union(stem for word in attempt.asked for stem, _ in word.sure)
    for place, word in enumerate(attempt.index.units[scored.position].words):
        is_name = word.is_capital and not word.is_stop and (place > 0 or word.stem in attempt.index.names.stems)
        if is_name and word.stem not in known:
            yield place


@lru_cache(maxsize=16)
def _asked_shapes(folded: str) -> tuple[str, ...]:
    """The shapes that a question asks for; looked for once, whatever the units that are held to them."""
    asked = (name for name, pattern in _PATTERNS.items() if name.endswith(_ASKED) and pattern.search(folded))
    return tuple(name.removesuffix(_ASKED) for name in asked)
