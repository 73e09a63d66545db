"""Updates from Telegram, kept until they are handled; each id is taken once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge.store.database import Database, Writer
from knowledge.store.grouped import Grouped, run_statements
from knowledge.store.moments import moment, seconds

REMEMBERED = timedelta(hours=48)  # Telegram keeps an update for a day; ids are remembered for two
MOST_STARTS = 20  # an update that was being handled at this many crashes is set aside


@dataclass(frozen=True, slots=True)
class KeptUpdate:
    """An update that waits; `payload` is Telegram's JSON."""

    id: int
    payload: str
    received: datetime


class UpdateStore:
    """The durable part of the update queue."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._done = Grouped(database, run_statements)
        self._kept: Grouped[tuple[KeptUpdate, set[int]]] = Grouped(database, self._insert)

    async def keep(self, updates: Sequence[KeptUpdate]) -> set[int]:
        """Stores updates in one transaction; returns the ids that were not known before."""
        fresh: set[int] = set()
        async with self._database.transaction() as writer:
            await self._insert(writer, [(update, fresh) for update in updates])
        return fresh

    async def keep_one(self, update: KeptUpdate) -> bool:
        """Stores one update, in one transaction with others that come at the same time. False: it was known."""
        fresh: set[int] = set()
        await self._kept.add((update, fresh))
        return update.id in fresh

    async def _insert(self, writer: Writer, entries: Sequence[tuple[KeptUpdate, set[int]]]) -> None:
        rows = [(update.id, update.payload, seconds(update.received)) for update, _ in entries]
        inserted = await writer.fetch_all(
            """INSERT OR IGNORE INTO updates (id, payload, received)
               SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) RETURNING id""",
            (json.dumps(rows),),
        )
        fresh_ids = {row[0] for row in inserted}
        for update, fresh in entries:
            if update.id in fresh_ids:
                fresh.add(update.id)
                fresh_ids.discard(update.id)  # the same id twice in one group is fresh once

    async def finish(self, update_id: int, now: datetime) -> None:
        """Marks an update as handled and forgets its text; returns after the commit."""
        await self._done.add(("UPDATE updates SET payload = NULL, done = ? WHERE id = ?", (seconds(now), update_id)))

    async def replay(self, now: datetime) -> tuple[list[KeptUpdate], list[int]]:
        """At a start: the updates still to be handled, in order, and the ids of those set aside.

        Set aside are those whose handling was begun MOST_STARTS times and never ended: whatever they do, the process
        did not live through it.
        """
        async with self._database.transaction() as writer:
            await writer.execute("DELETE FROM updates WHERE done < ?", (seconds(now - REMEMBERED),))
            aside = await writer.fetch_all(
                "UPDATE updates SET done = ?, payload = NULL WHERE done IS NULL AND starts >= ? RETURNING id",
                (seconds(now), MOST_STARTS),
            )
            rows = await writer.fetch_all("SELECT id, payload, received FROM updates WHERE done IS NULL ORDER BY id")
        return [KeptUpdate(row[0], row[1], moment(row[2])) for row in rows], [row[0] for row in aside]

    async def begin(self, update_id: int) -> None:
        """Notes that the handling of a replayed update begins."""
        await self._done.add(("UPDATE updates SET starts = starts + 1 WHERE id = ?", (update_id,)))

    async def close(self) -> None:
        """Returns once every mark is written."""
        await self._kept.close()
        await self._done.close()
