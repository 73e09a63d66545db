"""Messages with words: which are questions, and which are for somebody else."""

from handlers.courtesies import Courtesies
from handlers.feedback import Feedback
from handlers.incoming import Letter, PlaceKind
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.questions import Questions


class Letters:
    """Sorts what people write."""

    def __init__(
        self, questions: Questions, feedback: Feedback, courtesies: Courtesies, interface: Interface, outgoing: Outgoing
    ) -> None:
        self._questions = questions
        self._feedback = feedback
        self._courtesies = courtesies
        self._interface = interface
        self._outgoing = outgoing

    async def words(self, letter: Letter) -> None:
        """A question, unless it stands in a group and is not for the bot, or is an editor's answer to a reader."""
        if not letter.addressed or await self._feedback.answered_by_editor(letter):
            return
        if letter.command is not None:  # in letters that Telegram takes for no command: "/мова"
            return await self._courtesies.unknown_command(letter)
        await self._questions.ask(letter, letter.text)

    async def ask(self, letter: Letter) -> None:
        """The question after /ask; without one, says how to go on."""
        if letter.argument:
            return await self._questions.ask(letter, letter.argument)
        texts = await self._interface.texts(letter)
        await self._outgoing.say(letter, texts.html("ask-what"))

    async def edited(self, letter: Letter) -> None:
        """An edited question edits its answer."""
        if not letter.addressed:
            return
        if letter.command is None:
            await self._questions.ask_again(letter, letter.text)
        elif letter.command == "ask" and letter.argument:
            await self._questions.ask_again(letter, letter.argument)
        elif letter.place.kind is PlaceKind.PRIVATE:
            await self._courtesies.edited_command(letter)

    async def asked(self, letter: Letter) -> None:
        """What waits for the editors; for anybody else there is no such command."""
        if not await self._feedback.waiting(letter):
            await self.unknown_command(letter)

    async def unknown_command(self, letter: Letter) -> None:
        """A command that does not exist; in groups only if it is plainly this bot's."""
        if letter.by_name:
            await self._courtesies.unknown_command(letter)
