"""What a run's results come to: accuracy, precision, recall, confusion, latency."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.evaluation.running import Result
from knowledge.evaluation.surety import Bin, auroc, calibration_bins, calibration_error
from knowledge.evaluation.timing import quantile
from knowledge.evaluation.verdicts import DECLINES, Verdict
from knowledge.model.status import Status

Confusion = dict[Status, dict[Status, int]]  # expected → given → rows; statuses that do not occur are left out


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a group were right, wrong and refused, and how they were answered."""

    right: int
    wrong: int
    refused: int
    confusion: Confusion

    @property
    def rows(self) -> int:
        """All rows of the group."""
        return self.right + self.wrong + self.refused

    def count(self, verdict: Verdict) -> int:
        """How many rows got the verdict."""
        return {Verdict.RIGHT: self.right, Verdict.WRONG: self.wrong, Verdict.REFUSED: self.refused}[verdict]

    def share(self, verdict: Verdict) -> float:
        """The verdict's share of the group, 0…1; 0 for an empty group."""
        return self.count(verdict) / self.rows if self.rows else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one run; shares are 0…1, times are milliseconds; None where there is nothing to measure on."""

    overall: Tally
    answerable: Tally
    unanswerable: Tally
    by_kind: dict[str, Tally]
    by_language: dict[str, Tally]
    precision: float | None  # of the rows that got an answer, the share that was right
    refusal_recall: float | None  # of the rows that should be refused, the share that was
    auroc: float | None  # that answerability ranks an answerable row above an unanswerable one
    calibration: tuple[Bin, ...]
    calibration_error: float | None
    p50: float
    p99: float


def figures_of(results: Sequence[Result]) -> Figures:
    """The figures of `results`."""
    answerable = [result for result in results if result.row.expect is Status.ANSWER]
    unanswerable = [result for result in results if result.row.expect in DECLINES]
    answered = [result for result in results if result.given is Status.ANSWER]
    bins = calibration_bins([(result.answer.confidence, result.verdict is Verdict.RIGHT) for result in answered])
    times = sorted(result.milliseconds for result in results)
    return Figures(
        overall=tally(results),
        answerable=tally(answerable),
        unanswerable=tally(unanswerable),
        by_kind=tallies(results, lambda result: result.row.kind),
        by_language=tallies(results, lambda result: result.row.language),
        precision=tally(answered).share(Verdict.RIGHT) if answered else None,
        refusal_recall=tally(unanswerable).share(Verdict.RIGHT) if unanswerable else None,
        auroc=auroc(
            [answerability(result) for result in answerable],
            [answerability(result) for result in unanswerable],
        ),
        calibration=bins,
        calibration_error=calibration_error(bins),
        p50=quantile(times, 0.5),
        p99=quantile(times, 0.99),
    )


def answerability(result: Result) -> float:
    """How sure the bot is that the stories answer, 0…1: the confidence of a refusal is sureness that they do not."""
    confidence = result.answer.confidence
    return 1 - confidence if result.given in DECLINES else confidence


def tally(results: Sequence[Result]) -> Tally:
    """The verdicts of some results, counted."""
    verdicts = Counter(result.verdict for result in results)
    return Tally(verdicts[Verdict.RIGHT], verdicts[Verdict.WRONG], verdicts[Verdict.REFUSED], confusion_of(results))


def confusion_of(results: Sequence[Result]) -> Confusion:
    """How often each expected status was met with each given one, in the order of Status."""
    pairs = Counter((result.row.expect, result.given) for result in results)
    return {
        expected: {given: pairs[expected, given] for given in Status if pairs[expected, given]}
        for expected in Status
        if any(pairs[expected, given] for given in Status)
    }


def tallies(results: Sequence[Result], group: Callable[[Result], str]) -> dict[str, Tally]:
    """A tally for each group, in the order of the groups' names."""
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[group(result)].append(result)
    return {name: tally(groups[name]) for name in sorted(groups)}
