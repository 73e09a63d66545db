"""What the running bot counts, and how it is written in Prometheus' text format."""

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Labels = tuple[tuple[str, str], ...]
ANSWER_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)
CALL_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
RATE_SECONDS = 60.0


@dataclass(slots=True)
class Histogram:
    """How often a duration fell under each bound."""

    bounds: tuple[float, ...]
    counts: list[int] = field(init=False)
    total: float = 0.0

    def __post_init__(self) -> None:
        self.counts = [0] * (len(self.bounds) + 1)

    def observe(self, seconds: float) -> None:
        """Counts one duration."""
        self.counts[bisect_left(self.bounds, seconds)] += 1
        self.total += seconds

    def lines(self, name: str) -> Iterable[str]:
        """The samples: cumulative buckets, sum and count."""
        reached = 0
        for bound, count in zip((*self.bounds, float("inf")), self.counts, strict=True):
            reached += count
            yield sample(f"{name}_bucket", reached, (("le", "+Inf" if bound == float("inf") else f"{bound:g}"),))
        yield sample(f"{name}_sum", self.total)
        yield sample(f"{name}_count", reached)


@dataclass(slots=True)
class Metrics:
    """Counts since the process began; every moment is of a monotonic clock, in seconds. Nothing tells one reader from
    another: labels are kinds, methods and outcomes only."""

    updates: int = 0
    failures: int = 0  # updates at which the bot itself failed
    answers: Counter[str] = field(default_factory=Counter)  # by status
    alerts: Counter[str] = field(default_factory=Counter)  # attempts, by what became of them
    calls: Counter[tuple[str, str]] = field(default_factory=Counter)  # by method and outcome
    flood_waits: int = 0
    flood_seconds: float = 0.0
    answer_seconds: Histogram = field(default_factory=lambda: Histogram(ANSWER_SECONDS))
    call_seconds: Histogram = field(default_factory=lambda: Histogram(CALL_SECONDS))
    last_heard: float | None = None  # when Telegram last handed over updates, or said that there are none
    last_message: float | None = None  # when a message was last sent or edited
    last_reached: float | None = None  # when a call to Telegram last succeeded
    _messages: deque[float] = field(default_factory=deque)

    def message_sent(self, at: float) -> None:
        """A message was sent or edited at `at`."""
        self.last_message = at
        self._messages.append(at)
        self._forget(at)

    def messages_per_second(self, now: float) -> float:
        """Over the last minute."""
        self._forget(now)
        return len(self._messages) / RATE_SECONDS

    def _forget(self, now: float) -> None:
        while self._messages and self._messages[0] <= now - RATE_SECONDS:
            self._messages.popleft()

    def alert(self, outcome: object) -> None:
        """What became of one attempt to send or edit an alert: an Outcome, or None where it did not go to Telegram."""
        self.alerts["held" if outcome is None else type(outcome).__name__.lower()] += 1

    async def on_error(self, update: object, context: object) -> None:
        """The bot failed at an update."""
        self.failures += 1

    def flooded(self, seconds: float) -> None:
        """Telegram asked to wait."""
        self.flood_waits += 1
        self.flood_seconds += seconds

    def page(self, now: float, gauges: Mapping[str, tuple[str, float]]) -> str:
        """Everything in Prometheus' text format 0.0.4; `gauges` are name → (what it is, value) of the moment."""
        lines = [
            *counter("storyline_updates_total", "Updates handled.", [((), self.updates)]),
            *counter("storyline_failures_total", "Updates at which the bot failed.", [((), self.failures)]),
            *counter("storyline_answers_total", "Answers by status.", by("status", self.answers)),
            *family("storyline_answer_seconds", "histogram", "Work for one answer, without sending it."),
            *self.answer_seconds.lines("storyline_answer_seconds"),
            *counter("storyline_alerts_total", "Attempts to send or edit an alert.", by("outcome", self.alerts)),
            *counter("storyline_calls_total", "Calls to Telegram.", by_method(self.calls)),
            *family("storyline_call_seconds", "histogram", "Calls to Telegram, long polling left out."),
            *self.call_seconds.lines("storyline_call_seconds"),
            *counter("storyline_flood_waits_total", "Answers 429 of Telegram.", [((), self.flood_waits)]),
            *counter("storyline_flood_wait_seconds_total", "Seconds they asked for.", [((), self.flood_seconds)]),
            *gauge(
                "storyline_messages_per_second", "Sent or edited, over the last minute.", self.messages_per_second(now)
            ),
        ]
        if self.last_heard is not None:
            lines += gauge("storyline_heard_seconds_ago", "Since updates were last fetched.", now - self.last_heard)
        for name, (text, value) in gauges.items():
            lines += gauge(f"storyline_{name}", text, value)
        return "\n".join(lines) + "\n"


def by(label: str, counts: Mapping[str, int]) -> list[tuple[Labels, float]]:
    """Samples with one label."""
    return [(((label, value),), count) for value, count in sorted(counts.items())]


def by_method(counts: Mapping[tuple[str, str], int]) -> list[tuple[Labels, float]]:
    """Samples of calls."""
    return [((("method", method), ("outcome", outcome)), count) for (method, outcome), count in sorted(counts.items())]


def counter(name: str, text: str, samples: Iterable[tuple[Labels, float]]) -> list[str]:
    """A family of counters."""
    return [*family(name, "counter", text), *(sample(name, value, labels) for labels, value in samples)]


def gauge(name: str, text: str, value: float) -> list[str]:
    """A value of the moment."""
    return [*family(name, "gauge", text), sample(name, value)]


def family(name: str, kind: str, text: str) -> list[str]:
    """The two lines above a family's samples."""
    return [f"# HELP {name} {text}", f"# TYPE {name} {kind}"]


def sample(name: str, value: float, labels: Labels = ()) -> str:
    """One line."""
    inside = ",".join(f'{label}="{escaped(text)}"' for label, text in labels)
    return f"{name}{{{inside}}} {value:.17g}" if inside else f"{name} {value:.17g}"


def escaped(text: str) -> str:
    """A label's value as the format wants it."""
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
