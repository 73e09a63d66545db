"""What administrators and `storyline doctor` are told of the outbox: progress, rate, dead letters."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge.store.database import Database
from knowledge.store.moments import moment, seconds

RATE_WINDOW = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An alert that was given up."""

    id: int
    chat: int
    title: str
    reason: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Broadcast:
    """An item that is still going out; `spread` is the share of subscriptions that the fan-out has reached, 0…1."""

    item: int
    title: str
    waiting: int
    sent: int
    spread: float


@dataclass(frozen=True, slots=True)
class OutboxSummary:
    """`waiting` alerts are due now, `held` ones later (digests, quiet hours, retries); `per_second` over a minute."""

    waiting: int
    held: int
    edits: int
    sent: int
    dead: int
    dropped: int
    unsure: int  # sent, perhaps twice: an answer of Telegram's never came
    per_second: float
    broadcasts: tuple[Broadcast, ...]

    @property
    def seconds_left(self) -> float | None:
        """How long what is due now takes at the present rate; None where nothing is moving."""
        return (self.waiting + self.edits) / self.per_second if self.per_second else None


class OutboxReport:
    """Answers the editors' questions about the outbox."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def summary(self, now: datetime) -> OutboxSummary:
        """The state of the outbox at `now`."""
        states = await self._database.fetch_all(
            """SELECT CASE WHEN state = 'queued' AND due > ? THEN 'held' ELSE state END AS standing, count(*),
                      sum(unsure > 0)
               FROM outbox GROUP BY standing""",
            (seconds(now),),
        )
        count = {state: number for state, number, _ in states}
        recent = await self._database.fetch_one(
            "SELECT count(*) FROM outbox WHERE sent > ?", (seconds(now - RATE_WINDOW),)
        )
        return OutboxSummary(
            waiting=count.get("queued", 0),
            held=count.get("held", 0),
            edits=count.get("edit", 0),
            sent=count.get("sent", 0),
            dead=count.get("dead", 0),
            dropped=count.get("dropped", 0),
            unsure=sum(unsure or 0 for _, _, unsure in states),
            per_second=(recent[0] if recent else 0) / RATE_WINDOW.total_seconds(),
            broadcasts=await self.broadcasts(now),
        )

    async def broadcasts(self, now: datetime) -> tuple[Broadcast, ...]:
        """Items with alerts that are due, newest first."""
        rows = await self._database.fetch_all(
            """SELECT i.id, coalesce(st.title, i.slug), count(o.id) FILTER (WHERE o.state IN ('queued', 'edit')),
                      count(o.id) FILTER (WHERE o.state = 'sent'), i.fan_out, i.audience
               FROM items AS i LEFT JOIN outbox AS o ON o.item = i.id LEFT JOIN stories AS st ON st.slug = i.slug
               WHERE i.fan_out IS NOT NULL
                  OR i.id IN (SELECT item FROM outbox WHERE state IN ('queued', 'edit') AND due <= ?)
               GROUP BY i.id ORDER BY i.id DESC LIMIT 20""",
            (seconds(now),),
        )
        return tuple(
            Broadcast(item, title, waiting, sent, 1.0 if reached is None else reached / max(audience, 1))
            for item, title, waiting, sent, reached, audience in rows
        )

    async def dead_letters(self, limit: int) -> tuple[DeadLetter, ...]:
        """The alerts given up last."""
        rows = await self._database.fetch_all(
            """SELECT o.id, s.chat, coalesce(st.title, i.slug), coalesce(o.error, ''), o.due
               FROM outbox AS o JOIN subscriptions AS s ON s.id = o.subscription JOIN items AS i ON i.id = o.item
               LEFT JOIN stories AS st ON st.slug = i.slug
               WHERE o.state = 'dead' ORDER BY o.id DESC LIMIT ?""",
            (limit,),
        )
        return tuple(DeadLetter(number, chat, title, reason, moment(due)) for number, chat, title, reason, due in rows)

    async def retry(self, now: datetime) -> int:
        """Queues every dead letter again; returns how many."""
        async with self._database.transaction() as writer:
            return await writer.execute(
                """UPDATE outbox SET state = CASE WHEN message IS NULL THEN 'queued' ELSE 'edit' END, due = ?,
                   attempts = 0, unsure = 0, error = NULL WHERE state = 'dead'""",
                (seconds(now),),
            )

    async def title(self, slug: str) -> str:
        """The headline of an item's story."""
        row = await self._database.fetch_one("SELECT title FROM stories WHERE slug = ?", (slug,))
        return row[0] if row else slug
