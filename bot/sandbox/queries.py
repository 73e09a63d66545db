"""Callback and inline queries that wait for the bot's answer."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.sandbox.parameters import JsonObject
from bot.sandbox.refusals import bad_request

CALLBACK_SECONDS = 150.0
INLINE_SECONDS = 30.0


@dataclass(slots=True)
class PendingQuery:
    """A query, when it was asked, by whom, and what answered it. `place` is the chat that it was asked in."""

    query_id: str
    kind: str
    user_id: int
    asked_at: float
    text: str
    place: int | None = None
    answer: JsonObject | None = None
    answered_at: float | None = None

    def as_json(self) -> JsonObject:
        """What the control side shows."""
        waited = None if self.answered_at is None else round((self.answered_at - self.asked_at) * 1000, 2)
        return {
            "id": self.query_id,
            "kind": self.kind,
            "user": self.user_id,
            "chat": self.place,
            "text": self.text,
            "answer": self.answer,
            "milliseconds": waited,
        }


@dataclass(slots=True)
class Queries:
    """All queries by id. `clock` is in seconds."""

    clock: Callable[[], float]
    asked: dict[str, PendingQuery] = field(default_factory=dict)
    _ids: Iterator[int] = field(default_factory=lambda: itertools.count(4_000_000_000_001))

    def ask(self, kind: str, user_id: int, text: str, place: int | None = None) -> PendingQuery:
        """A new query; `kind` is "callback", "inline" or "guest"."""
        query = PendingQuery(str(next(self._ids)), kind, user_id, self.clock(), text, place)
        self.asked[query.query_id] = query
        return query

    def answer(self, query_id: str, kind: str, answer: JsonObject) -> PendingQuery:
        """Answers a query once and in time. Raises ApiRefusal for a second answer, a late one or an unknown id."""
        query = self.asked.get(query_id)
        limit = CALLBACK_SECONDS if kind == "callback" else INLINE_SECONDS
        if query is None or query.kind != kind or query.answer is not None or self.clock() - query.asked_at > limit:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        query.answer = answer
        query.answered_at = self.clock()
        return query
