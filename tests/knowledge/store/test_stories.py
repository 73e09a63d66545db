"""Stories in the store: revisions, differences, translations, kills."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from knowledge.model.story import Block, BlockKind, FaqEntry, Section, Story
from knowledge.store.database import open_database
from knowledge.store.stories import Outcome, StoryStore
from knowledge.store.story_rows import StoredStory

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def tram_story(budget: str = "The tram line costs 40 million crowns.") -> Story:
    return Story(
        slug="tram",
        language="en",
        title="City orders new trams",
        lead="The council has ordered nine trams.",
        sections=(Section(None, (Block(BlockKind.PARAGRAPH, f"{budget} Work starts in May."),)),),
        faq=(FaqEntry("Who pays?", "The region pays."),),
    )


async def stored(store: StoryStore, slug: str) -> StoredStory:
    found = await store.story(slug)
    assert found is not None
    return found


async def test_a_story_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        saved = await store.save(tram_story(), now=NOW, origin="load")
        assert (saved.outcome, saved.revision) == (Outcome.ADDED, 1)
        found = await stored(store, "tram")
        assert found.story == tram_story()
        assert "Work starts in May." in [unit.text for unit in found.units]


async def test_loading_the_same_story_again_changes_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        await store.save(tram_story(), now=NOW, origin="load")
        version = await store.version()
        assert (await store.save(tram_story(), now=NOW, origin="load")).outcome is Outcome.UNCHANGED
        assert await store.version() == version


async def test_a_changed_story_is_a_new_revision_with_its_difference(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        await store.save(tram_story(), now=NOW, origin="load")
        saved = await store.save(tram_story("The tram line costs 55 million crowns."), now=NOW, origin="load")
        assert (saved.outcome, saved.revision) == (Outcome.CHANGED, 2)
        assert len(saved.difference) == 1
        assert "55 million" in saved.difference[0]
        assert not await database.fetch_all("SELECT 1 FROM units WHERE text LIKE '%40 million%'")


async def test_searching_finds_only_the_current_revision(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        await store.save(tram_story(), now=NOW, origin="load")
        await store.save(tram_story("Nothing is known of money."), now=NOW, origin="load")
        matching = await database.fetch_all("SELECT rowid FROM unit_terms WHERE unit_terms MATCH ?", ('"crown"',))
        assert matching == []


async def test_a_translation_is_outdated_once_its_original_changes(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        translation = replace(tram_story(), slug="tram-uk", language="uk", translation_of="tram")
        await store.save(tram_story(), now=NOW, origin="load")
        await store.save(translation, now=NOW, origin="load")
        assert not (await stored(store, "tram-uk")).row.outdated
        await store.save(tram_story("Nothing is known of money."), now=NOW, origin="load")
        assert (await stored(store, "tram-uk")).row.outdated
        await store.save(replace(translation, title="Місто замовило трамваї"), now=NOW, origin="load")
        assert not (await stored(store, "tram-uk")).row.outdated


async def test_a_withdrawn_story_stays_stored_and_comes_back_when_loaded_again(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        await store.save(tram_story(), now=NOW, origin="load")
        assert await store.withdraw("tram", now=NOW)
        assert (await stored(store, "tram")).row.withdrawn
        await store.save(tram_story(), now=NOW, origin="load")
        assert not (await stored(store, "tram")).row.withdrawn


async def test_rows_stand_in_the_order_of_first_loading(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        for slug in ("second-name", "a-name", "tram"):
            await store.save(replace(tram_story(), slug=slug), now=NOW, origin="load")
        await store.save(replace(tram_story("Changed."), slug="second-name"), now=NOW, origin="load")
        assert [row.slug for row in await store.rows()] == ["second-name", "a-name", "tram"]


KILLED_LOAD = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from dataclasses import replace
from knowledge.store.database import open_database
from knowledge.store.stories import StoryStore
from knowledge.model.story import FaqEntry

async def main() -> None:
    async with open_database(Path(sys.argv[1])) as database:
        store = StoryStore(database)
        old = (await store.story("tram")).story
        many = tuple(FaqEntry(f"Question {i}?", f"Answer {i}.") for i in range(9000))
        def progress(done, total):
            if done > 3000:
                os.kill(os.getpid(), signal.SIGKILL)
        await store.save(replace(old, faq=many), now=datetime.now(UTC), origin="load", progress=progress)

asyncio.run(main())
"""


async def test_a_load_killed_half_way_leaves_the_old_revision(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    async with open_database(path) as database:
        await StoryStore(database).save(tram_story(), now=NOW, origin="load")
    killed = subprocess.run([sys.executable, "-c", KILLED_LOAD, str(path)], env=dict(os.environ), check=False)
    assert killed.returncode == -signal.SIGKILL
    async with open_database(path) as database:
        found = await stored(StoryStore(database), "tram")
        assert found.row.revision == 1
        assert found.story == tram_story()
        assert len(found.units) == found.row.units
        assert not await database.fetch_all("SELECT 1 FROM units WHERE key LIKE 'faq-2%'")
