"""Measures asked for and held: a speed, a weight, an age, how often."""

from collections.abc import Mapping
from functools import cache

from knowledge.answering.data_files import kind_stems
from knowledge.answering.patterns import PatternFile

MEASURES = (
    "age",
    "depth",
    "weight",
    "speed",
    "power",
    "temperature",
    "distance",
    "length",
    "frequency",
    "load",
    "contact",
)
_HELD = PatternFile("measures.txt")  # a section for each


@cache
def measure_of() -> Mapping[str, str]:
    """The measure that each stem asks for: of "швидкість" it is speed."""
    return {stem: measure for measure in MEASURES for stem in kind_stems(measure)}


def holds_measure(name: str, text: str) -> bool:
    """Whether `text` holds something that may be the measure `name`."""
    return _HELD[name].search(text) is not None
