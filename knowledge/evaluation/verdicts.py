"""Whether a reply is right, wrong or a refusal."""

from enum import StrEnum

from knowledge.evaluation.rows import Expected, Row
from knowledge.language.text import fold
from knowledge.model.answer import Answer, Clarification, DirectAnswer, HedgedAnswer, Refusal, SmallTalk


class Verdict(StrEnum):
    """How a reply stands to what was expected of it."""

    RIGHT = "right"
    WRONG = "wrong"  # it answered what it should not, or with something else
    REFUSED = "refused"  # it gave no answer where the story has one


def judge(row: Row, answer: Answer) -> Verdict:
    """An answer is right when one of the row's strings stands in a quotation, letter case and accents aside."""
    match row.expect, answer:
        case Expected.ANSWER, DirectAnswer():
            quoted = fold(" ".join(evidence.quote for evidence in answer.evidence))
            found = not row.answers or any(fold(wanted) in quoted for wanted in row.answers)
            return Verdict.RIGHT if found else Verdict.WRONG
        case Expected.ANSWER, SmallTalk():
            return Verdict.WRONG
        case Expected.ANSWER, _:
            return Verdict.REFUSED
        case ((Expected.REFUSE | Expected.HEDGE), (Refusal() | HedgedAnswer())):
            return Verdict.RIGHT
        case Expected.CLARIFY, Clarification():
            return Verdict.RIGHT
        case Expected.CLARIFY, (Refusal() | HedgedAnswer()):
            return Verdict.REFUSED
        case Expected.SMALLTALK, SmallTalk():
            return Verdict.RIGHT
        case _:
            return Verdict.WRONG
