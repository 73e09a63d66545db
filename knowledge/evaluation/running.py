"""Asks every row's question and keeps what came of it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.answering.answerer import Answerer
from knowledge.evaluation.rows import Row
from knowledge.evaluation.verdicts import Verdict, judge
from knowledge.model.answer import Answer, DirectAnswer, HedgedAnswer
from knowledge.model.status import Status, status_of


@dataclass(frozen=True, slots=True)
class Result:
    """One row, its answer, the verdict, and the time of work in milliseconds (rendering is not counted)."""

    row: Row
    answer: Answer
    given: Status
    verdict: Verdict
    milliseconds: float


async def run_rows(
    answerer: Answerer,
    rows: Sequence[Row],
    text_of: Callable[[Answer], str],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Result]:
    """Answers the rows one after the other.

    One question of each story and language is asked twice, so that no row pays for reading a story from the database.
    `text_of` gives the words of a reply as a reader sees them.
    """
    for question in {(row.question.story, row.language): row.question for row in rows}.values():
        await answerer.answer(question)
    results = []
    for done, row in enumerate(rows, start=1):
        started = time.perf_counter()
        answer = await answerer.answer(row.question)
        milliseconds = (time.perf_counter() - started) * 1000
        given = status_of(answer)
        verdict = judge(row, given, f"{quotations(answer)}\n{text_of(answer)}")
        results.append(Result(row, answer, given, verdict, milliseconds))
        progress(done, len(rows))
    return results


def quotations(answer: Answer) -> str:
    """What an answer quotes, one quotation a line."""
    if isinstance(answer, DirectAnswer | HedgedAnswer):
        return "\n".join(evidence.quote for evidence in answer.evidence)
    return ""
