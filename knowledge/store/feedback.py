"""What readers think of answers, and the questions that they pass on to the editors."""

from dataclasses import dataclass
from datetime import datetime

from knowledge.model.feedback import Reason, Verdict
from knowledge.store.database import Database


@dataclass(frozen=True, slots=True)
class EditorQuestion:
    """A question passed on to the editors, and the chat that waits for the answer."""

    id: int
    chat: int
    person: int
    question: str


class FeedbackStore:
    """Thumbs and passed-on questions, by ids only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def vote(self, turn: int, person: int, verdict: Verdict, reason: Reason | None, *, now: datetime) -> None:
        """Keeps the person's verdict on the answer of `turn`; a later one replaces it."""
        async with self._database.transaction() as writer:
            await writer.execute(
                "INSERT OR REPLACE INTO feedback (turn, person, verdict, reason, given) VALUES (?, ?, ?, ?, ?)",
                (turn, person, verdict.value, reason.value if reason else None, now.timestamp()),
            )

    async def withdraw(self, turn: int, person: int) -> None:
        """Takes the person's verdict back."""
        async with self._database.transaction() as writer:
            await writer.execute("DELETE FROM feedback WHERE turn = ? AND person = ?", (turn, person))

    async def counts(self) -> dict[str, int]:
        """How many answers were found good, and bad for which reason: {"good": 3, "bad": 1, "bad wrong": 2}."""
        rows = await self._database.fetch_all(
            "SELECT trim(verdict || ' ' || coalesce(reason, '')), count(*) FROM feedback GROUP BY 1 ORDER BY 1"
        )
        return dict(rows)

    async def pass_on(self, chat: int, person: int, question: str, *, now: datetime) -> EditorQuestion | None:
        """Keeps a question for the editors; None if the same person's same question waits already."""
        async with self._database.transaction() as writer:
            waiting = await writer.fetch_all(
                "SELECT 1 FROM editor_questions WHERE person = ? AND question = ? AND answered IS NULL",
                (person, question),
            )
            if waiting:
                return None
            number = await writer.insert(
                "INSERT INTO editor_questions (chat, person, question, asked) VALUES (?, ?, ?, ?)",
                (chat, person, question, now.timestamp()),
            )
        return EditorQuestion(number, chat, person, question)

    async def note_notice(self, question: int, chat: int, message: int) -> None:
        """Remembers the message in which an editor was told of the question."""
        async with self._database.transaction() as writer:
            await writer.execute(
                "INSERT OR REPLACE INTO editor_notices (chat, message, question) VALUES (?, ?, ?)",
                (chat, message, question),
            )

    async def told_in(self, chat: int, message: int) -> EditorQuestion | None:
        """The question of which an editor was told in `message`."""
        row = await self._database.fetch_one(
            """SELECT q.id, q.chat, q.person, q.question FROM editor_notices AS n
               JOIN editor_questions AS q ON q.id = n.question WHERE n.chat = ? AND n.message = ?""",
            (chat, message),
        )
        return None if row is None else EditorQuestion(*row)

    async def waiting(self) -> tuple[EditorQuestion, ...]:
        """The questions that no editor has answered, oldest first."""
        rows = await self._database.fetch_all(
            "SELECT id, chat, person, question FROM editor_questions WHERE answered IS NULL ORDER BY id"
        )
        return tuple(EditorQuestion(*row) for row in rows)

    async def answered(self, question: int, *, now: datetime) -> None:
        """Notes that an editor's answer has reached the reader."""
        async with self._database.transaction() as writer:
            await writer.execute("UPDATE editor_questions SET answered = ? WHERE id = ?", (now.timestamp(), question))
