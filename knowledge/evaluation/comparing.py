"""Two runs over the same questions: which rows changed, and whether that can be chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.errors import UnreadableInput
from knowledge.evaluation.running import Result
from knowledge.evaluation.verdicts import Verdict


class OldRow(BaseModel):
    """What is needed of one row of a kept run."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    id: str
    question: str
    verdict: Verdict
    status: str


class OldRun(BaseModel):
    """A run as `storyline evaluate --json` printed it."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    rows: tuple[OldRow, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A row whose verdict is another one now."""

    before: Verdict
    status_before: str
    now: Result


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows of both runs. `better` became right, `worse` ceased to be; `other` went from wrong to refused or back.

    `chance` is the two-sided p-value of the sign test: how likely so uneven a change is where nothing but chance works.
    """

    compared: int
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    other: tuple[Change, ...]
    chance: float

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every row that changed, the lost ones first."""
        return self.worse + self.other + self.better


def read_run(text: str, place: str) -> Mapping[tuple[str, str], OldRow]:
    """A kept run's rows by id and question. Raises UnreadableInput."""
    try:
        run = OldRun.model_validate_json(text)
    except ValidationError:
        raise UnreadableInput(f"{place} is no run that `storyline evaluate --json` printed.") from None
    return {(row.id, row.question): row for row in run.rows}


def compare(old: Mapping[tuple[str, str], OldRow], results: Sequence[Result]) -> Comparison:
    """What changed from `old` to `results`, over the rows that both have."""
    shared = [(before, result) for result in results if (before := old.get((result.row.id, result.row.question.text)))]
    changes = [
        Change(before.verdict, before.status, result) for before, result in shared if before.verdict != result.verdict
    ]
    better = tuple(change for change in changes if change.now.verdict is Verdict.RIGHT)
    worse = tuple(change for change in changes if change.before is Verdict.RIGHT)
    other = tuple(change for change in changes if Verdict.RIGHT not in (change.before, change.now.verdict))
    return Comparison(len(shared), better, worse, other, sign_test(len(better), len(worse)))


def sign_test(better: int, worse: int) -> float:
    """The exact two-sided p-value of `better` against `worse` under a fair coin; 1 where nothing changed."""
    changed = better + worse
    tail = sum(comb(changed, count) for count in range(min(better, worse) + 1))
    return min(1.0, 2 * tail / (1 << changed))
