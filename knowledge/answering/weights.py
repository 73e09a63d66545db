"""How much each unit of a story is about each word: BM25, with what neighbours, title and heading lend to it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from knowledge.answering.indexed_units import IndexedUnit, average_length

# Saturation and length normalisation of BM25, and what a neighbour, the title and the heading lend to a sentence.
# Measured with `python -m tests.benchmarks.retrieval`.
_K1 = 0.5
_B = 0.6
_FROM_NEIGHBOUR = 0.35
_FROM_REFERENT = 0.7
_FROM_TITLE = 0.2
_FROM_HEADING = 0.15


class Lent(NamedTuple):
    """Stems of a unit's heading, and of the name that its opening word stands for."""

    by_heading: frozenset[str]
    by_referent: frozenset[str]


def weights_of(
    units: Sequence[IndexedUnit], lent: Sequence[Lent], title: frozenset[str]
) -> Mapping[str, Mapping[int, float]]:
    """`weights[stem][position]` says how much the unit at `position` is about `stem`, 0…1; `lent` is one a unit."""
    average = average_length(units)
    own = [_own_weights(entry, average) for entry in units]
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for position, entry in enumerate(units):
        for stem in lent[position].by_heading:
            weights[stem][position] = _FROM_HEADING
        if entry.previous is not None:
            for stem, weight in own[entry.previous].items():
                weights[stem][position] = _FROM_NEIGHBOUR * weight
        for stem in lent[position].by_referent:
            weights[stem][position] = max(_FROM_REFERENT, weights[stem].get(position, 0.0))
        for stem in title:
            weights[stem][position] = max(_FROM_TITLE, weights[stem].get(position, 0.0))
        for stem, weight in own[position].items():
            weights[stem][position] = weight
    return dict(weights)


def _own_weights(entry: IndexedUnit, average: float) -> dict[str, float]:
    norm = _K1 * (1 - _B + _B * len(entry.stems) / average)
    return {stem: count * (1 + _K1) / (count + norm) for stem, count in Counter(entry.stems).items()}
