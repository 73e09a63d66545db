"""The measurements themselves, on something small: what is counted is right, whatever the times are."""

from datetime import UTC, datetime
from pathlib import Path

from bot.benching.banks import load_bank, measure_bank
from bot.benching.measuring import OURS
from bot.benching.one_story import questions_of, race_on_story
from knowledge.answering.answerer import Answerer
from knowledge.answering.indexing.library import Library
from knowledge.model.story import Block, BlockKind, FaqEntry, Section, Story, Unit, UnitKind
from knowledge.store.database import open_database
from knowledge.store.search import UnitSearch
from knowledge.store.stories import StoryStore

STORY = Story(
    "harbour",
    "en",
    "The harbour reopens",
    sections=(Section(None, (Block(BlockKind.PARAGRAPH, "The harbour of Calder reopens on 4 May."),)),),
    faq=(FaqEntry("When does the ferry sail?", "It sails at noon.", asks=("ferry departure time",)),),
)
PEERS = {"rapidfuzz extract (WRatio)", "rapidfuzz extract (token_set_ratio)", "SQLite FTS5 bm25"}


async def test_a_bank_is_loaded_by_the_command_asked_and_compared(tmp_path: Path) -> None:
    bank = await load_bank(40, tmp_path)
    steps: list[tuple[int, int]] = []
    report = await measure_bank(bank, lambda *step: steps.append(step))
    assert report.entries == 40
    assert report.load_seconds > 0
    assert report.database == bank.path.stat().st_size
    assert report.found >= report.found_mistyped > 0.5
    assert [set(race.times) for race in report.races] == [{OURS}, {OURS}, {OURS} | PEERS]
    assert steps


async def test_a_story_is_raced_with_its_own_questions_and_with_mistyped_ones(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        await store.save(STORY, now=datetime(2026, 5, 4, tzinfo=UTC), origin="load")
        stored = await store.story("harbour")
        assert stored is not None
        races = await race_on_story(
            lambda: Answerer(Library(store, UnitSearch(database))), stored, lambda done, total: None
        )
    assert [(race.name, race.questions) for race in races] == [
        ("questions as they stand", 2),
        ("with typing errors", 2),
    ]
    for race in races:
        assert set(race.times) == {OURS} | PEERS
        assert all(0 < times.p50 <= times.p99 for times in race.times.values())


def test_a_story_without_questions_is_asked_by_the_beginnings_of_its_pieces() -> None:
    unit = Unit("s1-p1-1", UnitKind.SENTENCE, "The harbour of Calder reopens on 4 May after a long winter.")
    assert questions_of((unit,)) == ["The harbour of Calder reopens on 4 May"]
