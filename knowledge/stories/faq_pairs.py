"""Questions with their answers made into FAQ entries: one question has one answer, whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.errors import InvalidStory
from knowledge.model.story import FaqEntry


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and its answer as read, both plain; `place` says where ("line 7", "the FAQ")."""

    question: str
    answer: str
    place: str


def entries_of(pairs: Iterable[Pair], *, gather: bool = False) -> tuple[FaqEntry, ...]:
    """One entry for each question; the same pair twice counts once.

    With `gather`, questions that have the same answer are one entry: the first asks, the others are its phrasings.
    Raises InvalidStory for half a pair and for a question that has two answers.
    """
    answers: dict[str, Pair] = {}
    questions: dict[str, list[str]] = {}
    for pair in pairs:
        _insist_on_both(pair)
        asked = _comparable(pair.question)
        earlier = answers.setdefault(asked, pair)
        if earlier.answer != pair.answer:
            raise InvalidStory(
                f'The question "{_shortened(pair.question)}" stands twice with different answers '
                f"({earlier.place} and {pair.place}); keep one of them."
            )
        if earlier is pair:
            questions.setdefault(pair.answer if gather else asked, []).append(pair.question)
    return tuple(
        FaqEntry(question=asked[0], answer=answers[_comparable(asked[0])].answer, asks=tuple(asked[1:]))
        for asked in questions.values()
    )


def _insist_on_both(pair: Pair) -> None:
    if not pair.answer:
        raise InvalidStory(f'The question "{_shortened(pair.question)}" ({pair.place}) has no answer.')
    if not pair.question:
        raise InvalidStory(f'The answer "{_shortened(pair.answer)}" ({pair.place}) has no question.')


def _comparable(question: str) -> str:
    return question.casefold().rstrip("?！？ .")


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else text[:79].rstrip() + "…"
