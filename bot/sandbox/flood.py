"""Telegram's limits on sending: about one a second to a person, twenty a minute to a group, thirty a second in all."""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.refusals import too_many_requests

PRIVATE_PER_SECOND = 1.0
PRIVATE_BURST = 3.0
GROUP_PER_MINUTE = 20
OVERALL_PER_SECOND = 30


@dataclass(slots=True)
class FloodLimits:
    """Counts sends; switched off it lets everything through. `clock` is in seconds."""

    clock: Callable[[], float]
    switched_on: bool = False
    _overall: deque[float] = field(default_factory=deque)
    _groups: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _private: dict[int, tuple[float, float]] = field(default_factory=dict)

    def count(self, chat_id: int, *, is_private: bool) -> None:
        """Counts one send. Raises ApiRefusal (429 with the seconds to wait) where it is one too many."""
        if not self.switched_on:
            return
        now = self.clock()
        wait = max(
            _window_wait(self._overall, now, 1.0, OVERALL_PER_SECOND),
            self._private_wait(chat_id, now)
            if is_private
            else _window_wait(self._groups[chat_id], now, 60.0, GROUP_PER_MINUTE),
        )
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._overall.append(now)
        if is_private:
            self._private[chat_id] = (self._tokens(chat_id, now) - 1.0, now)
        else:
            self._groups[chat_id].append(now)

    def _tokens(self, chat_id: int, now: float) -> float:
        tokens, at = self._private.get(chat_id, (PRIVATE_BURST, now))
        return min(PRIVATE_BURST, tokens + (now - at) * PRIVATE_PER_SECOND)

    def _private_wait(self, chat_id: int, now: float) -> float:
        return max(0.0, 1.0 - self._tokens(chat_id, now)) / PRIVATE_PER_SECOND


def _window_wait(sent: deque[float], now: float, seconds: float, limit: int) -> float:
    while sent and sent[0] <= now - seconds:
        sent.popleft()
    return sent[0] + seconds - now if len(sent) >= limit else 0.0
