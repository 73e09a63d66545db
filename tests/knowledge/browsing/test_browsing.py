"""The shelf, names, questions worth asking, and passages as one types."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.browsing.as_you_type import AsYouType
from knowledge.browsing.names import mentions, name_meant
from knowledge.browsing.shelf import Shelf, reference_of
from knowledge.browsing.worth_asking import questions_of
from knowledge.model.story import Block, BlockKind, FaqEntry, Name, Section, Story
from knowledge.store.database import Database, open_database
from knowledge.store.excerpts import Excerpts
from knowledge.store.stories import StoryStore
from knowledge.store.typing_ahead import TypingAhead

NOW = datetime(2026, 3, 1, tzinfo=UTC)
FERRIES = Story(
    slug="ferries",
    language="en",
    title="Two ferries share one pier",
    lead="The town gave the pier to Holmline and Brandtsea.",
    sections=(
        Section(
            "Crews",
            (
                Block(BlockKind.PARAGRAPH, "Holmline hired twenty sailors. Its captain is Ada Holm."),
                Block(BlockKind.BULLET, "Runs at night.", name="Brandtsea"),
            ),
        ),
    ),
    faq=(FaqEntry("Who runs the ferries?", "Holmline and Brandtsea run them."),),
    names=(Name("Holmline", ("the northern line", "Хольмлайн")), Name("Brandtsea")),
)
PIER = Story(slug="pier", language="en", title="The pier is painted", lead="The pier is now yellow.")
UKRAINIAN = replace(
    FERRIES, slug="ferries-uk", language="uk", title="Два пороми на одному причалі", translation_of="ferries"
)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        for story in (FERRIES, PIER, UKRAINIAN):
            await store.save(story, now=NOW, origin="load")
        yield database


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(StoryStore(database), Excerpts(database))


async def test_each_story_is_listed_once_newest_first_in_the_readers_language(shelf: Shelf) -> None:
    assert [row.slug for row in await shelf.newest("en")] == ["pier", "ferries"]
    assert [row.slug for row in await shelf.newest("uk")] == ["pier", "ferries-uk"]


async def test_the_open_story_goes_before_the_newest_and_comes_in_the_readers_language(shelf: Shelf) -> None:
    for language, opened, slug in (
        ("en", None, "pier"),
        ("uk", "ferries", "ferries-uk"),
        ("en", "ferries-uk", "ferries"),
    ):
        row = await shelf.current(language, opened)
        assert row is not None
        assert row.slug == slug


async def test_a_withdrawn_story_and_an_outdated_translation_are_out_of_sight(shelf: Shelf, database: Database) -> None:
    store = StoryStore(database)
    await store.withdraw("pier", now=NOW)
    assert [row.slug for row in await shelf.newest("uk")] == ["ferries-uk"]
    await store.save(replace(FERRIES, lead="Another lead."), now=NOW, origin="load")
    assert [row.slug for row in await shelf.newest("uk")] == ["ferries"]


async def test_a_story_is_found_by_its_reference_and_by_beginnings_of_its_headlines_words(shelf: Shelf) -> None:
    row = await shelf.by_reference(reference_of("ferries"))
    assert row is not None
    assert row.slug == "ferries"
    assert await shelf.by_reference("00000000") is None
    assert [row.slug for row in await shelf.found("pier ferr", "en")] == ["ferries"]
    assert [row.slug for row in await shelf.found("пором", "uk")] == ["ferries-uk"]
    assert await shelf.found("zebra", "en") == ()


async def test_of_a_bank_of_questions_the_beginning_is_held_and_every_passage_is_found(
    shelf: Shelf, database: Database
) -> None:
    entries = tuple(
        FaqEntry(f"What is number {number}?", f"It is {number}.", key=f"q-{number}") for number in range(2000)
    )
    bank = Story(slug="bank", language="en", title="Numbers", faq=entries)
    await StoryStore(database).save(bank, now=NOW, origin="load")
    row = await shelf.by_reference(reference_of("bank"))
    assert row is not None
    stored = await shelf.story(row)
    assert stored is not None
    assert len(stored.units) == 300
    assert stored.story.title == "Numbers"
    found = await shelf.passage(reference_of("bank"), "q-1999")
    assert found is not None
    assert found[1].text == "It is 1999."
    assert await shelf.passage(reference_of("bank"), "q-2000") is None


async def test_a_name_is_known_by_its_aliases_and_with_a_slip(shelf: Shelf) -> None:
    for typed in ("holmline", "Holmlin", "the northern line", "хольмлайн"):
        name = name_meant(typed, FERRIES)
        assert name is not None, typed
        assert name.name == "Holmline"
    assert name_meant("Maersk", FERRIES) is None


async def test_what_is_said_of_a_name_comes_from_the_body_in_its_order(shelf: Shelf) -> None:
    row = await shelf.by_reference(reference_of("ferries"))
    assert row is not None
    stored = await shelf.story(row)
    assert stored is not None
    assert [unit.text for unit in mentions(stored, "brandtsea")] == [
        "The town gave the pier to Holmline and Brandtsea.",
        "Brandtsea: Runs at night.",
    ]
    assert mentions(stored, "Holm") == mentions(stored, "holm") != ()
    assert mentions(stored, "line") == ()
    assert mentions(stored, "((") == ()


async def test_ready_questions_are_those_of_the_faq_first(shelf: Shelf) -> None:
    row = await shelf.by_reference(reference_of("ferries"))
    assert row is not None
    stored = await shelf.story(row)
    assert stored is not None
    assert [one.question for one in questions_of(stored)] == ["Who runs the ferries?"]


async def test_beginnings_of_words_find_passages_once_in_the_readers_edition(shelf: Shelf, database: Database) -> None:
    as_you_type = AsYouType(TypingAhead(database), shelf)
    for typed in ("hol", "holml", "capt", "captain ada", "хольм"):
        found = await as_you_type.passages(typed, "en", 10)
        assert found, typed
        assert len({unit.key for _, unit in found}) == len(found)
        assert {evidence.card.slug for evidence, _ in found} == {"ferries"}
    uk = await as_you_type.passages("holml", "uk", 10)
    assert {evidence.card.slug for evidence, _ in uk} == {"ferries-uk"}
    assert await as_you_type.passages("ho", "en", 10) == ()
    assert len(await as_you_type.passages("holml", "en", 2)) == 2


@given(st.text(max_size=40))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
async def test_anything_may_be_typed(shelf: Shelf, database: Database, text: str) -> None:
    for evidence, unit in await AsYouType(TypingAhead(database), shelf).passages(text, "en", 10):
        assert evidence.quote == unit.text
