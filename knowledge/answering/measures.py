"""Measures asked for and held: a speed, a weight, an age, how often."""

from collections.abc import Mapping
from functools import cache

from knowledge.answering.data_files import kind_stems
from knowledge.answering.patterns import PatternFile

_HELD = PatternFile("measures.txt")


@cache
def measure_of() -> Mapping[str, str]:
    """The measure that each stem asks for: of "швидкість" it is speed."""
    return {stem: measure for measure in _HELD for stem in kind_stems(measure)}


def is_measure(name: str) -> bool:
    """Whether `name` is that of a measure."""
    return name in _HELD


def holds_measure(name: str, text: str) -> bool:
    """Whether `text` holds something that may be the measure `name`."""
    return _HELD[name].search(text) is not None
