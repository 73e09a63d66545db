"""Updates waiting for the bot: kept until confirmed, given out by long polling."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.parameters import JsonObject
from bot.sandbox.refusals import conflict

UPDATE_KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "guest_message",
)
ONLY_WHEN_NAMED = frozenset({"chat_member", "message_reaction"})
LIFETIME_SECONDS = {"callback_query": 150.0, "inline_query": 30.0}
KEPT_SECONDS = 24 * 3600.0
LOG_LENGTH = 20_000
LARGEST_BATCH = 100


@dataclass(frozen=True, slots=True)
class Update:
    """One update with the time it was made at."""

    update_id: int
    kind: str
    body: JsonObject
    made_at: float

    def as_json(self) -> JsonObject:
        """Telegram's Update."""
        return {"update_id": self.update_id, self.kind: self.body}


@dataclass(slots=True)
class UpdateQueue:
    """The bot's queue. `clock` is in seconds; `first_id` is where the numbering starts."""

    clock: Callable[[], float]
    next_id: int = 1001
    allowed: frozenset[str] = frozenset(UPDATE_KINDS) - ONLY_WHEN_NAMED
    waiting: deque[Update] = field(default_factory=deque)
    log: deque[Update] = field(default_factory=lambda: deque(maxlen=LOG_LENGTH))
    confirmed: int = 0
    polls: int = 0
    _poll: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def allow(self, kinds: list[str]) -> None:
        """The kinds to make from now on; an empty list stands for the default."""
        named = frozenset(kinds) & frozenset(UPDATE_KINDS)
        self.allowed = named or frozenset(UPDATE_KINDS) - ONLY_WHEN_NAMED

    def add(self, kind: str, body: JsonObject) -> int | None:
        """Queues an update; its id, or None where the bot did not ask for this kind.

        The body is copied as it stands: an update that waits must not change when its message is edited.
        """
        if kind not in self.allowed:
            return None
        update = Update(self.next_id, kind, json.loads(json.dumps(body)), self.clock())
        self.next_id += 1
        self.waiting.append(update)
        self.log.append(update)
        self._news.set()
        return update.update_id

    def add_again(self, update_id: int) -> bool:
        """Queues an update that was given out before once more, under its old id: a redelivery."""
        for update in self.log:
            if update.update_id == update_id:
                self.waiting.appendleft(update)
                self._news.set()
                return True
        return False

    def confirm(self, offset: int) -> None:
        """Forgets every update below `offset`; a negative offset keeps only that many of the latest."""
        if offset < 0:
            while len(self.waiting) > -offset:
                self._forget_first()
        else:
            while self.waiting and self.waiting[0].update_id < offset:
                self._forget_first()

    def drop_all(self) -> None:
        """Forgets every waiting update."""
        self.waiting.clear()

    def due(self, limit: int) -> list[Update]:
        """The first `limit` waiting updates, those that came too late left out."""
        if any(self._is_stale(update) for update in self.waiting):
            self.waiting = deque(update for update in self.waiting if not self._is_stale(update))
        return [self.waiting[index] for index in range(min(limit, len(self.waiting)))]

    async def poll(self, limit: int, seconds: float) -> list[Update]:
        """Waits at most `seconds` for updates. Raises ApiRefusal when another poll begins meanwhile."""
        self.polls += 1
        self._poll += 1
        mine = self._poll
        self._wake()
        limit = limit if 1 <= limit <= LARGEST_BATCH else LARGEST_BATCH
        deadline = self.clock() + seconds
        while not (due := self.due(limit)) and (left := deadline - self.clock()) > 0:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), left)
            except TimeoutError:
                break
            self._refuse_if_replaced(mine)
        self._refuse_if_replaced(mine)
        return due

    async def news(self) -> None:
        """Waits until something is queued."""
        while not self.waiting:
            self._news.clear()
            await self._news.wait()

    def _wake(self) -> None:
        self._news.set()

    def _refuse_if_replaced(self, mine: int) -> None:
        if self._poll != mine:
            raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")

    def _forget_first(self) -> None:
        self.waiting.popleft()
        self.confirmed += 1

    def _is_stale(self, update: Update) -> bool:
        return self.clock() - update.made_at > LIFETIME_SECONDS.get(update.kind, KEPT_SECONDS)
