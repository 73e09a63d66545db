"""Tells whoever watches the sandbox (tests, the page) that something has happened."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

WATCHER_BACKLOG = 10_000


@dataclass(slots=True)
class Events:
    """Counters of what happened, in all and in each chat, and a queue for each watcher."""

    count: int = 0
    by_chat: Counter[int] = field(default_factory=Counter)
    _watchers: set[asyncio.Queue[dict[str, Any]]] = field(default_factory=set)
    _sleepers: dict[asyncio.Event, int | None] = field(default_factory=dict)

    def tell(self, kind: str, **details: Any) -> None:
        """Counts one happening and hands it to each watcher; a watcher that has fallen far behind loses it."""
        chat = details.get("chat")
        self.count += 1
        if chat is not None:
            self.by_chat[chat] += 1
        for sleeper, place in self._sleepers.items():
            if place is None or place == chat:
                sleeper.set()
        for queue in self._watchers:
            if queue.qsize() < WATCHER_BACKLOG:
                queue.put_nowait({"kind": kind, **details})

    def watch(self) -> asyncio.Queue[dict[str, Any]]:
        """A queue that gets every happening from now on, until `unwatch`."""
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._watchers.add(queue)
        return queue

    def unwatch(self, queue: asyncio.Queue[dict[str, Any]]) -> None:
        """Ends `watch`."""
        self._watchers.discard(queue)

    def so_far(self, chat: int | None) -> int:
        """How many things have happened, in one chat or (None) in all."""
        return self.count if chat is None else self.by_chat[chat]

    async def wait_past(self, seen: int, seconds: float, chat: int | None = None) -> int:
        """Waits until more than `seen` things have happened, at most `seconds`; returns the count."""
        if self.so_far(chat) > seen:
            return self.so_far(chat)
        sleeper = asyncio.Event()
        self._sleepers[sleeper] = chat
        try:
            await asyncio.wait_for(sleeper.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            self._sleepers.pop(sleeper, None)
        return self.so_far(chat)
