"""Many stories, editions and banks, from a real database."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.answering.answerer import Answerer
from knowledge.answering.indexing.library import Library
from knowledge.model.answer import Answer, Clarification, DirectAnswer, Question
from knowledge.model.story import FaqEntry, Section, Story
from knowledge.store.database import open_database
from knowledge.store.search import UnitSearch
from knowledge.store.stories import StoryStore
from knowledge.stories.bundled_stories import bundled_stories
from tests.knowledge.answering.harbour import HARBOUR, paragraph, quoted

NOW = datetime(2026, 1, 5, tzinfo=UTC)


def story(slug: str, title: str, text: str, *, language: str = "en", translation_of: str | None = None) -> Story:
    return Story(slug, language, title, sections=(Section(None, (paragraph(text),)),), translation_of=translation_of)


FERRY = story("ferry", "A ferry without a crew", "Captain Olaf Strand left the ferry after its first voyage.")
FERRY_UK = story(
    "ferry-uk",
    "Пором без екіпажу",
    "Капітан Олаф Странд покинув пором після першого рейсу.",
    language="uk",
    translation_of="ferry",
)


@dataclass
class Shelf:
    store: StoryStore
    answerer: Answerer

    async def add(self, *stories: Story) -> None:
        for one in stories:
            await self.store.save(one, now=NOW, origin="test")

    async def ask(self, text: str, **known: str | bool) -> Answer:
        return await self.answerer.answer(Question(text, **known))  # type: ignore[arg-type]


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelf]:
    async with open_database(tmp_path / "stories.db") as database:
        store = StoryStore(database)
        yield Shelf(store, Answerer(Library(store, UnitSearch(database))))


def slugs(answer: Answer) -> set[str]:
    return {piece.card.slug for piece in getattr(answer, "evidence", ())}


async def test_a_story_without_the_name_does_not_speak_for_one_that_has_it(shelf: Shelf) -> None:
    (bundled,) = (one for one in bundled_stories() if one.language == "en")
    await shelf.add(
        bundled, story("police", "A rule is policed", "The department spends $41 million to police the rule.")
    )
    for question in ("How much does Tencent spend?", "How much does Tencent spend on the rule?"):
        answer = await shelf.ask(question)
        assert not isinstance(answer, DirectAnswer)
        assert slugs(answer) == {bundled.slug}
    assert slugs(await shelf.ask("How much does the department spend?")) == {"police"}


async def test_the_story_that_knows_answers(shelf: Shelf) -> None:
    await shelf.add(HARBOUR, FERRY)
    assert slugs(await shelf.ask("Who left the ferry?")) == {"ferry"}
    assert slugs(await shelf.ask("Who is the chief executive of Brightwave?")) == {"brightwave-cranes"}


async def test_with_only_its_own_story_another_one_keeps_silent(shelf: Shelf) -> None:
    await shelf.add(HARBOUR, FERRY)
    answer = await shelf.ask("Who left the ferry?", story="brightwave-cranes", only_story=True)
    assert not isinstance(answer, DirectAnswer)


async def test_the_story_that_the_reader_came_from_goes_first(shelf: Shelf) -> None:
    twin = replace(FERRY, slug="ferry-again")
    await shelf.add(FERRY, twin)
    assert slugs(await shelf.ask("Who left the ferry?", story="ferry")) == {"ferry"}
    assert slugs(await shelf.ask("Who left the ferry?", story="ferry-again")) == {"ferry-again"}


async def test_of_two_like_stories_the_newest_answers_without_asking_back(shelf: Shelf) -> None:
    old = replace(FERRY, published=datetime(2025, 1, 1, tzinfo=UTC))
    new = replace(FERRY, slug="ferry-new", published=datetime(2025, 6, 1, tzinfo=UTC))
    await shelf.add(new, old)
    answer = await shelf.ask("Who left the ferry?")
    assert not isinstance(answer, Clarification)
    assert slugs(answer) == {"ferry-new"}


async def test_a_reader_gets_the_edition_in_the_question_s_language(shelf: Shelf) -> None:
    await shelf.add(FERRY, FERRY_UK)
    assert slugs(await shelf.ask("Хто покинув пором?")) == {"ferry-uk"}
    assert slugs(await shelf.ask("Кто покинул паром?", story="ferry")) <= {"ferry-uk"}
    assert slugs(await shelf.ask("Who left the ferry?", story="ferry-uk")) == {"ferry"}


async def test_a_translation_of_an_older_revision_is_left_out(shelf: Shelf) -> None:
    await shelf.add(FERRY, FERRY_UK)
    await shelf.add(replace(FERRY, title="A ferry without anybody"))
    assert slugs(await shelf.ask("Хто покинув пором?")) <= {"ferry"}


async def test_a_changed_story_is_noticed(shelf: Shelf) -> None:
    await shelf.add(FERRY)
    await shelf.ask("Who left the ferry?")
    await shelf.add(story("ferry", "A ferry", "Engineer Maja Lund left the ferry after its first voyage."))
    assert "Maja Lund" in quoted(await shelf.ask("Who left the ferry?"))


async def test_the_right_one_of_many_stories_is_found(shelf: Shelf) -> None:
    for number in range(30):
        await shelf.add(
            story(f"s{number}", f"Village {number}", f"Baker Name{number}ov opened shop{number}x in spring.")
        )
    assert slugs(await shelf.ask("Who opened shop17x?")) == {"s17"}


@pytest.fixture
async def bank(shelf: Shelf) -> Shelf:
    entries = tuple(
        FaqEntry(
            f"How do I renew licence kind{number}a for vessel{number}b?", f"Ask office {number}.", (), f"k{number}"
        )
        for number in range(2500)
    )
    await shelf.add(Story("bank", "en", "Questions and answers", faq=entries))
    return shelf


async def test_a_bank_too_large_for_memory_answers_from_its_candidates(bank: Shelf) -> None:
    assert quoted(await bank.ask("renew licence kind1234a")) == "Ask office 1234."


async def test_a_typo_in_a_bank_is_corrected_to_its_vocabulary(bank: Shelf) -> None:
    assert quoted(await bank.ask("how do i renew licence for vesel2001b kind2001a")) == "Ask office 2001."


@pytest.mark.parametrize(
    "text", ['"', "AND OR NOT", "NEAR(a b, 5)", "a* ^b", "terms:x", "-- ; DROP", "'", "\x00", "((("]
)
async def test_the_index_s_own_operators_are_words_like_any_other(bank: Shelf, text: str) -> None:
    await bank.ask(text)


async def test_what_was_typed_on_another_layout_is_answered_from_the_edition_in_its_language(shelf: Shelf) -> None:
    await shelf.add(FERRY, FERRY_UK)
    assert slugs(await shelf.ask("црщ дуае еру ауккн")) == {"ferry"}  # who left the ferry
    assert slugs(await shelf.ask("[nj gjrbyed gjhjv")) == {"ferry-uk"}  # хто покинув пором
