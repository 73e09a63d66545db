"""What is kept of a reader: the language they fixed, and how everything of theirs is forgotten."""

from datetime import datetime

from knowledge.store.database import Database


class ReaderStore:
    """Readers by Telegram's id; no names."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def language(self, person: int) -> str | None:
        """The interface language that they fixed, or None."""
        row = await self._database.fetch_one("SELECT language FROM readers WHERE person = ?", (person,))
        return None if row is None else row[0]

    async def fix_language(self, person: int, language: str | None) -> None:
        """Keeps the interface language that they chose; None goes back to Telegram's."""
        async with self._database.transaction() as writer:
            await writer.execute(
                """INSERT INTO readers (person, language) VALUES (?, ?)
                   ON CONFLICT (person) DO UPDATE SET language = excluded.language""",
                (person, language),
            )

    async def warn(self, person: int, *, now: datetime, window_seconds: float) -> bool:
        """Notes that they were asked to slow down; False if they were within the last `window_seconds`."""
        moment = now.timestamp()
        async with self._database.transaction() as writer:
            changed = await writer.execute(
                """INSERT INTO readers (person, warned) VALUES (?, ?)
                   ON CONFLICT (person) DO UPDATE SET warned = excluded.warned
                   WHERE warned IS NULL OR warned < ?""",
                (person, moment, moment - window_seconds),
            )
        return changed > 0

    async def forget(self, person: int) -> int:
        """Deletes every row of theirs, alerts included; returns how many questions went."""
        async with self._database.transaction() as writer:
            own = "SELECT id FROM subscriptions WHERE chat = ?"  # a private chat has its person's id
            await writer.execute(f"DELETE FROM outbox WHERE subscription IN ({own})", (person,))  # noqa: S608
            await writer.execute("DELETE FROM subscriptions WHERE chat = ?", (person,))
            await writer.execute("DELETE FROM feedback WHERE person = ?", (person,))
            await writer.execute("DELETE FROM editor_questions WHERE person = ?", (person,))
            questions = await writer.execute("DELETE FROM turns WHERE person = ?", (person,))
            await writer.execute("DELETE FROM conversations WHERE person = ?", (person,))
            await writer.execute("DELETE FROM readers WHERE person = ?", (person,))
        return questions
