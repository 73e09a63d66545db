"""A few numbers that say how the bot is doing, cheap enough to be read every few seconds."""

from dataclasses import dataclass
from datetime import datetime

from knowledge.store.database import Database
from knowledge.store.moments import optional_moment, seconds


@dataclass(frozen=True, slots=True)
class VitalSigns:
    """`due` alerts wait to be sent or edited now, `later` ones for their time; `size` is of the file, in bytes."""

    due: int
    later: int
    oldest_due: datetime | None
    dead: int
    subscriptions: int
    updates: int  # taken from Telegram and not handled yet
    size: int


async def vital_signs(database: Database, now: datetime) -> VitalSigns:
    """The numbers at `now`, read from indexes. Raises StoreError where the database cannot be read."""
    rows = await database.fetch_all(
        """SELECT
             (SELECT count(*) FROM outbox WHERE state IN ('queued', 'edit') AND due <= ?1),
             (SELECT count(*) FROM outbox WHERE state IN ('queued', 'edit') AND due > ?1),
             (SELECT min(due) FROM outbox WHERE state IN ('queued', 'edit') AND due <= ?1),
             (SELECT count(*) FROM outbox WHERE state = 'dead'),
             (SELECT count(*) FROM subscriptions WHERE state = 'active'),
             (SELECT count(*) FROM updates WHERE done IS NULL)""",
        (seconds(now),),
    )
    due, later, oldest, dead, subscriptions, updates = rows[0]
    size = sum(
        path.stat().st_size
        for path in (database.path, database.path.with_name(database.path.name + "-wal"))
        if path.exists()
    )
    return VitalSigns(due, later, optional_moment(oldest), dead, subscriptions, updates, size)
