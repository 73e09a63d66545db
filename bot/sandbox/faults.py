"""Faults on order: what Telegram and the network between can do to a call."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class FaultKind(StrEnum):
    """What happens to the call."""

    FLOOD = "flood"  # 429 with retry_after = seconds, nothing done
    ERROR = "error"  # 5xx (status), nothing done
    REFUSE = "refuse"  # a refusal of your own: status and text, nothing done
    RESET = "reset"  # the connection breaks before the call is read, nothing done
    LOST = "lost"  # never answered, nothing done: a read timeout for the bot
    SWALLOW = "swallow"  # done, but never answered: a read timeout for the bot
    SLOW = "slow"  # done and answered after a delay of seconds
    DOWN = "down"  # for that many seconds the port refuses connections


@dataclass(slots=True)
class Fault:
    """One fault: hits calls of `method` (any if None; "send*" all that begin so) to `chat` (any if None).

    It hits `times` times (None: until cleared).

    `seconds` is the 429's retry_after, the delay, or how long the server is down. A flood fault with `hold` answers
    every call to its chat with the seconds that are left, as Telegram does, until its time is over.
    """

    fault_id: int
    kind: FaultKind
    method: str | None = None
    chat: int | None = None
    seconds: float = 1.0
    status: int = 500
    text: str = ""
    times: int | None = 1
    hold: bool = False
    hits: int = 0
    held_until: float | None = None

    def fits(self, method: str, chat: int | None) -> bool:
        """Whether this call is to be hit."""
        wanted = self.method.lower() if self.method is not None else method
        is_meant = method.startswith(wanted[:-1]) if wanted.endswith("*") else method == wanted
        if not is_meant:
            return False
        return self.chat is None or self.chat == chat


@dataclass(slots=True)
class Faults:
    """The faults on order, first come first served. `clock` is in seconds."""

    clock: Callable[[], float]
    ordered: list[Fault] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def order(
        self,
        kind: FaultKind,
        *,
        method: str | None = None,
        chat: int | None = None,
        seconds: float = 1.0,
        status: int = 500,
        text: str = "",
        times: int | None = 1,
        hold: bool = False,
    ) -> Fault:
        """Adds a fault; see Fault for the meaning of each value."""
        fault = Fault(next(self._ids), kind, method, chat, seconds, status, text, times, hold)
        self.ordered.append(fault)
        return fault

    def clear(self) -> None:
        """Takes every fault back."""
        self.ordered.clear()

    def hit(self, method: str, chat: int | None) -> Fault | None:
        """The fault that this call runs into, counted; None mostly."""
        for fault in self.ordered:
            if not fault.fits(method, chat) or self._is_over(fault):
                continue
            fault.hits += 1
            if fault.hold and fault.held_until is None:
                fault.held_until = self.clock() + fault.seconds
            return fault
        return None

    def seconds_left(self, fault: Fault) -> float:
        """What a flood fault answers as retry_after."""
        if fault.held_until is None:
            return fault.seconds
        return max(0.0, fault.held_until - self.clock())

    def _is_over(self, fault: Fault) -> bool:
        if fault.held_until is not None:
            return self.clock() >= fault.held_until
        return fault.times is not None and fault.hits >= fault.times
