"""The page for whoever watches the bot."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.sandbox.client import SandboxClient
from bot.watching.health import LONGEST_SILENCE_SECONDS, LONGEST_STANDSTILL_SECONDS, Health, Look, watched
from bot.watching.metrics import Metrics
from knowledge.errors import InvalidSettings
from knowledge.store.database import Database, open_database
from knowledge.store.vital_signs import vital_signs
from tests.bot.operations.places import free_address
from tests.support.bot_process import BotProcess, BotProcesses


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database."""
    async with open_database(tmp_path / "storyline.sqlite3") as opened:
        yield opened


async def look_at(address: str, path: str) -> tuple[int, Any]:
    """The status and the body, read as JSON where it is."""
    async with aiohttp.ClientSession() as session, session.get(f"http://{address}{path}") as response:
        return response.status, await (response.json() if "json" in response.content_type else response.text())


async def samples_with(address: str, name: str) -> dict[str, str]:
    """The samples of the page of metrics, as soon as there is one of this name."""
    for _ in range(200):
        status, page = await look_at(address, "/metrics")
        assert status == 200
        samples = dict(line.rsplit(" ", 1) for line in page.splitlines() if not line.startswith("#"))
        if name in samples:
            return samples
        await asyncio.sleep(0.05)
    raise AssertionError(f"there is no {name} in {page}")


async def until_logged(bot: BotProcess, words: str) -> None:
    """Waits for `words` in the log."""
    for _ in range(400):
        if words in bot.log:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"never logged: {words}\n{bot.tail()}")


async def test_a_running_bot_is_well_and_its_counts_grow(sandbox: SandboxClient, bot_process: BotProcesses) -> None:
    reader, address = await sandbox.user("Olena Ivanivna"), free_address()
    await bot_process(STORYLINE_HEALTH_LISTEN=address)
    await sandbox.ask(reader, "How much does ByteDance spend on Microsoft?")
    await sandbox.ask(reader, "Who will win the football cup?")
    status, body = await look_at(address, "/health")
    assert (status, body["status"], body["version"]) == (200, "well", version("storyline"))
    assert {name: check["well"] for name, check in body["checks"].items()} == {
        "database": True,
        "updates": True,
        "alerts": True,
    }
    samples = await samples_with(address, 'storyline_answers_total{status="refuse"}')
    assert samples['storyline_answers_total{status="answer"}'] == "1"
    assert samples['storyline_answers_total{status="refuse"}'] == "1"
    assert int(samples["storyline_updates_total"]) >= 1  # the second may still be under way
    assert samples["storyline_answer_seconds_count"] == "2"
    assert int(samples['storyline_calls_total{method="sendMessage",outcome="ok"}']) >= 1
    assert int(samples["storyline_database_bytes"]) > 100_000
    for personal in ("Olena", str(reader), "ByteDance", sandbox.token):
        assert all(personal not in sample for sample in samples)


async def test_alerts_and_flood_waits_are_counted(sandbox: SandboxClient, bot_process: BotProcesses) -> None:
    reader, channel, address = await sandbox.user("Olena"), await sandbox.channel(), free_address()
    await bot_process(STORYLINE_HEALTH_LISTEN=address, STORYLINE_CHANNEL=str(channel))
    welcome = await sandbox.ask(reader, "/subscribe")
    await sandbox.fault("flood", method="sendMessage", seconds=1)
    await sandbox.post(channel, "New trams for the northern line\n\nThe council has ordered nine of them.")
    await sandbox.wait_for_messages(reader, after=welcome["message_id"])
    samples = await samples_with(address, 'storyline_alerts_total{outcome="sent"}')
    assert int(samples['storyline_alerts_total{outcome="flooded"}']) >= 1  # the limiter's own waits count too
    assert samples['storyline_alerts_total{outcome="sent"}'] == "1"
    assert samples["storyline_flood_waits_total"] == "1"
    assert samples["storyline_flood_wait_seconds_total"] == "1"
    assert samples["storyline_subscriptions"] == "1"
    assert (samples["storyline_alerts_due"], samples["storyline_alerts_dead"]) == ("0", "0")


async def test_a_bot_that_cannot_reach_telegram_says_so(sandbox: SandboxClient, bot_process: BotProcesses) -> None:
    address = free_address()
    bot = await bot_process(
        wait=False, STORYLINE_HEALTH_LISTEN=address, STORYLINE_API_URL=f"http://{free_address()}/bot"
    )
    await until_logged(bot, "The connection to Telegram failed")
    status, body = await look_at(address, "/health")
    assert (status, body["checks"]["updates"]) == (503, {"well": False, "seconds_since_heard": None})
    assert body["checks"]["database"] == {"well": True}
    assert await bot.stop() == 0
    assert "Unclosed" not in bot.log


async def test_a_database_that_is_gone_is_noticed(database: Database) -> None:
    metrics = Metrics()
    metrics.last_heard = time.monotonic()
    health = Health(database, metrics)
    assert (await health.look()).is_well
    shutil.copy(database.path, database.path.with_suffix(".whole"))
    with database.path.open("r+b") as file:
        file.write(b"nothing" * 1000)
    database.path.with_name(database.path.name + "-wal").unlink()
    look = await Health(database, metrics).look()
    assert look.signs is None or not look.is_well


async def test_an_address_in_use_is_named(database: Database) -> None:
    address = free_address()
    async with watched(address, database, Metrics()):
        with pytest.raises(InvalidSettings, match="STORYLINE_HEALTH_LISTEN cannot be listened at"):
            async with watched(address, database, Metrics()):
                pass


async def test_nothing_else_is_answered(database: Database) -> None:
    address = free_address()
    async with watched(address, database, Metrics()):
        assert (await look_at(address, "/"))[0] == 404
        async with aiohttp.ClientSession() as session, session.post(f"http://{address}/health") as response:
            assert response.status == 405


async def test_the_backlog_is_counted_by_when_it_is_due(database: Database) -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    moments = [(now - timedelta(minutes=5)).timestamp(), (now - timedelta(minutes=1)).timestamp()]
    async with database.transaction() as writer:
        await writer.execute(
            """INSERT INTO items (id, slug, version, state, origin, created, audience)
               VALUES (1, 's', 1, 'live', 'x', 0, 5)"""
        )
        for number, (state, due) in enumerate(
            [("queued", moments[0]), ("edit", moments[1]), ("queued", now.timestamp() + 60), ("sent", 0), ("dead", 0)],
            1,
        ):
            await writer.execute(
                """INSERT INTO subscriptions (id, chat, kind, language, state, created)
                   VALUES (?, ?, 'private', 'en', ?, 0)""",
                (number, number, "active" if number < 5 else "suspended"),
            )
            await writer.execute(
                "INSERT INTO outbox (item, subscription, state, due) VALUES (1, ?, ?, ?)", (number, state, due)
            )
    signs = await vital_signs(database, now)
    assert (signs.due, signs.later, signs.dead, signs.subscriptions, signs.updates) == (2, 1, 1, 4, 0)
    assert signs.oldest_due == now - timedelta(minutes=5)
    assert signs.size >= database.path.stat().st_size


@pytest.mark.parametrize(
    ("silence", "backlog", "since_message", "up", "well"),
    [
        (1.0, 0.0, None, 5.0, True),
        (None, 0.0, None, 5.0, False),
        (LONGEST_SILENCE_SECONDS, 0.0, 1.0, 5000.0, False),
        (1.0, 3 * LONGEST_STANDSTILL_SECONDS, 2.0, 5000.0, True),  # a long broadcast
        (1.0, 3 * LONGEST_STANDSTILL_SECONDS, None, 5.0, True),  # just started after an outage
        (1.0, 3 * LONGEST_STANDSTILL_SECONDS, None, 5000.0, False),
        (1.0, 3 * LONGEST_STANDSTILL_SECONDS, LONGEST_STANDSTILL_SECONDS, 5000.0, False),
        (1.0, 1.0, 3 * LONGEST_STANDSTILL_SECONDS, 5000.0, True),  # quiet for long, and an alert has just come
    ],
)
async def test_what_counts_as_well(
    silence: float | None, backlog: float, since_message: float | None, up: float, well: bool, database: Database
) -> None:
    signs = await vital_signs(database, datetime.now(UTC))
    assert Look(signs, silence, backlog, since_message, up).is_well is well
    assert not Look(None, 1.0, 0.0, None, 5.0).is_well
