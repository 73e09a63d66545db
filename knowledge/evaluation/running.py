"""Asks every row's question and keeps what came of it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.answering.answerer import Answerer
from knowledge.evaluation.rows import Row
from knowledge.evaluation.verdicts import Verdict, judge
from knowledge.model.answer import Answer


@dataclass(frozen=True, slots=True)
class Result:
    """One row, its answer, the verdict, and the time of work in milliseconds."""

    row: Row
    answer: Answer
    verdict: Verdict
    milliseconds: float


async def run_rows(
    answerer: Answerer, rows: Sequence[Row], progress: Callable[[int, int], None] = lambda done, total: None
) -> list[Result]:
    """Answers the rows one after the other; the first is asked twice, so that no row pays for reading the stories."""
    if rows:
        await answerer.answer(rows[0].question)
    results = []
    for done, row in enumerate(rows, start=1):
        started = time.perf_counter()
        answer = await answerer.answer(row.question)
        milliseconds = (time.perf_counter() - started) * 1000
        results.append(Result(row, answer, judge(row, answer), milliseconds))
        progress(done, len(rows))
    return results
