"""Who may send next: readers before alerts, a budget for each chat, an overall one, and halts. Knows no clock."""

import heapq
from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from typing import Generic, TypeVar

from knowledge.alerts.budgets import GroupBudget, OverallBudget, PrivateBudget, budget_for

MANY_CHATS, MANY_SECONDS = 5, 10.0  # this many chats that answer 429 in this time halt everything
FORGET_EVERY = 4_096  # grants between two clearings of idle budgets

Entry = TypeVar("Entry")


class Lane(IntEnum):
    """READERS always go first."""

    READERS = 0
    ALERTS = 1


@dataclass(slots=True)
class ChatLine(Generic[Entry]):
    """One chat's budget, halt and those who wait for it, oldest first in each lane."""

    budget: PrivateBudget | GroupBudget
    halted: float = 0.0
    waiting: tuple[deque[Entry], deque[Entry]] = field(default_factory=lambda: (deque(), deque()))

    def ready_at(self) -> float:
        return max(self.halted, self.budget.ready_at())


@dataclass(frozen=True, slots=True)
class Granted(Generic[Entry]):
    """This one may send now."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Wait:
    """Nobody may send before `until`; None: nobody waits."""

    until: float | None


class Pacing(Generic[Entry]):
    """Decides the order of sends; times are seconds on the caller's clock, never going back."""

    def __init__(self, per_second: float, now: float) -> None:
        self._overall = OverallBudget(per_second, now)
        self._chats: dict[int, ChatLine[Entry]] = {}
        self._lines: tuple[list[tuple[float, int, int]], ...] = ([], [])  # (ready at, order, chat) for each lane
        self._alerts_rested = True  # nobody could have had a slot when one was last asked for
        self._order = count()
        self._all_halted = 0.0
        self._floods: deque[tuple[float, int]] = deque()
        self._grants = 0

    def try_now(self, chat: int, now: float) -> bool:
        """Whether a reader's answer may go at once; it is counted then. False: put it in line."""
        line = self._line(chat)
        if now < self._all_halted or line.waiting[Lane.READERS] or line.ready_at() > now:
            return False
        self._spend(line, Lane.READERS, now)
        return True

    def add(self, entry: Entry, chat: int, lane: Lane) -> None:
        """Puts `entry` in line for its chat."""
        line = self._line(chat)
        line.waiting[lane].append(entry)
        if len(line.waiting[lane]) == 1:
            heapq.heappush(self._lines[lane], (line.ready_at(), next(self._order), chat))

    def remove(self, entry: Entry, chat: int, lane: Lane) -> None:
        """Takes `entry` out of line; does nothing if it is not there."""
        waiting = self._line(chat).waiting[lane]
        if entry in waiting:
            waiting.remove(entry)

    def next(self, now: float) -> Granted[Entry] | Wait:
        """The next entry that may send at `now`, counted as sent; or until when to wait."""
        if now < self._all_halted:
            return Wait(self._all_halted if any(self._lines) else None)
        readers = self._take(Lane.READERS, now)
        if isinstance(readers, Granted):
            return readers
        if self._alerts_rested:
            self._overall.rest(now)
        slot = self._overall.ready_at()
        alerts = self._take(Lane.ALERTS, now) if slot <= now else self._head(Lane.ALERTS, not_before=slot)
        self._alerts_rested = not self._lines[Lane.ALERTS] or self._lines[Lane.ALERTS][0][0] > now
        if isinstance(alerts, Granted):
            return alerts
        times = [wait.until for wait in (readers, alerts) if wait.until is not None]
        return Wait(min(times, default=None))

    def halted_until(self, chat: int) -> float:
        """Until when nothing may go to this chat (0: no halt)."""
        return max(self._line(chat).halted, self._all_halted) if chat in self._chats else self._all_halted

    def halt(self, chat: int, until: float) -> None:
        """Nothing to this chat before `until`."""
        line = self._line(chat)
        line.halted = max(line.halted, until)

    def halt_all(self, until: float) -> None:
        """Nothing to anyone before `until`."""
        self._all_halted = max(self._all_halted, until)

    def flooded(self, chat: int, until: float, now: float) -> bool:
        """A chat answered 429: halts it, and everything when MANY_CHATS did lately. True: everything is halted."""
        self.halt(chat, until)
        self._floods.append((now, chat))
        while self._floods[0][0] < now - MANY_SECONDS:
            self._floods.popleft()
        if len({flooded for _, flooded in self._floods}) < MANY_CHATS:
            return False
        self.halt_all(until)
        return True

    def _take(self, lane: Lane, now: float) -> Granted[Entry] | Wait:
        """Grants the first in `lane` whose chat may get a message at `now`."""
        heap = self._lines[lane]
        while heap and heap[0][0] <= now:
            _, order, chat = heapq.heappop(heap)
            line = self._line(chat)
            if not line.waiting[lane]:
                continue
            if (ready := line.ready_at()) > now:
                heapq.heappush(heap, (ready, order, chat))
                continue
            entry = line.waiting[lane].popleft()
            self._spend(line, lane, now)
            if line.waiting[lane]:
                heapq.heappush(heap, (line.ready_at(), next(self._order), chat))
            return Granted(entry)
        return self._head(lane, not_before=now)

    def _head(self, lane: Lane, not_before: float) -> Wait:
        """When to look at `lane` again."""
        heap = self._lines[lane]
        return Wait(max(heap[0][0], not_before) if heap else None)

    def _spend(self, line: ChatLine[Entry], lane: Lane, now: float) -> None:
        line.budget.spend(now)
        if lane is Lane.ALERTS:
            self._overall.spend(now)
        else:
            self._overall.yield_slot(now)
        self._grants += 1
        if self._grants % FORGET_EVERY == 0:
            self._forget(now)

    def _forget(self, now: float) -> None:
        """Drops chats of which nothing needs to be remembered, so that a million of them do not stay in memory."""
        self._chats = {
            chat: line
            for chat, line in self._chats.items()
            if any(line.waiting) or line.halted > now or not line.budget.idle(now)
        }

    def _line(self, chat: int) -> ChatLine[Entry]:
        line = self._chats.get(chat)
        if line is None:
            line = self._chats[chat] = ChatLine(budget_for(chat))
        return line
