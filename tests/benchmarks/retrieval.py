"""Retrieval on public stories and questions nobody of us wrote, beside SQLite's bm25 in the same run.

    python -m tests.benchmarks.retrieval [--data DIR] [--json]

A hit: the wanted string stands in the quoted unit, letter case aside. Foreign questions are about other stories or
about nothing; adversarial ones are about the story and not answered by it.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from knowledge.answering.deciding import Decider
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempt, Attempts
from knowledge.answering.ranking.confidence import load_gate
from knowledge.answering.reading.reading import Reader
from knowledge.evaluation.surety import auroc
from knowledge.evaluation.timing import quantile
from knowledge.evaluation.typing_errors import with_typing_errors
from knowledge.language.lexicon import load_lexicon
from knowledge.model.answer import Answer, DirectAnswer, HedgedAnswer, Question
from knowledge.store.plain_search import PlainSearch
from tests.benchmarks import shared_data
from tests.benchmarks.shared_data import Asked

SEED = 11
TYPED_WRONG = 0.3  # share of words
FALSE_SHARE = 0.02  # of foreign questions that may get an answer

Ranking = Callable[[Asked, int], Sequence[str]]  # the best so many units' texts, best first
Figures = dict[str, float]


class Bench:
    """The answering without its database, over indexes by name."""

    def __init__(self, indexes: dict[str, StoryIndex], language: str = "en") -> None:
        self._language = language
        lexicon, gate = load_lexicon(), load_gate()
        self.indexes = indexes
        self._reader = Reader(lexicon)
        self._attempts = Attempts(lexicon, gate)
        self._decider = Decider(lexicon, gate)
        self._plain = {name: PlainSearch([entry.unit.text for entry in index.units]) for name, index in indexes.items()}

    def attempt(self, asked: Asked) -> Attempt:
        """How its story fares at a question."""
        return self._attempts.attempt(self._reader.read(asked.text, self._language), self.indexes[asked.place])

    def answer(self, asked: Asked) -> Answer:
        """The whole reply."""
        question = Question(asked.text, language=self._language, story=asked.place, only_story=True)
        return self._decider.decide(question, (self.indexes[asked.place],))

    def ours(self, asked: Asked, limit: int) -> list[str]:
        """The texts that our scorer puts first."""
        units = self.indexes[asked.place].units
        return [units[scored.position].unit.text for scored in self.attempt(asked).ranked[:limit]]

    def plain(self, asked: Asked, limit: int) -> list[str]:
        """The texts that bm25 puts first."""
        units = self.indexes[asked.place].units
        return [units[position].unit.text for position in self._plain[asked.place].best(asked.text, limit)]


def measure(folder: Path) -> Figures:
    """Every figure by its name."""
    bench = Bench(shared_data.stories(folder))
    questions = shared_data.story_questions(folder)
    answerable = [asked for asked in questions if asked.answers]
    figures = ranking_figures(bench, answerable) | reply_figures(bench, answerable)
    adversarial = [asked for asked in questions if not asked.answers]
    figures["adversarial refused or hedged"] = 1 - share_answered(bench, adversarial)
    figures |= gate_figures(bench, answerable, foreign_questions(bench, questions, shared_data.off_topic(folder)))
    figures |= russian_figures()
    for phrasings in (1, 3, 5):
        figures[f"BANKING77 P@1, {phrasings} phrasings"] = bank_precision(folder, phrasings)
    return figures


def ranking_figures(bench: Bench, answerable: Sequence[Asked]) -> Figures:
    """Who puts the right unit first, as typed and with typing errors."""
    random = Random(SEED)
    mistyped = [
        Asked(asked.place, with_typing_errors(asked.text, TYPED_WRONG, random), asked.answers) for asked in answerable
    ]
    return {
        "hit@1": hits(bench.ours, answerable, 1),
        "hit@3": hits(bench.ours, answerable, 3),
        "hit@1, bm25": hits(bench.plain, answerable, 1),
        "hit@3, bm25": hits(bench.plain, answerable, 3),
        "hit@1, typing errors": hits(bench.ours, mistyped, 1),
        "hit@1, typing errors, bm25": hits(bench.plain, mistyped, 1),
    }


def russian_figures() -> Figures:
    """Russian questions on Russian texts, both our own."""
    bench = Bench(shared_data.russian_stories(), "ru")
    questions = shared_data.russian_questions()
    return {
        "hit@1, our own Russian texts": hits(bench.ours, questions, 1),
        "hit@1, our own Russian texts, bm25": hits(bench.plain, questions, 1),
    }


def hits(ranking: Ranking, questions: Sequence[Asked], limit: int) -> float:
    """Share of the questions whose answer stands in one of the `limit` first texts."""
    return sum(holds(asked, ranking(asked, limit)) for asked in questions) / len(questions)


def holds(asked: Asked, texts: Sequence[str]) -> bool:
    """Whether one of the wanted strings stands in one of the texts."""
    folded = [text.casefold() for text in texts]
    return any(answer.casefold() in text for answer in asked.answers for text in folded)


def reply_figures(bench: Bench, answerable: Sequence[Asked]) -> Figures:
    """What readers would have got."""
    replies = [(asked, bench.answer(asked)) for asked in answerable]
    right = sum(isinstance(reply, DirectAnswer) and holds(asked, quotes(reply)) for asked, reply in replies)
    wrong = sum(isinstance(reply, DirectAnswer) and not holds(asked, quotes(reply)) for asked, reply in replies)
    quoted = sum(holds(asked, quotes(reply)) for asked, reply in replies)
    return {
        "answered right": right / len(replies),
        "answered wrong": wrong / len(replies),
        "right unit quoted, hedges included": quoted / len(replies),
    }


def quotes(reply: Answer) -> list[str]:
    """What a reply quotes."""
    return [piece.quote for piece in reply.evidence] if isinstance(reply, DirectAnswer | HedgedAnswer) else []


def share_answered(bench: Bench, questions: Sequence[Asked]) -> float:
    """Share of the questions that get a direct answer."""
    return sum(isinstance(bench.answer(asked), DirectAnswer) for asked in questions) / len(questions)


def foreign_questions(bench: Bench, questions: Sequence[Asked], utterances: Sequence[str]) -> list[Asked]:
    """Off-topic utterances and questions about other subjects, each asked of a story drawn by lot."""
    random = Random(SEED)
    names = sorted(bench.indexes)
    foreign = [Asked(random.choice(names), text, ()) for text in utterances]
    for asked in questions:
        others = [name for name in names if subject(name) != subject(asked.place)]
        foreign.append(Asked(random.choice(others), asked.text, ()))
    return foreign


def subject(story: str) -> str:
    """What a story is about: several are cut from one article and numbered."""
    return story.rpartition("-")[0]


def gate_figures(bench: Bench, answerable: Sequence[Asked], foreign: Sequence[Asked]) -> Figures:
    """How well the gate tells what a story answers from what is foreign to it."""
    inside = [bench.attempt(asked).probability for asked in answerable]
    outside = [bench.attempt(asked).probability for asked in foreign]
    threshold = quantile(sorted(outside), 1 - FALSE_SHARE)
    return {
        "foreign questions": len(foreign),
        "foreign answered": share_answered(bench, foreign),
        "answerable answered": share_answered(bench, answerable),
        "AUROC, answerable and foreign": auroc(inside, outside) or 0.0,
        f"answerable above the gate at {FALSE_SHARE:.0%} of foreign": sum(p > threshold for p in inside) / len(inside),
        "that gate": threshold,
    }


def bank_precision(folder: Path, phrasings: int) -> float:
    """Share of the bank's questions whose own entry comes first."""
    bench = Bench({"bank": shared_data.bank(folder, phrasings)})
    questions = shared_data.bank_questions(folder)
    return sum(bench.ours(asked, 1) == list(asked.answers) for asked in questions) / len(questions)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description="Retrieval on public data.")
    parser.add_argument("--data", type=Path, default=shared_data.FOLDER, help="the folder with stories.jsonl")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures = measure(shared_data.data_folder(arguments.data))
    if arguments.json:
        print(json.dumps(figures, indent=2))
        return
    for name, value in figures.items():
        print(f"{name:55} {value:8.4g}")


if __name__ == "__main__":
    main()
