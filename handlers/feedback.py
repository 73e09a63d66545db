"""Thumbs, their reasons, reactions, and questions passed on to the editors."""

import logging
from collections.abc import Callable
from datetime import datetime

from telegram.error import BadRequest, Forbidden

from handlers.buttons import AskEditors, BadBecause, Vote
from handlers.incoming import Letter, Place, PlaceKind, Press, Reacted
from handlers.interface import Interface
from handlers.keyboards import reason_row, without
from handlers.outgoing import Outgoing
from handlers.rendering.reply import Rows, said
from handlers.rendering.texts import Texts, texts_in
from knowledge.model.feedback import Verdict
from knowledge.store.conversations import ConversationStore
from knowledge.store.feedback import EditorQuestion, FeedbackStore
from knowledge.store.readers import ReaderStore

WAITING_SHOWN = 10

logger = logging.getLogger(__name__)


class Feedback:
    """Keeps what readers think of answers, and carries questions to the editors (`editors`: user ids) and back."""

    def __init__(
        self,
        feedback: FeedbackStore,
        conversations: ConversationStore,
        readers: ReaderStore,
        interface: Interface,
        outgoing: Outgoing,
        editors: tuple[int, ...],
        clock: Callable[[], datetime],
    ) -> None:
        self._feedback = feedback
        self._conversations = conversations
        self._readers = readers
        self._interface = interface
        self._outgoing = outgoing
        self._editors = editors
        self._clock = clock

    async def vote(self, press: Press, action: Vote) -> None:
        """Keeps a thumb; a thumb down asks why, in one tap."""
        texts = await self._interface.texts(press)
        kept = await self._conversations.answered_by(press.place.chat, press.message)
        if kept is None:
            return await self._outgoing.acknowledge(press.query, texts("feedback-too-late"))
        await self._feedback.vote(kept.id, press.person, action.verdict, None, now=self._clock())
        good = action.verdict is Verdict.GOOD
        await self._outgoing.acknowledge(press.query, texts("feedback-thanks") if good else texts("feedback-why"))
        rows = without(press.rows, BadBecause)
        await self._change(press, rows if good else (*rows, reason_row(texts)))

    async def because(self, press: Press, action: BadBecause) -> None:
        """Keeps why an answer was bad."""
        texts = await self._interface.texts(press)
        kept = await self._conversations.answered_by(press.place.chat, press.message)
        if kept is None:
            return await self._outgoing.acknowledge(press.query, texts("feedback-too-late"))
        await self._feedback.vote(kept.id, press.person, Verdict.BAD, action.reason, now=self._clock())
        await self._outgoing.acknowledge(press.query, texts("feedback-noted"))
        await self._change(press, without(press.rows, BadBecause))

    async def reacted(self, reacted: Reacted) -> None:
        """A reaction to an answer counts as a thumb; taking it back takes the thumb back."""
        kept = await self._conversations.answered_by(reacted.place.chat, reacted.message)
        if kept is None:
            return
        if reacted.verdict is None:
            await self._feedback.withdraw(kept.id, reacted.person)
        else:
            await self._feedback.vote(kept.id, reacted.person, reacted.verdict, None, now=self._clock())

    async def pass_on(self, press: Press) -> None:
        """Carries the question of this message to the editors."""
        texts = await self._interface.texts(press)
        kept = await self._conversations.answered_by(press.place.chat, press.message)
        if kept is None:
            return await self._outgoing.acknowledge(press.query, texts("feedback-too-late"))
        question = await self._feedback.pass_on(press.place.chat, press.person, kept.question, now=self._clock())
        said_back = texts("editors-already") if question is None else texts("editors-passed-on")
        await self._outgoing.acknowledge(press.query, said_back)
        await self._change(press, without(press.rows, AskEditors))
        if question is not None:
            await self._tell_editors(question)

    async def answered_by_editor(self, letter: Letter) -> bool:
        """Carries an editor's reply to the reader who asked; False where `letter` is no such reply."""
        if letter.person not in self._editors or letter.replied_to is None or not letter.text:
            return False
        question = await self._feedback.told_in(letter.place.chat, letter.replied_to)
        if question is None:
            return False
        texts = await self._texts_of(question.person)
        reader = Place(question.chat, PlaceKind.PRIVATE)
        answer = texts.html("editors-answer", question=question.question, answer=letter.text)
        editors_texts = await self._interface.texts(letter)
        try:
            await self._outgoing.send(reader, said(answer))
        except (BadRequest, Forbidden):
            await self._outgoing.say(letter, editors_texts.html("editors-unreachable"))
            return True
        await self._feedback.answered(question.id, now=self._clock())
        await self._outgoing.say(letter, editors_texts.html("editors-delivered"))
        return True

    async def _change(self, press: Press, rows: Rows) -> None:
        if rows != press.rows:
            await self._outgoing.change_buttons(press.place, press.message, rows)

    async def waiting(self, letter: Letter) -> bool:
        """Shows an editor how answers were found and the questions that wait; False where somebody else asks."""
        if letter.person not in self._editors or letter.place.kind is not PlaceKind.PRIVATE:
            return False
        texts = await self._interface.texts(letter)
        counts = await self._feedback.counts()
        questions = await self._feedback.waiting()
        good = counts.pop("good", 0)
        summary = texts.html("editors-waiting", good=good, bad=sum(counts.values()), count=len(questions))
        await self._outgoing.say(letter, summary)
        for question in questions[:WAITING_SHOWN]:
            await self._notify(question, letter.place, texts)
        return True

    async def _tell_editors(self, question: EditorQuestion) -> None:
        for editor in self._editors:
            texts = await self._texts_of(editor)
            try:
                await self._notify(question, Place(editor, PlaceKind.PRIVATE), texts)
            except (BadRequest, Forbidden) as error:  # an editor who never wrote to the bot, or blocked it
                logger.warning("An editor could not be told of a question: %s.", type(error).__name__)

    async def _notify(self, question: EditorQuestion, editor: Place, texts: Texts) -> None:
        """Shows a question so that a reply to it is carried back."""
        notice = said(texts.html("editors-notice", question=question.question))
        (message, *_) = await self._outgoing.send(editor, notice)
        await self._feedback.note_notice(question.id, editor.chat, message)

    async def _texts_of(self, person: int) -> Texts:
        return texts_in(await self._readers.language(person) or "en")
