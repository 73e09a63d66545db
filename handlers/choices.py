"""Questions asked by buttons: chips under an answer, and the choices after "which do you mean"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from handlers.buttons import ChooseUnit, ShowUnit
from handlers.incoming import PlaceKind, Press, Sender
from handlers.interface import Interface
from handlers.keyboards import menu_rows
from handlers.outgoing import Outgoing
from handlers.rendering.reply import Reply
from handlers.rendering.texts import Texts
from handlers.replies import MINUTE_SECONDS, QUESTIONS_A_MINUTE, AnswerReply, answer_reply, new_turn, titled
from knowledge.answering.answerer import Answerer
from knowledge.browsing.shelf import Shelf, passage
from knowledge.model.answer import DirectAnswer, Question, Stance
from knowledge.model.story import Unit
from knowledge.store.conversations import ConversationStore, Standing
from knowledge.store.story_rows import StoredStory


class Choices:
    """Shows the passage that a button stands for."""

    def __init__(
        self,
        answerer: Answerer,
        shelf: Shelf,
        conversations: ConversationStore,
        interface: Interface,
        outgoing: Outgoing,
        clock: Callable[[], datetime],
    ) -> None:
        self._answerer = answerer
        self._shelf = shelf
        self._conversations = conversations
        self._interface = interface
        self._outgoing = outgoing
        self._clock = clock

    async def show(self, press: Press, action: ShowUnit) -> None:
        """Answers the question on a chip with a new message."""
        texts = await self._interface.texts(press)
        found = await self._shelf.passage(action.story, action.unit)
        if found is None:
            return await self._outgoing.acknowledge(press.query, texts("button-gone"))
        if (await self._standing(press)).asked_lately >= QUESTIONS_A_MINUTE:
            return await self._outgoing.acknowledge(press.query, texts("question-slow-down"))
        await self._outgoing.acknowledge(press.query)
        await self.present(press, found, question_on(press, found[1]), answering=press.message)

    async def present(
        self, sender: Sender, found: tuple[StoredStory, Unit], question: str | None, *, answering: int | None = None
    ) -> None:
        """Sends the passage as an answer to `question`, or to the first question that it is known to answer."""
        stored, unit = found
        texts = await self._interface.texts(sender)
        asked = question or unit.question or next(iter(unit.asks), None)
        answer = await self._answer(stored, unit, asked, texts)
        standing = await self._standing(sender)
        made = answer_reply(answer, texts, sender.place, self._outgoing.handle, standing)
        reply = Reply(titled(asked, made.reply.parts), made.reply.buttons) if asked else made.reply
        in_group = sender.place.kind is PlaceKind.GROUP
        messages = await self._outgoing.send(sender.place, reply, answering=answering if in_group else None)
        turn = new_turn(sender, asked or unit.text, answer, messages, made, None)
        await self._conversations.record(turn, now=self._clock())

    async def choose(self, press: Press, action: ChooseUnit) -> None:
        """Turns "which do you mean" into the chosen answer."""
        texts = await self._interface.texts(press)
        found = await self._shelf.passage(action.story, action.unit)
        if found is None:
            return await self._outgoing.acknowledge(press.query, texts("button-gone"))
        await self._outgoing.acknowledge(press.query)
        stored, unit = found
        asked = question_on(press, unit) or unit.question
        answer = await self._answer(stored, unit, asked, texts)
        standing = await self._standing(press)
        made = answer_reply(answer, texts, press.place, self._outgoing.handle, standing)
        parts = titled(asked, made.reply.parts) if asked else made.reply.parts
        messages = await self._outgoing.edit(press.place, (press.message,), Reply(parts, made.reply.buttons))
        await self._replace(press, answer, messages, made)

    async def none_of_these(self, press: Press) -> None:
        """Gives up on the choices, kindly, with the ways on."""
        texts = await self._interface.texts(press)
        await self._outgoing.acknowledge(press.query)
        reply = Reply((texts.html("clarify-gave-up"),), menu_rows(texts))
        await self._outgoing.edit(press.place, (press.message,), reply)

    async def _answer(self, stored: StoredStory, unit: Unit, asked: str | None, texts: Texts) -> DirectAnswer:
        """The answerer's own words for the passage where it finds it by the question, else the passage as it stands."""
        if asked:
            question = Question(asked, language=texts.language, story=stored.row.slug, only_story=True)
            answer = await self._answerer.answer(question)
            if isinstance(answer, DirectAnswer) and unit.key in {one.unit for one in answer.evidence}:
                return answer
        return passage(stored, (unit,), texts.language, Stance.STATEMENT)

    async def _standing(self, sender: Sender) -> Standing:
        return await self._conversations.standing(
            sender.place.chat, sender.person, now=self._clock(), window_seconds=MINUTE_SECONDS
        )

    async def _replace(self, press: Press, answer: DirectAnswer, messages: tuple[int, ...], made: AnswerReply) -> None:
        kept = await self._conversations.answered_by(press.place.chat, press.message)
        turn = new_turn(press, kept.question if kept else press.label or "", answer, messages, made, None)
        if kept is None:
            await self._conversations.record(turn, now=self._clock())
        else:
            await self._conversations.replace(kept.id, replace(turn, message=kept.message), now=self._clock())


def question_on(press: Press, unit: Unit) -> str | None:
    """The question on the tapped button; None where it was cut, or is the passage's own words."""
    label = press.label
    return label if label and not label.endswith("…") and label not in (unit.text, unit.name) else None
