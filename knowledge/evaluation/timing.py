"""Times of work, summed up."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` (0…1) of the ordered values lie; one of the values; 0 where there are none."""
    if not ordered:
        return 0.0
    return ordered[max(0, min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1))]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one piece of work over many questions."""

    p50: float
    p99: float


def times_of(seconds: Iterable[float]) -> Times:
    """The quantiles of some measurements."""
    ordered = sorted(value * 1000 for value in seconds)
    return Times(quantile(ordered, 0.5), quantile(ordered, 0.99))
