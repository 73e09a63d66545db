"""What a unit's place, sort and length earn it, whatever is asked."""

from collections.abc import Sequence

from knowledge.answering.indexing.indexed_units import IndexedUnit
from knowledge.model.story import UnitKind

# Measured with `python -m tests.benchmarks.retrieval`.
_EARLY = 0.05
_LONG = 0.03
_LONG_FROM = 1.5  # times the average
_MANY_SENTENCES = 0.1
_TITLE = 0.1


def priors_of(units: Sequence[IndexedUnit], average_length: float) -> tuple[float, ...]:
    """For each unit what is added to its score; `average_length` in words."""
    return tuple(_prior(entry, position, average_length) for position, entry in enumerate(units))


def _prior(entry: IndexedUnit, position: int, average_length: float) -> float:
    score = _EARLY / (1 + position)
    if entry.unit.kind is UnitKind.TITLE:
        score -= _TITLE
    score -= _LONG * max(0.0, len(entry.stems) / average_length - _LONG_FROM)
    if entry.unit.kind is UnitKind.FAQ and not entry.unit.asks:
        score -= _MANY_SENTENCES * min(2, entry.sentences - 1)
    return score
