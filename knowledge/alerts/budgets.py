"""How many messages a chat, and all chats together, may get in how much time."""

from collections import deque
from dataclasses import dataclass, field

GROUP_MESSAGES, GROUP_SECONDS = 20, 60.5  # Telegram: 20 a minute to one group; half a second for the way there
PRIVATE_BURST = 3
PRIVATE_SECONDS = 1.02  # Telegram: about one a second to one chat


@dataclass(slots=True)
class PrivateBudget:
    """One message a second after a burst of PRIVATE_BURST; `full` is when the whole burst is there again."""

    full: float = 0.0

    def ready_at(self) -> float:
        """The earliest moment for the next message."""
        return self.full - (PRIVATE_BURST - 1) * PRIVATE_SECONDS

    def spend(self, now: float) -> None:
        """Counts one message sent at `now`."""
        self.full = max(self.full, now) + PRIVATE_SECONDS

    def idle(self, now: float) -> bool:
        """Whether nothing would be lost by forgetting this budget."""
        return self.full <= now


@dataclass(slots=True)
class GroupBudget:
    """At most GROUP_MESSAGES in any GROUP_SECONDS."""

    sent: deque[float] = field(default_factory=lambda: deque(maxlen=GROUP_MESSAGES))

    def ready_at(self) -> float:
        """The earliest moment for the next message."""
        return self.sent[0] + GROUP_SECONDS if len(self.sent) == GROUP_MESSAGES else 0.0

    def spend(self, now: float) -> None:
        """Counts one message sent at `now`."""
        self.sent.append(now)

    def idle(self, now: float) -> bool:
        """Whether nothing would be lost by forgetting this budget."""
        return not self.sent or self.sent[-1] + GROUP_SECONDS <= now


def budget_for(chat: int) -> PrivateBudget | GroupBudget:
    """A fresh budget; the ids of groups and channels are negative."""
    return PrivateBudget() if chat > 0 else GroupBudget()


class OverallBudget:
    """Slots for alerts, evenly apart: never a burst, not in the first second either.

    Slots are SPACING / per_second apart. A busy process wakes up late and makes good up to LATENESS seconds of it, so
    that the rate is kept; time in which no alert waited is never made good. Whatever happens, no window of
    WINDOW_SECONDS holds more than `per_second` alerts, which leaves 0.07 s for the way to Telegram. Answers to readers
    never wait for a slot; each takes one from the alerts, of which one in YIELD goes out all the same.
    """

    SPACING = 1.06
    LATENESS = 0.25
    WINDOW_SECONDS = 1.07
    YIELD = 5

    def __init__(self, per_second: float, now: float) -> None:
        self._apart = self.SPACING / per_second
        self._last = now
        self._slot = now + self._apart
        self._window: deque[float] = deque(maxlen=max(int(per_second), 1))

    def ready_at(self) -> float:
        """The next slot for an alert."""
        if len(self._window) < (self._window.maxlen or 0):
            return self._slot
        return max(self._slot, self._window[0] + self.WINDOW_SECONDS)

    def rest(self, now: float) -> None:
        """No alert has waited until `now`: slots that passed are gone."""
        self._slot = max(self._slot, now)

    def spend(self, now: float) -> None:
        """Counts one alert at `now`; lateness within bounds is made good by the next ones."""
        late = now - self._slot
        start = self._slot if 0 <= late <= self.LATENESS else now
        self._last = now
        self._slot = start + self._apart
        self._window.append(now)

    def yield_slot(self, now: float) -> None:
        """Counts one answer to a reader at `now`: the alerts step back by one slot, within bounds."""
        latest = self._last + self.YIELD * self._apart
        self._slot = max(min(max(self._slot, now) + self._apart, latest), self._slot)
