"""What the database need not keep for ever, forgotten in small steps."""

from datetime import datetime, timedelta

from knowledge.store.database import Database
from knowledge.store.moments import seconds
from knowledge.store.updates import REMEMBERED

ALERTS_KEPT = timedelta(days=31)  # an edit or a withdrawal reaches alerts of this age; so does a related item's reply
ROWS_AT_ONCE = 2_000  # in one transaction, so that nobody who writes waits long

OLD_ALERTS = """DELETE FROM outbox WHERE id IN (
    SELECT o.id FROM items AS i JOIN outbox AS o ON o.item = i.id
    WHERE i.created < ? AND i.fan_out IS NULL AND i.refresh IS NULL AND o.state IN ('sent', 'dropped', 'dead')
    LIMIT ?)"""
OLD_UPDATES = "DELETE FROM updates WHERE id IN (SELECT id FROM updates WHERE done < ? LIMIT ?)"


async def forget_old(database: Database, now: datetime) -> int:
    """Forgets what became of alerts a month ago and the ids of updates that cannot come again; how many rows."""
    alerts = await forget(database, OLD_ALERTS, now - ALERTS_KEPT)
    return alerts + await forget(database, OLD_UPDATES, now - REMEMBERED)


async def forget(database: Database, statement: str, before: datetime) -> int:
    """Runs one of the statements until nothing is left for it."""
    total = 0
    while True:
        async with database.transaction() as writer:
            rows = await writer.execute(statement, (seconds(before), ROWS_AT_ONCE))
        total += rows
        if rows < ROWS_AT_ONCE:
            return total
