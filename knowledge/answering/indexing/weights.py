"""How much each unit of a story is about each word: BM25, with what neighbours, title and heading lend to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from knowledge.answering.indexing.indexed_units import IndexedUnit, average_length

# Saturation and length normalisation of BM25, and what a neighbour, the title and the heading lend to a sentence.
# Measured with `python -m tests.benchmarks.retrieval`.
_K1 = 0.5
_B = 0.6
_FROM_NEIGHBOUR = 0.35
_FROM_REFERENT = 0.7
_FROM_TITLE = 0.2
_FROM_HEADING = 0.15

_NOTHING: Mapping[int, float] = MappingProxyType({})


class Lent(NamedTuple):
    """Stems of a unit's heading, and of the name that its opening word stands for."""

    by_heading: frozenset[str]
    by_referent: frozenset[str]


class Weights:
    """`weights.of(stem)[position]` says how much the unit at `position` is about `stem`, 0…1."""

    def __init__(self, units: Sequence[IndexedUnit], lent: Sequence[Lent], title: frozenset[str]) -> None:
        """`lent` is one a unit."""
        self._units = units
        self._lent = lent
        self._title = title
        self._average = average_length(units)
        self._of: dict[str, Mapping[int, float]] = {}

    @cached_property
    def occurrences(self) -> Mapping[str, Sequence[int]]:
        """For each stem the positions of the units that it stands in."""
        found: dict[str, list[int]] = defaultdict(list)
        for position, entry in enumerate(self._units):
            for stem in entry.distinct:
                found[stem].append(position)
        return dict(found)

    @cached_property
    def _headed(self) -> Mapping[str, Sequence[int]]:
        return _by_stem(lent.by_heading for lent in self._lent)

    @cached_property
    def _referring(self) -> Mapping[str, Sequence[int]]:
        return _by_stem(lent.by_referent for lent in self._lent)

    def of(self, stem: str) -> Mapping[int, float]:
        """The units that are about `stem` themselves, or by what is lent to them; kept for stems of the story."""
        weights = self._of.get(stem)
        if weights is None:
            if stem not in self.stems:  # there is no end to what readers type and the story does not hold
                return _NOTHING
            weights = self._of[stem] = self._weigh(stem)
        return weights

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems that some unit is about."""
        return self._title.union(self.occurrences, self._headed, self._referring)

    def _weigh(self, stem: str) -> dict[int, float]:
        own = {position: self._own(position, stem) for position in self.occurrences.get(stem, ())}
        weights = dict.fromkeys(self._headed.get(stem, ()), _FROM_HEADING)
        for position, weight in own.items():
            if position + 1 < len(self._units) and self._units[position + 1].previous == position:
                weights[position + 1] = _FROM_NEIGHBOUR * weight
        for position in self._referring.get(stem, ()):
            weights[position] = max(_FROM_REFERENT, weights.get(position, 0.0))
        if stem in self._title:
            weights = {position: max(_FROM_TITLE, weights.get(position, 0.0)) for position in range(len(self._units))}
        return weights | own

    def _own(self, position: int, stem: str) -> float:
        stems = self._units[position].stems
        count = stems.count(stem)
        return count * (1 + _K1) / (count + _K1 * (1 - _B + _B * len(stems) / self._average))


def _by_stem(sets: Iterable[frozenset[str]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for position, stems in enumerate(sets):
        for stem in stems:
            found[stem].append(position)
    return dict(found)
