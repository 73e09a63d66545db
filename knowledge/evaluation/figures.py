"""What a run's results come to: accuracy, precision, recall, calibration, latency."""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.evaluation.rows import Expected
from knowledge.evaluation.running import Result
from knowledge.evaluation.verdicts import Verdict
from knowledge.model.answer import DirectAnswer

BINS = 10  # of confidence, in the calibration table


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a group were right, wrong and refused."""

    right: int = 0
    wrong: int = 0
    refused: int = 0

    @property
    def rows(self) -> int:
        """All rows of the group."""
        return self.right + self.wrong + self.refused

    def share(self, verdict: Verdict) -> float:
        """The verdict's share of the group, 0…1; 0 for an empty group."""
        return getattr(self, verdict.value) / self.rows if self.rows else 0.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Answered rows whose confidence lies in one tenth: how many, their mean confidence, and how many were right."""

    low: float
    rows: int
    confidence: float
    right: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one run; shares are 0…1, times are milliseconds."""

    overall: Tally
    answerable: Tally
    unanswerable: Tally
    by_kind: dict[str, Tally]
    by_language: dict[str, Tally]
    precision: float  # of the rows that got an answer, the share that was right
    refusal_recall: float  # of the rows that should be refused, the share that was
    auroc: float  # that confidence ranks an answerable row above an unanswerable one
    calibration: tuple[Bin, ...]
    calibration_error: float  # mean distance of confidence and share right, weighted by rows
    p50: float
    p99: float


def figures_of(results: Sequence[Result]) -> Figures:
    """The figures of `results`."""
    answerable = [result for result in results if result.row.expect is Expected.ANSWER]
    unanswerable = [result for result in results if result.row.expect in (Expected.REFUSE, Expected.HEDGE)]
    answered = [result for result in results if isinstance(result.answer, DirectAnswer)]
    right = sum(result.verdict is Verdict.RIGHT for result in answered)
    bins = calibration_bins(answered)
    times = sorted(result.milliseconds for result in results)
    return Figures(
        overall=tally(results),
        answerable=tally(answerable),
        unanswerable=tally(unanswerable),
        by_kind=tallies(results, lambda result: result.row.kind),
        by_language=tallies(results, lambda result: result.row.language),
        precision=right / len(answered) if answered else 1.0,
        refusal_recall=tally(unanswerable).share(Verdict.RIGHT) if unanswerable else 1.0,
        auroc=auroc(
            [result.answer.confidence for result in answerable],
            [result.answer.confidence for result in unanswerable],
        ),
        calibration=bins,
        calibration_error=sum(abs(b.confidence * b.rows - b.right) for b in bins) / max(1, len(answered)),
        p50=quantile(times, 0.5),
        p99=quantile(times, 0.99),
    )


def tally(results: Sequence[Result]) -> Tally:
    """The verdicts of some results, counted."""
    counts = defaultdict(int, dict.fromkeys(Verdict, 0))
    for result in results:
        counts[result.verdict] += 1
    return Tally(counts[Verdict.RIGHT], counts[Verdict.WRONG], counts[Verdict.REFUSED])


def tallies(results: Sequence[Result], group: Callable[[Result], str]) -> dict[str, Tally]:
    """A tally for each group, in the order of the groups' names."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[group(result)].append(result)
    return {name: tally(groups[name]) for name in sorted(groups)}


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """The chance that a random positive score is above a random negative one, ties counted half (Mann–Whitney U)."""
    if not positive or not negative:
        return math.nan
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


def calibration_bins(answered: Sequence[Result]) -> tuple[Bin, ...]:
    """Answered rows by tenths of confidence; empty tenths are left out."""
    groups: dict[int, list[Result]] = defaultdict(list)
    for result in answered:
        groups[min(BINS - 1, int(result.answer.confidence * BINS))].append(result)
    return tuple(
        Bin(
            low=place / BINS,
            rows=len(members),
            confidence=sum(member.answer.confidence for member in members) / len(members),
            right=sum(member.verdict is Verdict.RIGHT for member in members),
        )
        for place, members in sorted(groups.items())
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` (0…1) of the ordered values lie; 0 where there are none."""
    if not ordered:
        return 0.0
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]
