"""What is made before the first reader comes."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.answering.answerer import Answerer
from knowledge.answering.indexing import story_index
from knowledge.answering.indexing.library import Library
from knowledge.answering.patterns import Pattern
from knowledge.answering.warming import warmed
from knowledge.model.answer import AskedKind, Question
from knowledge.store.database import open_database
from knowledge.store.search import UnitSearch
from knowledge.store.stories import StoryStore
from tests.knowledge.answering.harbour import DECIDER, HARBOUR, index_of, quoted


@pytest.fixture
async def answerer(tmp_path: Path) -> AsyncIterator[Answerer]:
    async with open_database(tmp_path / "stories.db") as database:
        store = StoryStore(database)
        await store.save(HARBOUR, now=datetime(2026, 1, 5, tzinfo=UTC), origin="test")
        yield Answerer(Library(store, UnitSearch(database)))


async def test_an_answer_is_the_same_before_and_after(answerer: Answerer) -> None:
    question = Question("How much does Brightwave spend on research?")
    cold = await answerer.answer(question)
    await answerer.warm_up()
    assert await answerer.answer(question) == cold
    assert "$40 million" in quoted(cold)


async def test_a_library_without_stories_is_warmed_too(tmp_path: Path) -> None:
    async with open_database(tmp_path / "empty.db") as database:
        await Answerer(Library(StoryStore(database), UnitSearch(database))).warm_up()


def test_afterwards_no_expression_and_no_kind_of_answer_is_left_to_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(HARBOUR)
    assert sum(1 for _ in warmed(DECIDER, (index,))) > len(AskedKind)
    made: list[str] = []
    make = Pattern._made

    def noted(self: Pattern, lines: Sequence[str], pieces: Mapping[str, Sequence[str]]) -> object:
        made.extend(lines)
        return make(self, lines, pieces)

    monkeypatch.setattr(Pattern, "_made", noted)
    monkeypatch.setattr(story_index, "holds", lambda kind, text: made.append(kind))
    for text in ("Who pays for the cranes, and why?", "Скільки кранів орендує Вікаборг?", "Сколько лет Дал?"):
        DECIDER.decide(Question(text), (index,))
    assert not made
