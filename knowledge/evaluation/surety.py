"""How far a run's confidence can be trusted: whether it ranks, and whether it means what it says."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10  # of confidence, in the calibration table


@dataclass(frozen=True, slots=True)
class Bin:
    """Answered rows whose confidence lies in one tenth: how many, their mean confidence, and how many were right."""

    low: float
    rows: int
    confidence: float
    right: int


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """The chance that a random positive score is above a random negative one, ties counted half (Mann-Whitney U).

    None where one of the two is empty.
    """
    if not positive or not negative:
        return None
    ranked = sorted([(score, True) for score in positive] + [(score, False) for score in negative])
    ranks, start = 0.0, 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and ranked[end][0] == ranked[start][0]:
            end += 1
        middle = (start + end + 1) / 2
        ranks += middle * sum(is_positive for _, is_positive in ranked[start:end])
        start = end
    smallest = len(positive) * (len(positive) + 1) / 2
    return (ranks - smallest) / (len(positive) * len(negative))


def calibration_bins(answered: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Pairs of confidence and whether the answer was right, by tenths of confidence; empty tenths are left out."""
    groups: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, is_right in answered:
        groups[min(BINS - 1, int(confidence * BINS))].append((confidence, is_right))
    return tuple(
        Bin(
            low=place / BINS,
            rows=len(members),
            confidence=sum(confidence for confidence, _ in members) / len(members),
            right=sum(is_right for _, is_right in members),
        )
        for place, members in sorted(groups.items())
    )


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """The mean distance of confidence and share right, weighted by rows (expected calibration error); None for none."""
    rows = sum(members.rows for members in bins)
    if not rows:
        return None
    return sum(abs(members.confidence * members.rows - members.right) for members in bins) / rows
