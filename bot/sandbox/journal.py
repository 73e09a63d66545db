"""The log of calls: method, parameters, answer and time; tokens never enter it."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.parameters import JsonObject

CALLS_KEPT = 200_000
SENDING_METHODS = frozenset(
    {"sendmessage", "sendphoto", "copymessage", "forwardmessage", "senddocument", "sendanimation"}
)


@dataclass(slots=True)
class Call:
    """One call as it was answered; `status` 0 means that it never was. Times are in seconds since 1970."""

    number: int
    method: str
    parameters: JsonObject
    began_at: float
    ended_at: float
    status: int
    response: JsonObject
    fault: str | None = None

    def as_json(self) -> JsonObject:
        """What the control side and the page's drawer show."""
        return {
            "number": self.number,
            "method": self.method,
            "parameters": self.parameters,
            "began_at": self.began_at,
            "milliseconds": round((self.ended_at - self.began_at) * 1000, 2),
            "status": self.status,
            "response": self.response,
            "fault": self.fault,
        }


@dataclass(slots=True)
class Journal:
    """The latest calls, and how many messages went out in each second. `clock` is in seconds."""

    clock: Callable[[], float]
    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=CALLS_KEPT))
    sends_by_second: Counter[int] = field(default_factory=Counter)
    count: int = 0

    def add(
        self,
        method: str,
        parameters: JsonObject,
        began_at: float,
        status: int,
        response: JsonObject,
        fault: str | None = None,
    ) -> Call:
        """Keeps one call."""
        self.count += 1
        ended_at = self.clock()
        call = Call(self.count, method, parameters, began_at, ended_at, status, response, fault)
        self.calls.append(call)
        if response.get("ok") and method.lower() in SENDING_METHODS:
            self.sends_by_second[int(ended_at)] += 1
        return call

    def statistics(self) -> JsonObject:
        """Counts of calls by method and status, and sends: in all, in the busiest clock second, and by second."""
        methods: Counter[str] = Counter()
        statuses: Counter[str] = Counter()
        for call in self.calls:
            methods[call.method] += 1
            statuses[str(call.status)] += 1
        return {
            "calls": self.count,
            "by_method": dict(methods),
            "by_status": dict(statuses),
            "sends": sum(self.sends_by_second.values()),
            "busiest_second": max(self.sends_by_second.values(), default=0),
            "sends_by_second": {str(second): count for second, count in sorted(self.sends_by_second.items())},
        }
