"""How much room a row takes: what the document on operating says is what SQLite needs."""

import re
from pathlib import Path

import pytest

from knowledge.store.database import Database, open_database
from tests.readme.documents import OPERATING, text_of

ROWS = 5_000
MOMENT = 1_790_000_000.5  # as many digits as a real one
SLUG = "microsoft-becomes-primary-supplier-of-openai-models-to-china"
QUESTION = "How much does ByteDance spend on Microsoft?"


async def test_sizes_are_those_of_the_database(tmp_path: Path) -> None:
    told = [int(number) for number in re.findall(r"(\d+)(?: bytes)?\s+for\s+each", text_of(OPERATING))]
    async with open_database(tmp_path / "storyline.sqlite3") as database:
        sizes = [
            await grown(
                database,
                """INSERT INTO subscriptions (id, chat, kind, language, state, created)
                   VALUES (?, ?, 'private', 'en', 'active', ?)""",
                [(number, 7_000_000_000 + number, MOMENT) for number in range(1, ROWS + 1)],
            ),
            await grown(
                database,
                """INSERT INTO outbox (item, subscription, state, due, message, version, content, sent)
                   VALUES (?, ?, 'sent', ?, ?, 1, '0123456789abcdef', ?)""",
                [(1, number, MOMENT, 100_000 + 3 * number, MOMENT + 1.25) for number in range(1, ROWS + 1)],
            ),
            await grown(
                database,
                """INSERT INTO turns (chat, person, message, question, folded, status, story, revision, unit, asked)
                   VALUES (?, ?, ?, ?, ?, 'answer', ?, 1, 'bytedance-spend', ?)""",
                [turn(number) for number in range(1, ROWS + 1)],
            ),
            await grown(
                database,
                "INSERT INTO updates (id, received, done) VALUES (?, ?, ?)",
                [(900_000_000 + number, MOMENT, MOMENT + 1) for number in range(1, ROWS + 1)],
            ),
        ]
    assert told == pytest.approx(sizes, rel=0.15)


def turn(number: int) -> tuple[int | str | float, ...]:
    """A question of one of five hundred readers."""
    reader = 7_000_000_000 + number % 500
    return reader, reader, number, QUESTION, QUESTION.casefold(), SLUG, MOMENT + number


async def grown(database: Database, statement: str, rows: list[tuple[int | str | float, ...]]) -> float:
    """By how many bytes the database grows with each row."""
    before = await pages(database)
    async with database.transaction() as writer:
        await writer.execute(
            """INSERT OR IGNORE INTO items (id, slug, version, state, origin, created, audience)
               VALUES (1, 'story', 1, 'live', 'channel', 0, 9)"""
        )
        await writer.execute_many(statement, rows)
    return 4096 * (await pages(database) - before) / len(rows)


async def pages(database: Database) -> int:
    """How many pages of the file are in use."""
    (count,), (free,) = [(await database.fetch_all(f"PRAGMA {name}"))[0] for name in ("page_count", "freelist_count")]
    return int(count) - int(free)
