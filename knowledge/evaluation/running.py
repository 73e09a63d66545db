"""Asks every row's question and keeps what came of it."""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from knowledge.answering.answerer import Answerer
from knowledge.evaluation.rows import Row
from knowledge.evaluation.verdicts import Verdict, judge
from knowledge.model.answer import Answer, DirectAnswer, HedgedAnswer, Question
from knowledge.model.status import Status, status_of

WARMING = 3  # questions of each story and language that are asked once before the clock runs


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

    The first of each story and language are asked before, in other words, so that no row pays for reading a story or a
    language's lexicon, and none is answered from memory.
    `text_of` gives the words of a reply as a reader sees them.
    """
    for question in first_of_each(rows):
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


def first_of_each(rows: Sequence[Row]) -> list[Question]:
    """The first few questions of every story and language, each with words of its own behind it."""
    groups: dict[tuple[str | None, str], list[Question]] = defaultdict(list)
    for row in rows:
        warming = replace(row.question, text=f"{row.question.text} …")
        groups[row.question.story, row.language].append(warming)
    return [question for group in groups.values() for question in group[:WARMING]]


def quotations(answer: Answer) -> str:
    """What an answer quotes, one quotation a line."""
    if isinstance(answer, DirectAnswer | HedgedAnswer):
        return "\n".join(evidence.quote for evidence in answer.evidence)
    return ""
