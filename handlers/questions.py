"""Questions in plain text: asked, edited, replied to an earlier answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.incoming import Letter, PlaceKind, Sender
from handlers.outgoing import Outgoing
from handlers.rendering.html import escape
from handlers.rendering.reply import said
from handlers.rendering.texts import interface_language, texts_in
from handlers.replies import MINUTE_SECONDS, QUESTIONS_A_MINUTE, AnswerReply, answer_reply, answering, folded, new_turn
from knowledge.answering.answerer import Answerer
from knowledge.model.answer import Answer, DirectAnswer, Question
from knowledge.store.conversations import ConversationStore, KeptTurn, Standing
from knowledge.store.readers import ReaderStore

ASKED_AGAIN_WITHIN = timedelta(hours=1)
LATE_AFTER = timedelta(minutes=10)


class Questions:
    """Answers what readers type and keeps what follow-ups need."""

    def __init__(
        self,
        answerer: Answerer,
        conversations: ConversationStore,
        readers: ReaderStore,
        outgoing: Outgoing,
        clock: Callable[[], datetime],
    ) -> None:
        self._answerer = answerer
        self._conversations = conversations
        self._readers = readers
        self._outgoing = outgoing
        self._clock = clock

    async def ask(self, letter: Letter, text: str) -> None:
        """Answers `text` in the place of `letter`."""
        standing = await self._standing(letter)
        if standing.asked_lately >= QUESTIONS_A_MINUTE:
            return await self._slow_down(letter, standing)
        standing = await self._going_on(letter, standing)
        answer = await self._answer(letter, text, standing)
        earlier = await self._earlier(letter, text, answer)
        if earlier is not None:
            return await self._point_back(letter, earlier, standing)
        made = self._reply(letter, answer, standing, late=self._clock() - letter.sent > LATE_AFTER)
        messages = await self._outgoing.send(letter.place, made.reply, answering=answering(letter))
        turn = new_turn(letter, text, answer, messages, made, letter.message)
        await self._conversations.record(turn, now=self._clock())

    async def ask_again(self, letter: Letter, text: str) -> None:
        """Answers an edited question by editing its answer; one that was never answered is answered now."""
        kept = await self._conversations.asked_in(letter.place.chat, letter.message)
        if kept is None or not kept.messages:
            return await self.ask(letter, text)
        if kept.question == text:
            return None
        standing = await self._going_on(letter, await self._standing(letter))
        before = tuple(turn for turn in standing.context if turn != kept.turn)
        standing = replace(standing, context=before, last_said=None)  # the new answer stands where the old one stood
        answer = await self._answer(letter, text, standing)
        made = self._reply(letter, answer, standing)
        messages = await self._outgoing.edit(letter.place, kept.messages, made.reply)
        turn = new_turn(letter, text, answer, messages, made, letter.message)
        await self._conversations.replace(kept.id, turn, now=self._clock())

    async def _standing(self, letter: Letter) -> Standing:
        return await self._conversations.standing(
            letter.place.chat, letter.person, now=self._clock(), window_seconds=MINUTE_SECONDS
        )

    async def _going_on(self, letter: Letter, standing: Standing) -> Standing:
        """A reply to an answer goes on from there, one to an alert from its story, others from before."""
        if letter.replied_to is None:
            return standing
        kept = await self._conversations.answered_by(letter.place.chat, letter.replied_to)
        if kept is not None:
            return replace(standing, context=(kept.turn,), story=kept.story or standing.story)
        announced = await self._conversations.announced_in(letter.place.chat, letter.replied_to)
        return replace(standing, context=(), story=announced) if announced else standing

    async def _answer(self, letter: Letter, text: str, standing: Standing) -> Answer:
        language = standing.language or interface_language(letter.language_code)
        question = Question(text, language=language, story=standing.story, context=standing.context)
        async with self._outgoing.typing(letter.place):
            return await self._answerer.answer(question)

    def _reply(self, letter: Letter, answer: Answer, standing: Standing, *, late: bool = False) -> AnswerReply:
        texts = texts_in(standing.language or answer.language)
        opening = escape(texts("question-late")) if late else None
        return answer_reply(answer, texts, letter.place, self._outgoing.handle, standing, opening=opening)

    async def _earlier(self, letter: Letter, text: str, answer: Answer) -> KeptTurn | None:
        """The answer that a group got to the same question within the hour, if it would be the same now."""
        if letter.place.kind is not PlaceKind.GROUP or not isinstance(answer, DirectAnswer):
            return None
        since = self._clock() - ASKED_AGAIN_WITHIN
        earlier = await self._conversations.asked_before(letter.place.chat, folded(text), since=since)
        first = answer.evidence[0]
        same = earlier is not None and (earlier.story, earlier.unit) == (first.card.slug, first.unit)
        return earlier if same and earlier is not None and earlier.messages else None

    async def _point_back(self, letter: Letter, earlier: KeptTurn, standing: Standing) -> None:
        texts = texts_in(standing.language or interface_language(letter.language_code))
        url = letter.place.link_to(earlier.messages[0])
        pointer = texts.html("group-answered-link", url=url) if url else texts.html("group-answered")
        target = letter.message if url else earlier.messages[0]
        await self._outgoing.send(letter.place, said(pointer), answering=target)

    async def _slow_down(self, sender: Sender, standing: Standing) -> None:
        """One polite line, once a minute; beyond it silence, so that one person never slows the others."""
        if await self._readers.warn(sender.person, now=self._clock(), window_seconds=MINUTE_SECONDS):
            texts = texts_in(standing.language or interface_language(sender.language_code))
            await self._outgoing.send(sender.place, said(texts.html("question-slow-down")))
