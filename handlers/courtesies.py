"""A kind word for what is no question: photos, stickers, voices, commands that do not exist."""

from rapidfuzz import fuzz, process

from handlers.commands import COMMANDS
from handlers.incoming import Letter
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.replies import digest
from knowledge.store.conversations import ConversationStore

KINDS = ("photo", "voice", "sticker", "video", "document", "location")
LIKE_ENOUGH = 60  # of 100: /strory, /hepl, /languge; nothing near for /weather


class Courtesies:
    """Says something kind, and not the same thing twice in a row."""

    def __init__(self, conversations: ConversationStore, interface: Interface, outgoing: Outgoing) -> None:
        self._conversations = conversations
        self._interface = interface
        self._outgoing = outgoing

    async def no_words(self, letter: Letter) -> None:
        """For a message without words that could be a question."""
        kinds = {"video_note": "video", "animation": "sticker", "audio": "voice", "contact": "location"}
        kind = kinds.get(letter.kind, letter.kind)
        await self._say(letter, f"courtesy-{kind if kind in KINDS else 'other'}")

    async def unknown_command(self, letter: Letter) -> None:
        """For a command that does not exist: the one that was probably meant."""
        typed = letter.command or ""
        like = process.extractOne(typed, COMMANDS, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
        if like is None:
            await self._say(letter, "command-unknown")
        else:
            await self._say(letter, "command-meant", command=f"/{like[0]}")

    async def edited_command(self, letter: Letter) -> None:
        """For a command that was edited: only a new message gives one."""
        await self._say(letter, "command-edited")

    async def _say(self, letter: Letter, message: str, **values: str) -> None:
        texts = await self._interface.texts(letter)
        last_said = await self._conversations.last_said(letter.place.chat, letter.person)
        html = texts.html(message, again=0, **values)
        if digest((html,)) == last_said:
            html = texts.html(message, again=1, **values)
        await self._outgoing.say(letter, html)
        await self._conversations.note_said(letter.place.chat, letter.person, digest((html,)))
