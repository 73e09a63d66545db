"""The update queue: kept before it is given out, in order inside a chat, the chats side by side."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Bot, Update

from bot.receiving.updates import UpdateQueue
from knowledge.store.database import Database, open_database
from knowledge.store.updates import UpdateStore

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
BOT = Bot("7:token")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "queue.db") as opened:
        yield opened


def raw(number: int, chat: int) -> dict[str, object]:
    person = {"id": chat, "is_bot": False, "first_name": "Ann"}
    message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": person, "text": "?"}
    return {"update_id": number, "message": message}


def answer(*updates: dict[str, object]) -> bytes:
    return json.dumps({"ok": True, "result": updates}).encode()


def queue_over(database: Database) -> UpdateQueue:
    return UpdateQueue(UpdateStore(database), lambda: NOW)


async def fetched(queue: UpdateQueue, *updates: dict[str, object]) -> None:
    """What the library does with an answer to getUpdates."""
    await queue.keep(answer(*updates))
    for update in updates:
        await queue.put(Update.de_json(update, BOT))


async def test_an_update_is_in_the_database_before_it_can_be_taken(database: Database) -> None:
    queue = queue_over(database)
    await queue.keep(answer(raw(1, 5)))
    assert len((await UpdateStore(database).replay(NOW))[0]) == 1
    assert queue.qsize() == 0


async def test_a_redelivered_update_is_dropped(database: Database) -> None:
    queue = queue_over(database)
    await fetched(queue, raw(1, 5))
    await fetched(queue, raw(1, 5), raw(2, 5))
    assert queue.qsize() == 2


async def test_one_chat_is_served_in_order_and_does_not_hold_up_the_others(database: Database) -> None:
    queue = queue_over(database)
    await fetched(queue, raw(1, 5), raw(2, 5), raw(3, 5), raw(4, 6))
    first, second = await queue.get(), await queue.get()
    assert [one.update_id for one in (first, second) if isinstance(one, Update)] == [1, 4]
    waiting = asyncio.create_task(queue.get())
    await asyncio.sleep(0.01)
    assert not waiting.done()

    async def nothing() -> None: ...

    await queue.handle(first, nothing())
    third = await asyncio.wait_for(waiting, 1)
    assert isinstance(third, Update)
    assert third.update_id == 2


async def test_what_was_not_handled_is_replayed_and_what_was_is_not(database: Database) -> None:
    queue = queue_over(database)
    await fetched(queue, raw(1, 5), raw(2, 6), raw(3, 5))
    taken = await queue.get()

    async def nothing() -> None: ...

    await queue.handle(taken, nothing())
    again = queue_over(database)
    assert await again.replay(BOT) == 2
    assert again.qsize() == 2


async def test_the_signal_to_stop_overtakes_what_waits_and_what_hangs_is_kept(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.receiving.updates.GRACE_SECONDS", 0.05)
    queue = queue_over(database)
    await fetched(queue, raw(1, 5), raw(2, 6))
    taken = await queue.get()
    hanging = asyncio.create_task(queue.handle(taken, asyncio.sleep(60)))
    await asyncio.sleep(0)
    stop = object()
    await queue.put(stop)
    assert await queue.get() is stop
    await asyncio.wait_for(queue.join(), 2)
    assert hanging.cancelled()
    assert await queue_over(database).replay(BOT) == 2


async def test_an_update_by_webhook_is_kept_by_put(database: Database) -> None:
    queue = queue_over(database)
    await queue.put(Update.de_json(raw(9, 5), BOT))
    await queue.put(Update.de_json(raw(9, 5), BOT))
    assert queue.qsize() == 1
    assert len((await UpdateStore(database).replay(NOW))[0]) == 1
