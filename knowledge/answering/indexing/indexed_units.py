"""Units and phrasings cut into words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.language.sentences import sentences_of
from knowledge.language.words import Word, tokens_of, words_of
from knowledge.model.story import Unit, UnitKind


class IndexedUnit:
    """A unit with its words; `previous` is the position of the unit before it in the same paragraph.

    `sentences` are counted in FAQ answers that have no phrasings; any other unit counts as one.
    """

    def __init__(self, unit: Unit, language: str, previous: int | None) -> None:
        self.unit = unit
        self.previous = previous
        self.tokens = tuple(tokens_of(unit.text, language))
        self.stems = tuple([token.stem for token in self.tokens])
        self.distinct = frozenset(self.stems)
        self._language = language

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The tokens with their places in the text, which only the likeliest units are asked for."""
        return words_of(self.unit.text, self._language)

    @cached_property
    def sentences(self) -> int:
        unit = self.unit
        return len(sentences_of(unit.text)) if unit.kind is UnitKind.FAQ and not unit.asks else 1


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A question that the unit at `position` is known to answer, or to leave open; `stems` has each stem once."""

    position: int
    text: str
    stems: tuple[str, ...]
    content: frozenset[str]


def indexed_units(units: Iterable[Unit], language: str) -> Iterable[IndexedUnit]:
    """The units in their order, cut into words."""
    previous_paragraph: int | None = None
    for position, unit in enumerate(units):
        yield IndexedUnit(unit, language, position - 1 if unit.paragraph == previous_paragraph else None)
        previous_paragraph = unit.paragraph


def average_length(units: Sequence[IndexedUnit]) -> float:
    """Words in a unit, on average; at least 1."""
    return max(1.0, sum(len(entry.stems) for entry in units) / max(1, len(units)))


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
    tokens = tokens_of(text)
    content = frozenset([token.stem for token in tokens if not token.is_stop])
    return Phrasing(position, text, tuple(dict.fromkeys([token.stem for token in tokens])), content)
