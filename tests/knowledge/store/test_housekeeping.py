"""What is forgotten, and what is not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from knowledge.store.database import Database, open_database
from knowledge.store.housekeeping import ALERTS_KEPT, ROWS_AT_ONCE, forget_old
from knowledge.store.updates import REMEMBERED

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
OLD, YOUNG = NOW - ALERTS_KEPT - timedelta(hours=1), NOW - ALERTS_KEPT + timedelta(hours=1)


async def add_item(database: Database, item: int, created: datetime, fan_out: int | None = None) -> None:
    """An announced item."""
    async with database.transaction() as writer:
        await writer.execute(
            """INSERT INTO items (id, slug, version, state, origin, created, audience, fan_out)
               VALUES (?, 'story', 1, 'live', 'channel', ?, 9, ?)""",
            (item, created.timestamp(), fan_out),
        )


async def add_alerts(database: Database, item: int, states: list[str]) -> None:
    """One alert of the item in each state, each for a subscriber of its own."""
    async with database.transaction() as writer:
        await writer.execute_many(
            """INSERT OR IGNORE INTO subscriptions (id, chat, kind, language, state, created)
               VALUES (?1, ?1, 'private', 'en', 'active', 0)""",
            [(number,) for number in range(1, len(states) + 1)],
        )
        await writer.execute_many(
            "INSERT INTO outbox (item, subscription, state, due) VALUES (?, ?, ?, 0)",
            [(item, number, state) for number, state in enumerate(states, 1)],
        )


async def states_of(database: Database, item: int) -> list[str]:
    """The states of the item's alerts that are left."""
    return [row[0] for row in await database.fetch_all("SELECT state FROM outbox WHERE item = ? ORDER BY id", (item,))]


async def test_alerts_of_a_month_ago_are_forgotten_unless_they_still_have_to_go(tmp_path: Path) -> None:
    states = ["sent", "dropped", "dead", "queued", "edit"]
    async with open_database(tmp_path / "storyline.sqlite3") as database:
        for item, created in ((1, OLD), (2, YOUNG)):
            await add_item(database, item, created)
            await add_alerts(database, item, states)
        await add_item(database, 3, OLD, fan_out=2)  # its alerts are still being made
        await add_alerts(database, 3, states)
        assert await forget_old(database, NOW) == 3
        assert await states_of(database, 1) == ["queued", "edit"]
        assert await states_of(database, 2) == states
        assert await states_of(database, 3) == states
        assert await forget_old(database, NOW) == 0


async def test_more_than_one_step_is_taken(tmp_path: Path) -> None:
    async with open_database(tmp_path / "storyline.sqlite3") as database:
        await add_item(database, 1, OLD)
        await add_alerts(database, 1, ["sent"] * (2 * ROWS_AT_ONCE))
        assert await forget_old(database, NOW) == 2 * ROWS_AT_ONCE


async def test_handled_updates_are_forgotten_when_telegram_cannot_send_them_again(tmp_path: Path) -> None:
    done = {1: NOW - REMEMBERED - timedelta(hours=1), 2: NOW - REMEMBERED + timedelta(hours=1), 3: None}
    async with open_database(tmp_path / "storyline.sqlite3") as database:
        async with database.transaction() as writer:
            for number, moment in done.items():
                await writer.execute(
                    "INSERT INTO updates (id, received, done) VALUES (?, 0, ?)",
                    (number, moment.timestamp() if moment else None),
                )
        assert await forget_old(database, NOW) == 1
        assert await database.fetch_all("SELECT id FROM updates ORDER BY id") == [(2,), (3,)]
