"""An answer made into a reply that fits where the conversation stands, and into what is kept of it."""

from dataclasses import dataclass, replace
from hashlib import blake2s
from typing import assert_never

from handlers.incoming import Letter, Place, PlaceKind, Sender
from handlers.keyboards import answer_rows, group_rows, menu_rows
from handlers.rendering.answer import answer_html
from handlers.rendering.html import Html, escape, paragraphs, split
from handlers.rendering.reply import Reply
from handlers.rendering.texts import Texts
from knowledge.language.text import fold
from knowledge.model.answer import Answer, Clarification, DirectAnswer, HedgedAnswer, Refusal, SmallTalk
from knowledge.model.status import status_of
from knowledge.store.conversations import NewTurn, Standing

MISSES_TO_GIVE_UP = 3
QUESTIONS_A_MINUTE = 20
MINUTE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class AnswerReply:
    """A reply, the digest of what it says, and how many questions in a row have now missed."""

    reply: Reply
    said: str
    misses: int


def answer_reply(
    answer: Answer, texts: Texts, place: Place, handle: str, standing: Standing, *, opening: Html | None = None
) -> AnswerReply:
    """The reply to a question: worded unlike the one before it, and after three misses in a row with the menu.

    `opening` goes before the first part.
    """
    in_group = place.kind is not PlaceKind.PRIVATE
    misses = misses_after(answer, standing.misses)
    giving_up = misses >= MISSES_TO_GIVE_UP and not in_group
    answer = without_suggestions(answer) if giving_up else without_old_suggestions(answer, standing)
    parts = answer_html(answer, texts, short=in_group)
    if digest(parts) == standing.last_said:
        parts = answer_html(answer, texts, short=in_group, again=True)
    said = digest(parts)
    rows = group_rows(answer, texts, handle) if in_group else answer_rows(answer, texts)
    if giving_up:
        parts, rows = split(paragraphs(*parts, texts.html("question-give-up"))), menu_rows(texts)
    if opening is not None:
        parts = split(paragraphs(opening, *parts))
    return AnswerReply(Reply(parts, rows), said, 0 if giving_up else misses)


def without_suggestions(answer: Answer) -> Answer:
    """The answer alone: the menu under it takes their place."""
    return answer if isinstance(answer, Clarification) else replace(answer, suggestions=())


def without_old_suggestions(answer: Answer, standing: Standing) -> Answer:
    """The answer without the questions that were answered just before."""
    if isinstance(answer, Clarification):
        return answer
    units = {(turn.story, turn.unit) for turn in standing.context}
    questions = {folded(turn.question) for turn in standing.context}
    fresh = (
        one
        for one in answer.suggestions
        if (one.story, one.unit) not in units and folded(one.question) not in questions
    )
    return replace(answer, suggestions=tuple(fresh))


def misses_after(answer: Answer, misses: int) -> int:
    """How many questions in a row have found nothing, this one included."""
    match answer:
        case Refusal() | HedgedAnswer():
            return misses + 1
        case DirectAnswer():
            return 0
        case Clarification() | SmallTalk():
            return misses
        case _:
            assert_never(answer)


def new_turn(
    sender: Sender, question: str, answer: Answer, messages: tuple[int, ...], made: AnswerReply, message: int | None
) -> NewTurn:
    """What is kept of an answered question; `message` is the reader's that asked it, None where a button did."""
    evidence = answer.evidence[0] if isinstance(answer, DirectAnswer | HedgedAnswer) and answer.evidence else None
    return NewTurn(
        chat=sender.place.chat,
        person=sender.person,
        message=message,
        question=question,
        folded=folded(question),
        status=status_of(answer).value,
        story=evidence.card.slug if evidence else None,
        revision=evidence.card.revision if evidence else None,
        unit=evidence.unit if evidence else None,
        messages=messages,
        said=made.said,
        misses=made.misses,
    )


def folded(question: str) -> str:
    """A question as it is compared with an earlier one."""
    return " ".join(fold(question).strip(" ?!.").split())


def digest(parts: tuple[str, ...]) -> str:
    """A short stand-in for what was said."""
    return blake2s("\n".join(parts).encode(), digest_size=8).hexdigest()


def answering(letter: Letter) -> int | None:
    """The message that a reply hangs on: in groups the question, in private none is needed."""
    return letter.message if letter.place.kind is not PlaceKind.PRIVATE else None


def titled(question: str, parts: tuple[Html, ...]) -> tuple[Html, ...]:
    """An answer under the question that a button asked."""
    return split(paragraphs(Html(f"<b>{escape(question)}</b>"), *parts))
