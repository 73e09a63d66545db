"""What the check-up says of a database, sound and damaged."""

from datetime import UTC, datetime
from pathlib import Path

from bot.checkup.finding import Level
from bot.checkup.stored import stored_findings
from knowledge.model.story import Block, BlockKind, Section, Story
from knowledge.store.database import Database, open_database
from knowledge.store.health import file_health
from knowledge.store.stories import StoryStore

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
LENGTH = 400  # paragraphs, so that the file has pages to damage


def story(slug: str, text: str, translation_of: str | None = None) -> Story:
    """A story of one long section."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, f"{text} It is paragraph {number}.") for number in range(LENGTH))
    return Story(slug, "en", "The harbour", sections=(Section(None, blocks),), translation_of=translation_of)


async def sentences(database: Database) -> dict[Level, str]:
    """All sentences of each level, one after the other."""
    findings = await stored_findings(database, NOW)
    return {level: " ".join(f.sentence for f in findings if f.level is level) for level in Level}


async def test_a_database_without_stories_is_sound_and_wants_one(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        said = await sentences(database)
    assert "is sound" in said[Level.GOOD]
    assert "no story to answer from" in said[Level.WARNING]
    assert said[Level.BAD] == ""


async def test_an_outdated_translation_and_a_failing_feed_are_warned_of(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        store = StoryStore(database)
        await store.save(story("harbour", "It reopens."), now=NOW, origin="load")
        await store.save(story("harbour-uk", "It reopens.", "harbour"), now=NOW, origin="load")
        assert (await sentences(database))[Level.WARNING] == ""
        await store.save(story("harbour", "It stays shut."), now=NOW, origin="load")
        async with database.transaction() as writer:
            await writer.execute(
                "INSERT INTO feeds (url, next, failures, error) VALUES (?, ?, ?, ?)",
                ("https://news.test/feed", 0.0, 3, "timed out"),
            )
        said = await sentences(database)
    assert "harbour-uk" in said[Level.WARNING]
    assert "https://news.test/feed failed 3 times: timed out" in said[Level.WARNING]
    assert "2 stories" in said[Level.GOOD]


async def test_a_damaged_file_is_bad_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    async with open_database(path) as database:
        await StoryStore(database).save(story("harbour", "It reopens."), now=NOW, origin="load")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8192] = b"\x5a" * 8192
    path.write_bytes(bytes(content))
    async with open_database(path) as database:
        health = await file_health(database)
        assert health.damage
        said = await sentences(database)
    assert "is damaged" in said[Level.BAD]
