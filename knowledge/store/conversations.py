"""What was asked and what answered it: context for follow-ups, across restarts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge.model.answer import Turn
from knowledge.store.database import Database, Row, Writer
from knowledge.store.grouped import Grouped

CONTEXT_MINUTES = 15
CONTEXT_TURNS = 6
KEPT_DAYS = 90

STANDING = """INSERT INTO conversations (chat, person, misses, last_said) VALUES (?, ?, ?, ?)
    ON CONFLICT (chat, person) DO UPDATE SET misses = excluded.misses, last_said = excluded.last_said"""
TURN_COLUMNS = "t.id, t.chat, t.person, t.message, t.question, t.status, t.story, t.unit"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person's conversation in one chat stands. `asked_lately` counts their questions in all chats."""

    story: str | None = None
    context: tuple[Turn, ...] = ()
    misses: int = 0
    last_said: str | None = None
    asked_lately: int = 0
    language: str | None = None  # fixed with /language


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A question that was asked; `messages` are those that answered it, in order."""

    id: int
    chat: int
    person: int
    message: int | None
    question: str
    status: str
    story: str | None
    unit: str | None
    messages: tuple[int, ...] = ()

    @property
    def turn(self) -> Turn:
        """The turn as context for a follow-up."""
        return Turn(self.question, self.story, self.unit)


@dataclass(frozen=True, slots=True)
class NewTurn:
    """A question that has just been answered with the messages `messages`; see the table for the rest."""

    chat: int
    person: int
    message: int | None
    question: str
    folded: str
    status: str
    story: str | None
    revision: int | None
    unit: str | None
    messages: tuple[int, ...]
    said: str
    misses: int


@dataclass(slots=True)
class _Asked:
    """A turn on its way into the database, which numbers it."""

    turn: NewTurn
    at: datetime
    number: int = 0


class ConversationStore:
    """Conversations, each of one person in one chat."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asked: Grouped[_Asked] = Grouped(database, _write_asked)

    async def standing(self, chat: int, person: int, *, now: datetime, window_seconds: float) -> Standing:
        """How things stand before a question; context is fresh, and of stories that have not changed since."""
        moment = now.timestamp()
        head = await self._database.fetch_one(
            """SELECT c.story, c.misses, c.last_said, c.since, r.language,
                      (SELECT count(*) FROM turns WHERE person = p.id AND asked > ?)
               FROM (SELECT ? AS id) AS p
               LEFT JOIN conversations AS c ON c.person = p.id AND c.chat = ?
               LEFT JOIN readers AS r ON r.person = p.id""",
            (moment - window_seconds, person, chat),
        )
        if head is None:
            return Standing()
        story, misses, last_said, since, language, asked_lately = head
        oldest = max(since or 0.0, (now - timedelta(minutes=CONTEXT_MINUTES)).timestamp())
        rows = await self._database.fetch_all(
            """SELECT t.question, t.story, t.unit FROM turns AS t LEFT JOIN stories AS s ON s.slug = t.story
               WHERE t.chat = ? AND t.person = ? AND t.asked > ? AND t.status <> 'smalltalk'
                     AND (t.story IS NULL OR s.revision = t.revision)
               ORDER BY t.asked DESC, t.id DESC LIMIT ?""",
            (chat, person, oldest, CONTEXT_TURNS),
        )
        context = tuple(Turn(*row) for row in reversed(rows))
        return Standing(story, context, misses or 0, last_said, asked_lately, language)

    async def record(self, turn: NewTurn, *, now: datetime) -> int:
        """Keeps an answered question, in one transaction with others that are answered just now; returns its id."""
        asked = _Asked(turn, now)
        await self._asked.add(asked)
        return asked.number

    async def replace(self, number: int, turn: NewTurn, *, now: datetime) -> None:
        """Puts an edited question and its new answer in the place of turn `number`."""
        async with self._database.transaction() as writer:
            await writer.execute(
                """UPDATE turns SET chat = ?, person = ?, message = ?, question = ?, folded = ?, status = ?,
                   story = ?, revision = ?, unit = ?, asked = ? WHERE id = ?""",
                (*_columns(turn), now.timestamp(), number),
            )
            await _note_replies(writer, turn, number)
            await _note_standing(writer, turn)

    async def note_said(self, chat: int, person: int, said: str) -> None:
        """Remembers what was last said where it was no answer to a question."""
        async with self._database.transaction() as writer:
            await writer.execute(
                """INSERT INTO conversations (chat, person, last_said) VALUES (?, ?, ?)
                   ON CONFLICT (chat, person) DO UPDATE SET last_said = excluded.last_said""",
                (chat, person, said),
            )

    async def answered_by(self, chat: int, message: int) -> KeptTurn | None:
        """The question that `message` of the bot answered, however long ago."""
        return await self._kept(
            "JOIN replies AS r ON r.turn = t.id WHERE r.chat = ? AND r.message = ?", (chat, message)
        )

    async def announced_in(self, chat: int, message: int) -> str | None:
        """The slug of the story that `message` of the bot, an alert, announced."""
        row = await self._database.fetch_one(
            """SELECT i.slug FROM outbox AS o JOIN subscriptions AS s ON s.id = o.subscription
               JOIN items AS i ON i.id = o.item WHERE s.chat = ? AND o.message = ? ORDER BY o.id LIMIT 1""",
            (chat, message),
        )
        return None if row is None else row[0]

    async def asked_in(self, chat: int, message: int) -> KeptTurn | None:
        """The question that a reader's `message` asked."""
        return await self._kept("WHERE t.chat = ? AND t.message = ?", (chat, message))

    async def asked_before(self, chat: int, folded: str, *, since: datetime) -> KeptTurn | None:
        """The latest time the same question was answered in `chat` after `since`."""
        return await self._kept(
            "WHERE t.chat = ? AND t.folded = ? AND t.asked > ? AND t.status = 'answer'",
            (chat, folded, since.timestamp()),
        )

    async def last_said(self, chat: int, person: int) -> str | None:
        """The digest of what was last said to them there."""
        row = await self._database.fetch_one(
            "SELECT last_said FROM conversations WHERE chat = ? AND person = ?", (chat, person)
        )
        return None if row is None else row[0]

    async def open_story(self, chat: int, person: int) -> str | None:
        """The slug of the story that they came from."""
        row = await self._database.fetch_one(
            "SELECT story FROM conversations WHERE chat = ? AND person = ?", (chat, person)
        )
        return None if row is None else row[0]

    async def start_over(self, chat: int, person: int, *, story: str | None = None, now: datetime) -> None:
        """Clears the context; from now on the person comes from `story`."""
        async with self._database.transaction() as writer:
            await writer.execute(
                """INSERT INTO conversations (chat, person, story, since) VALUES (?, ?, ?, ?)
                   ON CONFLICT (chat, person)
                   DO UPDATE SET story = excluded.story, since = excluded.since, misses = 0""",
                (chat, person, story, now.timestamp()),
            )

    async def move_chat(self, old: int, new: int) -> None:
        """A group became a supergroup with another id; its message ids start anew, so only the standing moves."""
        async with self._database.transaction() as writer:
            await writer.execute("UPDATE OR REPLACE conversations SET chat = ? WHERE chat = ?", (new, old))

    async def drop_old(self, *, now: datetime) -> int:
        """Deletes questions and feedback older than 90 days; returns how many questions."""
        oldest = (now - timedelta(days=KEPT_DAYS)).timestamp()
        async with self._database.transaction() as writer:
            await writer.execute("DELETE FROM editor_questions WHERE asked < ?", (oldest,))
            return await writer.execute("DELETE FROM turns WHERE asked < ?", (oldest,))

    async def _kept(self, condition: str, parameters: tuple[int | float | str, ...]) -> KeptTurn | None:
        row = await self._database.fetch_one(
            f"SELECT {TURN_COLUMNS} FROM turns AS t {condition} ORDER BY t.asked DESC, t.id DESC LIMIT 1",  # noqa: S608
            parameters,
        )
        if row is None:
            return None
        messages = await self._database.fetch_all(
            "SELECT message FROM replies WHERE turn = ? ORDER BY message", (row[0],)
        )
        return _kept_turn(row, messages)


def _kept_turn(row: Row, messages: list[Row]) -> KeptTurn:
    number, chat, person, message, question, status, story, unit = row
    answered_with = tuple(answer for (answer,) in messages)
    return KeptTurn(number, chat, person, message, question, status, story, unit, answered_with)


def _columns(turn: NewTurn) -> tuple[int | str | None, ...]:
    return (
        turn.chat,
        turn.person,
        turn.message,
        turn.question,
        turn.folded,
        turn.status,
        turn.story,
        turn.revision,
        turn.unit,
    )


async def _write_asked(writer: Writer, asked: Sequence[_Asked]) -> None:
    first = (await writer.fetch_all("SELECT coalesce(max(id), 0) + 1 FROM turns"))[0][0]
    for number, one in enumerate(asked, first):
        one.number = number
    await writer.execute_many(
        """INSERT INTO turns (id, chat, person, message, question, folded, status, story, revision, unit, asked)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [(one.number, *_columns(one.turn), one.at.timestamp()) for one in asked],
    )
    await writer.execute_many(
        "INSERT OR REPLACE INTO replies (chat, message, turn) VALUES (?, ?, ?)",
        [(one.turn.chat, message, one.number) for one in asked for message in one.turn.messages],
    )
    await writer.execute_many(STANDING, [_standing_values(one.turn) for one in asked])


async def _note_replies(writer: Writer, turn: NewTurn, number: int) -> None:
    await writer.execute("DELETE FROM replies WHERE turn = ?", (number,))
    await writer.execute_many(
        "INSERT OR REPLACE INTO replies (chat, message, turn) VALUES (?, ?, ?)",
        [(turn.chat, message, number) for message in turn.messages],
    )


async def _note_standing(writer: Writer, turn: NewTurn) -> None:
    await writer.execute(STANDING, _standing_values(turn))


def _standing_values(turn: NewTurn) -> tuple[int | str, ...]:
    return turn.chat, turn.person, turn.misses, turn.said
