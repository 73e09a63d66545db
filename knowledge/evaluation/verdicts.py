"""Whether a reply is right, wrong or a refusal."""

from enum import StrEnum

from knowledge.evaluation.rows import Row
from knowledge.language.text import fold
from knowledge.model.status import Status

DECLINES = frozenset({Status.HEDGE, Status.REFUSE})


class Verdict(StrEnum):
    """How a reply stands to what was expected of it."""

    RIGHT = "right"
    WRONG = "wrong"  # it answered what it should not, or with something else
    REFUSED = "refused"  # it gave no answer where the story has one


def judge(row: Row, given: Status, said: str) -> Verdict:
    """The verdict on a reply of status `given`; `said` is all that it says: its quotations and its own words.

    An answer is right when one of the row's strings stands in it, letter case and accents aside. A hedge does for a
    refusal and the other way round.
    """
    match row.expect:
        case Status.ANSWER if given is Status.ANSWER:
            folded = fold(said)
            return Verdict.RIGHT if any(fold(wanted) in folded for wanted in row.answers) else Verdict.WRONG
        case Status.ANSWER:
            return Verdict.WRONG if given is Status.SMALLTALK else Verdict.REFUSED
        case Status.HEDGE | Status.REFUSE:
            return Verdict.RIGHT if given in DECLINES else Verdict.WRONG
        case Status.CLARIFY if given in DECLINES:
            return Verdict.REFUSED
        case _:
            return Verdict.RIGHT if given is row.expect else Verdict.WRONG
