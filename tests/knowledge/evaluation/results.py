"""Rows and answers for tests of the evaluation."""

from knowledge.evaluation.rows import Row
from knowledge.evaluation.running import Result, quotations
from knowledge.evaluation.verdicts import judge
from knowledge.model.answer import (
    Answer,
    AskedKind,
    DirectAnswer,
    Evidence,
    Explanation,
    Gap,
    HedgedAnswer,
    Question,
    Refusal,
    SmallTalk,
    Stance,
    StoryCard,
)
from knowledge.model.status import Status, status_of

CARD = StoryCard(slug="harbour", revision=1, language="en", title="The harbour reopens")
WHY = Explanation(rule="coverage", kind=AskedKind.OTHER, language="en", matched=("harbour",), unmatched=("lighthouse",))


def quotation(text: str) -> Evidence:
    """A quotation of the one story that these tests have."""
    return Evidence(CARD, None, "s1-p1-1", text)


def answer(quote: str, confidence: float = 0.9) -> DirectAnswer:
    """An answer that quotes `quote`."""
    return DirectAnswer("en", (quotation(quote),), Stance.STATEMENT, confidence, WHY)


def hedge(quote: str, confidence: float = 0.6) -> HedgedAnswer:
    """A hedge whose closest quotation is `quote`."""
    return HedgedAnswer("en", Gap.WORD, (quotation(quote),), confidence, WHY, words=("lighthouse",))


def refusal(confidence: float = 0.9) -> Refusal:
    """A refusal."""
    return Refusal("en", Gap.OFF_TOPIC, confidence, WHY)


def small_talk() -> SmallTalk:
    """A greeting returned."""
    return SmallTalk("en", "greeting", 1.0, WHY)


def row(
    expect: Status, *answers: str, question: str = "When does it open?", kind: str = "direct", language: str = "en"
) -> Row:
    """A row that expects `expect`."""
    return Row(f"{kind}-{question}", Question(question), expect, answers, kind, language, "Line 1 of rows.jsonl")


def result(row: Row, answer: Answer, milliseconds: float = 1.0) -> Result:
    """The row answered with `answer`, and judged."""
    given = status_of(answer)
    return Result(row, answer, given, judge(row, given, quotations(answer)), milliseconds)
