"""Units and phrasings cut into words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.language.sentences import sentences_of
from knowledge.language.words import Word, stems_with_stops, words_of
from knowledge.model.story import Unit, UnitKind


@dataclass(frozen=True, slots=True)
class IndexedUnit:
    """A unit with its words; `previous` is the position of the unit before it in the same paragraph.

    `sentences` are counted in FAQ answers that have no phrasings; any other unit counts as one.
    """

    unit: Unit
    words: tuple[Word, ...]
    stems: tuple[str, ...]
    previous: int | None
    sentences: int
    distinct: frozenset[str]  # of `stems`


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A question that the unit at `position` is known to answer, or to leave open; `stems` has each stem once."""

    position: int
    text: str
    stems: tuple[str, ...]
    content: frozenset[str]


def indexed_units(units: Iterable[Unit], language: str) -> Iterable[IndexedUnit]:
    previous_paragraph: int | None = None
    for position, unit in enumerate(units):
        words = words_of(unit.text, language)
        before = position - 1 if unit.paragraph == previous_paragraph else None
        stems = tuple([word.stem for word in words])
        yield IndexedUnit(unit, words, stems, before, _sentences(unit), frozenset(stems))
        previous_paragraph = unit.paragraph


def average_length(units: Sequence[IndexedUnit]) -> float:
    """Words in a unit, on average; at least 1."""
    return max(1.0, sum(len(entry.stems) for entry in units) / max(1, len(units)))


def _sentences(unit: Unit) -> int:
    return len(sentences_of(unit.text)) if unit.kind is UnitKind.FAQ and not unit.asks else 1


def phrasings_of(units: tuple[IndexedUnit, ...]) -> tuple[Phrasing, ...]:
    """The questions that the units answer."""
    return tuple(
        _phrasing(position, text)
        for position, entry in enumerate(units)
        for text in ((entry.unit.question,) if entry.unit.question else ()) + entry.unit.asks
    )


def open_phrasings_of(units: tuple[IndexedUnit, ...]) -> tuple[Phrasing, ...]:
    """The questions that the units leave open."""
    return tuple(_phrasing(place, text) for place, entry in enumerate(units) for text in entry.unit.leaves_open)


def _phrasing(position: int, text: str) -> Phrasing:
    words = stems_with_stops(text)
    content = frozenset(stem for stem, is_stop in words if not is_stop)
    return Phrasing(position, text, tuple(dict.fromkeys([stem for stem, _ in words])), content)
