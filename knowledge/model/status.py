"""An answer's kind in one word, as JSON and files of questions name it."""

from enum import StrEnum
from typing import assert_never

from knowledge.model.answer import Answer, Clarification, DirectAnswer, HedgedAnswer, Refusal, SmallTalk


class Status(StrEnum):
    """What sort of reply an answer is."""

    ANSWER = "answer"
    HEDGE = "hedge"
    CLARIFY = "clarify"
    REFUSE = "refuse"
    SMALLTALK = "smalltalk"


def status_of(answer: Answer) -> Status:
    """The status of `answer`."""
    match answer:
        case DirectAnswer():
            return Status.ANSWER
        case HedgedAnswer():
            return Status.HEDGE
        case Clarification():
            return Status.CLARIFY
        case Refusal():
            return Status.REFUSE
        case SmallTalk():
            return Status.SMALLTALK
        case _:
            assert_never(answer)
