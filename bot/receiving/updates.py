"""The durable update queue: an update is in the database before Telegram sees it confirmed, until it is handled."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from telegram import Bot, Update
from telegram.ext import BaseUpdateProcessor

from bot.receiving.chat_lines import ChatLines
from knowledge.store.updates import KeptUpdate, UpdateStore

LOGGER = logging.getLogger(__name__)
SIDE_BY_SIDE = 100  # updates being handled at once; most of them wait for Telegram
GRACE_SECONDS = 5.0  # what is being handled when the bot stops gets this long; the rest is taken up at the next start


class UpdateQueue(asyncio.Queue[object]):
    """The queue between the library's fetching and its handling; see `PollingClient` for how updates get in.

    `put` of an update returns after the commit that holds it; one whose id is known is dropped. The library's stop
    signal overtakes everything: what waits is in the database.
    """

    def __init__(self, store: UpdateStore, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._lines = ChatLines()
        self._at_the_door: dict[int, bool] = {}  # kept by `keep`, not yet put: whether the id was new
        self._replayed: set[int] = set()
        self._running: dict[int, asyncio.Task[Any]] = {}
        self._stop: object | None = None
        self._handed_out = 0
        self._changed = asyncio.Event()  # there is one taker only: the library's fetching task

    async def keep(self, payload: bytes) -> None:
        """Stores the updates of an answer to getUpdates, all in one transaction."""
        updates = json.loads(payload).get("result")
        if not isinstance(updates, list) or not updates:
            return
        now = self._clock()
        fresh = await self._store.keep([kept_update(update, now) for update in updates])
        self._at_the_door.update((update["update_id"], update["update_id"] in fresh) for update in updates)

    async def replay(self, bot: Bot) -> int:
        """Puts what an earlier process left unhandled at the front; returns how many. Call it before polling."""
        updates, aside = await self._store.replay(self._clock())
        if aside:
            LOGGER.error("Set aside %d updates that the bot did not survive handling: %s.", len(aside), aside)
        for kept in updates:
            update = Update.de_json(json.loads(kept.payload), bot)
            self._replayed.add(kept.id)
            self._add(update)
        return len(updates)

    async def put(self, item: object) -> None:
        """Takes an update, or the library's signal to stop."""
        if not isinstance(item, Update):
            self._stop = item
            self._changed.set()
            return
        fresh = self._at_the_door.pop(item.update_id, None)
        if fresh is None:  # it came by webhook
            fresh = await self._store.keep_one(KeptUpdate(item.update_id, item.to_json(), self._clock()))
        if fresh:
            self._add(item)

    async def get(self) -> object:
        """The next update of a chat that is not busy, or the signal to stop."""
        while True:
            self._changed.clear()
            if self._stop is not None:
                self._handed_out += 1
                stop, self._stop = self._stop, None
                return stop
            if self._handed_out < SIDE_BY_SIDE and (update := self._lines.next()) is not None:
                self._handed_out += 1
                return update
            await self._changed.wait()

    def empty(self) -> bool:
        """Always: the library throws away what is in a queue when it stops, and here that stays in the database."""
        return True

    def qsize(self) -> int:
        """How many updates wait in memory."""
        return len(self._lines)

    def task_done(self) -> None:
        """The library is through with something that `get` gave."""
        self._handed_out -= 1
        self._changed.set()

    async def join(self) -> None:
        """Returns when nothing is being handled; what takes longer than the grace is broken off and kept."""
        loop = asyncio.get_running_loop()
        over = loop.time() + GRACE_SECONDS
        await asyncio.sleep(0)  # what was given out last may not have begun
        while self._running and loop.time() < over:
            await asyncio.wait(self._running.values(), timeout=over - loop.time())
        left = list(self._running.values())
        for task in left:
            task.cancel()
        if left:
            LOGGER.info("Broke off the handling of %d updates; it is taken up at the next start.", len(left))
            await asyncio.wait(left)

    async def handle(self, update: object, handling: Awaitable[Any]) -> None:
        """Handles an update that `get` gave; marks it when it is handled, not when it is broken off."""
        if not isinstance(update, Update):
            await handling
            return
        task = asyncio.current_task()
        if task is not None:
            self._running[update.update_id] = task
        try:
            if update.update_id in self._replayed:
                self._replayed.discard(update.update_id)
                await self._store.begin(update.update_id)
            await handling
            await self._store.finish(update.update_id, self._clock())
        finally:
            self._running.pop(update.update_id, None)
            self._lines.finished(update)
            self._changed.set()

    def _add(self, update: Update) -> None:
        self._lines.add(update)
        self._changed.set()


class InChatOrder(BaseUpdateProcessor):
    """Lets updates be handled side by side; their order inside a chat is the queue's doing."""

    def __init__(self, queue: UpdateQueue) -> None:
        super().__init__(SIDE_BY_SIDE)
        self._queue = queue

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handles one update."""
        await self._queue.handle(update, coroutine)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def kept_update(update: dict[str, Any], now: datetime) -> KeptUpdate:
    """An update as Telegram sent it."""
    return KeptUpdate(update["update_id"], json.dumps(update, ensure_ascii=False, separators=(",", ":")), now)
