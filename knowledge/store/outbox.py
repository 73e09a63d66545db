"""Alerts on their way: one row for each item and subscription, from queued to sent."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from knowledge.model.alert import OutboxRow, OutboxState
from knowledge.store.database import Database, Row, Writer
from knowledge.store.grouped import Grouped, Statement, run_statements
from knowledge.store.moments import moment, seconds
from knowledge.store.receipts import Receipts
from knowledge.store.subscription_rows import COLUMNS as SUBSCRIPTION
from knowledge.store.subscription_rows import COUNT, subscription_of

COLUMNS = f"""{SUBSCRIPTION}, o.id, o.item, o.state, o.due, o.attempts, o.unsure, o.message, o.digest, o.caption,
    o.content"""


@dataclass(frozen=True, slots=True)
class Planned:
    """One alert as the fan-out makes it; `digest`: to be gathered with others until it is due."""

    subscription: int
    due: datetime
    digest: bool


@dataclass(frozen=True, slots=True)
class SentAs:
    """How an alert stands in its chat; `content` is the hash of what was sent."""

    message: int
    content: str
    caption: bool = False


class OutboxStore:
    """The rows of the outbox. Marks of sends that end together share one commit, and return after it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._marks: Grouped[Statement] = Grouped(database, run_statements)
        self._receipts: Receipts | None = None

    async def queue_in(self, writer: Writer, item: int, planned: Iterable[Planned]) -> None:
        """Queues alerts of an item inside the caller's transaction; one that exists stays as it is."""
        await writer.execute_many(
            "INSERT OR IGNORE INTO outbox (item, subscription, state, due, digest) VALUES (?, ?, 'queued', ?, ?)",
            [(item, plan.subscription, seconds(plan.due), int(plan.digest)) for plan in planned],
        )

    async def refresh_in(self, writer: Writer, item: int, after: int, limit: int, now: datetime) -> int | None:
        """Turns the next `limit` sent alerts of a changed item into edits; returns where to go on, None at the end."""
        rows = await writer.fetch_all(
            "SELECT id FROM outbox WHERE item = ? AND id > ? ORDER BY id LIMIT ?", (item, after, limit)
        )
        if not rows:
            return None
        last = int(rows[-1][0])
        await writer.execute(
            """UPDATE outbox SET state = 'edit', due = ?, attempts = 0, unsure = 0
               WHERE item = ? AND id > ? AND id <= ? AND state = 'sent'""",
            (seconds(now), item, after, last),
        )
        return last if len(rows) == limit else None

    async def due(self, now: datetime, limit: int, busy: Iterable[int] = ()) -> tuple[OutboxRow, ...]:
        """The first `limit` alerts to send or edit by `now`, longest due first; none of the `busy` chats."""
        rows = await self._database.fetch_all(
            f"""SELECT {COLUMNS} FROM outbox AS o JOIN subscriptions AS s ON s.id = o.subscription
                WHERE o.state IN ('queued', 'edit') AND o.due <= ? AND s.chat NOT IN (SELECT value FROM json_each(?))
                ORDER BY o.due, o.id LIMIT ?""",  # noqa: S608
            (seconds(now), json.dumps(list(busy)), limit),
        )
        return tuple(outbox_row(row) for row in rows)

    async def next_due(self, after: datetime) -> datetime | None:
        """When the next alert is due after a moment."""
        row = await self._database.fetch_one(
            "SELECT min(due) FROM outbox WHERE state IN ('queued', 'edit') AND due > ?", (seconds(after),)
        )
        return moment(row[0]) if row and row[0] is not None else None

    async def gathered(self, subscription: int, now: datetime) -> tuple[OutboxRow, ...]:
        """The alerts of a subscription that are due to be sent as one digest, oldest item first."""
        rows = await self._database.fetch_all(
            f"""SELECT {COLUMNS} FROM outbox AS o JOIN subscriptions AS s ON s.id = o.subscription
                WHERE o.subscription = ? AND o.state = 'queued' AND o.digest AND o.due <= ? ORDER BY o.item""",  # noqa: S608
            (subscription, seconds(now)),
        )
        return tuple(outbox_row(row) for row in rows)

    async def together(self, subscription: int, message: int) -> tuple[OutboxRow, ...]:
        """The alerts that stand in one message, oldest item first."""
        rows = await self._database.fetch_all(
            f"""SELECT {COLUMNS} FROM outbox AS o JOIN subscriptions AS s ON s.id = o.subscription
                WHERE o.subscription = ? AND o.message = ? ORDER BY o.item""",  # noqa: S608
            (subscription, message),
        )
        return tuple(outbox_row(row) for row in rows)

    async def message_of(self, item: int, subscription: int) -> int | None:
        """The message in which a subscriber got an item."""
        row = await self._database.fetch_one(
            "SELECT message FROM outbox WHERE item = ? AND subscription = ? AND state IN ('sent', 'edit')",
            (item, subscription),
        )
        return row[0] if row else None

    async def items_in(self, chat: int, message: int) -> tuple[int, ...]:
        """The items that a message shows; none where it is no alert."""
        rows = await self._database.fetch_all(
            """SELECT o.item FROM outbox AS o JOIN subscriptions AS s ON s.id = o.subscription
               WHERE s.chat = ? AND o.message = ? ORDER BY o.item""",
            (chat, message),
        )
        return tuple(row[0] for row in rows)

    async def missed(self, subscription: int, since: datetime) -> tuple[int, ...]:
        """Items announced since `since` that this subscription has not got, oldest first."""
        rows = await self._database.fetch_all(
            """SELECT i.id FROM items AS i WHERE i.created >= ? AND i.state = 'live' AND NOT EXISTS (
                   SELECT 1 FROM outbox AS o WHERE o.item = i.id AND o.subscription = ? AND o.state <> 'dropped')
               ORDER BY i.id""",
            (seconds(since), subscription),
        )
        return tuple(row[0] for row in rows)

    async def start(self, now: datetime) -> int:
        """Marks what an earlier process sent and had no time to mark, and begins to write receipts; how many it was."""
        receipts = Receipts(self._database.path.with_name(f"{self._database.path.name}-receipts"))
        left = list(receipts.left())
        async with self._database.transaction() as writer:
            for versions, message, content, caption in left:
                shown = SentAs(message, content, caption)
                await run_statements(writer, [sent_statement(row, versions[row], shown, now) for row in versions])
        receipts.clear()
        self._receipts = receipts
        return len(left)

    async def sent(self, versions: Mapping[int, int], shown: SentAs, now: datetime) -> None:
        """Alerts (row id → version of its item that was sent) stand in one message.

        Those whose item changed while they were under way are edited next.
        """
        if self._receipts is not None:
            self._receipts.note(versions, shown.message, shown.content, caption=shown.caption)
        await self._marks.add_all([sent_statement(row, version, shown, now) for row, version in versions.items()])
        if self._receipts is not None:
            self._receipts.committed()

    async def again(self, row: int, at: datetime, *, counted: bool = False, unsure: bool = False) -> None:
        """Try again at `at`."""
        await self._marks.add(
            (
                "UPDATE outbox SET due = ?, attempts = attempts + ?, unsure = unsure + ? WHERE id = ?",
                (seconds(at), int(counted), int(unsure), row),
            )
        )

    async def gather(self, row: int, at: datetime) -> None:
        """Not now: it goes into the digest that is due at `at`."""
        await self._marks.add(("UPDATE outbox SET due = ?, digest = 1 WHERE id = ?", (seconds(at), row)))

    async def give_up(self, row: int, reason: str) -> None:
        """A dead letter."""
        await self._marks.add(("UPDATE outbox SET state = 'dead', error = ? WHERE id = ?", (reason, row)))

    async def drop(self, row: int, reason: str) -> None:
        """Not wanted any more."""
        await self._marks.add(("UPDATE outbox SET state = 'dropped', error = ? WHERE id = ?", (reason, row)))

    async def leave(self, row: int) -> None:
        """An edit that cannot be made: what was sent stays as it is."""
        await self._marks.add(("UPDATE outbox SET state = 'sent' WHERE id = ?", (row,)))

    async def close(self) -> None:
        """Returns once every mark is written."""
        await self._marks.close()
        if self._receipts is not None:
            self._receipts.clear()
            self._receipts.close()
            self._receipts = None


def sent_statement(row: int, version: int, shown: SentAs, now: datetime) -> Statement:
    """Marks one alert as standing in its chat."""
    return (
        """UPDATE outbox SET message = ?1, version = ?2, content = ?3, caption = ?4, sent = coalesce(sent, ?5),
           attempts = 0, error = NULL,
           state = CASE WHEN (SELECT version FROM items WHERE id = outbox.item) > ?2 THEN 'edit' ELSE 'sent' END
           WHERE id = ?6""",
        (shown.message, version, shown.content, int(shown.caption), seconds(now), row),
    )


def outbox_row(row: Row) -> OutboxRow:
    """An alert from a row of COLUMNS."""
    number, item, state, due, attempts, unsure, message, digest, caption, content = row[COUNT:]
    return OutboxRow(
        number,
        item,
        subscription_of(row),
        OutboxState(state),
        moment(due),
        attempts,
        unsure,
        message,
        bool(digest),
        bool(caption),
        content,
    )
