"""Inline mode: `@bot word…` in any chat shows finished answers as one types."""

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.incoming import Typed
from handlers.keyboards import deep_link
from handlers.outgoing import NO_PREVIEW
from handlers.rendering.answer import answer_html
from handlers.rendering.html import Html
from handlers.rendering.texts import Texts, interface_language, texts_in
from knowledge.answering.answerer import Answerer
from knowledge.browsing.as_you_type import AsYouType
from knowledge.browsing.shelf import Shelf, reference_of
from knowledge.browsing.worth_asking import questions_of
from knowledge.language.detect import language_of
from knowledge.model.answer import AskedKind, DirectAnswer, Evidence, Explanation, Question, Stance, StoryCard

CARDS = 10
CACHE_SECONDS = 300
DESCRIPTION_CHARACTERS = 120
WORDS_OF_A_QUESTION = 3


class Inline:
    """Answers inline queries with cards."""

    def __init__(self, bot: Bot, answerer: Answerer, as_you_type: AsYouType, shelf: Shelf) -> None:
        self._bot = bot
        self._answerer = answerer
        self._as_you_type = as_you_type
        self._shelf = shelf

    async def type(self, typed: Typed) -> None:
        """Shows up to ten cards, or a button into the private chat.

        Cards are worded in the language of what was typed and shared by all who type it; only where that tells no
        language are they the person's own.
        """
        told = language_of(typed.text, "")
        language = interface_language(told or typed.language_code)
        texts = texts_in(language)
        cards = await self._cards(typed.text, texts)
        button = None if cards else InlineQueryResultsButton(texts("inline-nothing"), start_parameter="ask")
        try:
            await self._bot.answer_inline_query(
                typed.query, cards, cache_time=CACHE_SECONDS, is_personal=not told, button=button
            )
        except BadRequest as error:
            if "query is too old" not in str(error).lower():
                raise

    async def _cards(self, text: str, texts: Texts) -> list[InlineQueryResultArticle]:
        found: dict[str, InlineQueryResultArticle] = {}
        if not text.strip():
            return await self._first_cards(texts)
        if len(text.split()) >= WORDS_OF_A_QUESTION:
            answer = await self._answerer.answer(Question(text, language=texts.language))
            if isinstance(answer, DirectAnswer):
                card = article(answer, texts, self._bot.username, text)
                found[card.id] = card
        for evidence, unit in await self._as_you_type.passages(text, texts.language, CARDS):
            card = article(_chosen(evidence, texts), texts, self._bot.username, unit.question)
            found.setdefault(card.id, card)
        return list(found.values())[:CARDS]

    async def _first_cards(self, texts: Texts) -> list[InlineQueryResultArticle]:
        """What the newest story answers, for somebody who has typed nothing yet."""
        row = await self._shelf.current(texts.language)
        stored = await self._shelf.story(row) if row else None
        if stored is None:
            return []
        units = {unit.key: unit for unit in stored.units}
        card = StoryCard.of(stored.story, stored.row.revision)
        cards = []
        for suggestion in questions_of(stored)[:CARDS]:
            unit = units[suggestion.unit]
            evidence = Evidence(card, unit.heading, unit.key, unit.text)
            cards.append(article(_chosen(evidence, texts), texts, self._bot.username, suggestion.question))
        return cards


def article(answer: DirectAnswer, texts: Texts, handle: str, question: str | None) -> InlineQueryResultArticle:
    """A finished card: its id is the same for the same passage of the same revision."""
    evidence = answer.evidence[0]
    card = evidence.card
    opening = InlineKeyboardButton(texts("inline-open"), url=deep_link(handle, evidence))
    return InlineQueryResultArticle(
        id=f"{reference_of(card.slug)}-{card.revision}-{evidence.unit}"[:64],
        title=question or evidence.section or card.title,
        description=_shortened(evidence.quote),
        input_message_content=InputTextMessageContent(
            answer_html(answer, texts)[0], parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=InlineKeyboardMarkup([[opening]]),
    )


def notice(html: Html, texts: Texts, handle: str) -> InlineQueryResultArticle:
    """A card that quotes nothing: a refusal, small talk."""
    opening = InlineKeyboardButton(texts("group-details"), url=f"https://t.me/{handle}?start=ask")
    return InlineQueryResultArticle(
        id="notice",
        title=f"@{handle}",
        input_message_content=InputTextMessageContent(html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW),
        reply_markup=InlineKeyboardMarkup([[opening]]),
    )


def _chosen(evidence: Evidence, texts: Texts) -> DirectAnswer:
    explanation = Explanation("chosen", AskedKind.OTHER, texts.language)
    return DirectAnswer(texts.language, (evidence,), Stance.STATEMENT, 1.0, explanation)


def _shortened(quote: str) -> str:
    if len(quote) <= DESCRIPTION_CHARACTERS:
        return quote
    return quote[:DESCRIPTION_CHARACTERS].rsplit(" ", 1)[0] + "…"
