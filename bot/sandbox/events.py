"""Tells whoever watches the sandbox (tests, the page) that something has happened."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

WATCHER_BACKLOG = 10_000


@dataclass(slots=True)
class Events:
    """A counter of everything that happened, and a queue for each watcher."""

    count: int = 0
    _watchers: set[asyncio.Queue[dict[str, Any]]] = field(default_factory=set)
    _sleepers: set[asyncio.Event] = field(default_factory=set)

    def tell(self, kind: str, **details: Any) -> None:
        """Counts one happening and hands it to each watcher; a watcher that has fallen far behind loses it."""
        self.count += 1
        for sleeper in self._sleepers:
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

    async def wait_past(self, seen: int, seconds: float) -> int:
        """Waits until more than `seen` things have happened, at most `seconds`; returns the count."""
        if self.count > seen:
            return self.count
        sleeper = asyncio.Event()
        self._sleepers.add(sleeper)
        try:
            await asyncio.wait_for(sleeper.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            self._sleepers.discard(sleeper)
        return self.count
