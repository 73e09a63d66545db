"""Chats that answered "too many requests", kept so that a restart does not call them too early."""

from datetime import datetime

from knowledge.store.database import Database
from knowledge.store.moments import moment, seconds

EVERYONE = 0  # the chat id under which a halt of everything is kept


class HaltStore:
    """Until when nothing may be sent to a chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, chat: int, until: datetime) -> None:
        """Keeps a halt; a longer one already kept stays."""
        async with self._database.transaction() as writer:
            await writer.execute(
                """INSERT INTO halts (chat, until) VALUES (?, ?)
                   ON CONFLICT (chat) DO UPDATE SET until = max(until, excluded.until)""",
                (chat, seconds(until)),
            )

    async def current(self, now: datetime) -> dict[int, datetime]:
        """Every halt that lasts beyond `now`; the others are forgotten."""
        async with self._database.transaction() as writer:
            await writer.execute("DELETE FROM halts WHERE until <= ?", (seconds(now),))
            rows = await writer.fetch_all("SELECT chat, until FROM halts")
        return {chat: moment(until) for chat, until in rows}
