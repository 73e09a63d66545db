"""The same questions put to our answering and to its peers, turn by turn, so that all meet the same noise."""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from knowledge.answering.answerer import Answerer
from knowledge.evaluation.timing import Times, times_of
from knowledge.model.answer import Question
from knowledge.store.plain_search import PlainSearch

Contender = Callable[[str], Awaitable[object]]
OURS = "storyline"


@dataclass(frozen=True, slots=True)
class Race:
    """What each contender took, by name; OURS is among them. `questions` were asked `rounds` times each."""

    name: str
    questions: int
    rounds: int
    times: Mapping[str, Times]

    def ratio(self, name: str) -> float:
        """How many times as long as we a contender took at the median."""
        return self.times[name].p50 / self.times[OURS].p50


async def race(
    name: str,
    questions: Sequence[str],
    rounds: Sequence[Mapping[str, Contender]],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Race:
    """Puts every question to the contenders of every round; a question's time is its shortest.

    Ours is to be a fresh one in each round, so that nothing it may remember of an earlier round is measured.
    """
    shortest = {contender: [float("inf")] * len(questions) for contender in rounds[0]}
    for turn, contenders in enumerate(rounds):
        for number, question in enumerate(questions):
            for contender, work in contenders.items():
                started = time.perf_counter()
                await work(question)
                shortest[contender][number] = min(shortest[contender][number], time.perf_counter() - started)
            progress(turn * len(questions) + number + 1, len(rounds) * len(questions))
    return Race(name, len(questions), len(rounds), {who: times_of(found) for who, found in shortest.items()})


async def ours(answerer: Answerer, story: str) -> Contender:
    """The whole way from a question to an answer about one story, the look at the database included; warm."""

    async def work(question: str) -> object:
        return await answerer.answer(Question(question, story=story, only_story=True))

    await answerer.warm_up()
    return work


def peers(texts: Sequence[str], search: PlainSearch) -> dict[str, Contender]:
    """Matchers that others use, over the same texts; they only rank, they do not decide whether to answer."""

    async def weighted_ratio(question: str) -> object:
        return process.extract(question, texts, limit=3)

    async def token_set(question: str) -> object:
        return process.extract(question, texts, scorer=fuzz.token_set_ratio, limit=3)

    async def full_text(question: str) -> object:
        return search.best(question)

    return {
        "rapidfuzz extract (WRatio)": weighted_ratio,
        "rapidfuzz extract (token_set_ratio)": token_set,
        "SQLite FTS5 bm25": full_text,
    }
