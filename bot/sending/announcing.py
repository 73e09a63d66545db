"""One alert on its way into one chat: what is sent, its second forms, and what came of it."""

import hashlib
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.sending.outcomes import outcome_of
from handlers.alert_keyboard import alert_rows, fewer_row
from handlers.outgoing import markup_of
from handlers.rendering.alert import AlertText, alert_text, digest_text
from handlers.rendering.html import Html, paragraphs, visible
from handlers.rendering.reply import Rows
from handlers.rendering.texts import texts_in
from knowledge.alerts.notices import Notices
from knowledge.alerts.pacing import Lane
from knowledge.model.alert import (
    Item,
    Malformed,
    OutboxRow,
    Outcome,
    PhotoRefused,
    Sent,
    Subscription,
    TopicGone,
)
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore, SentAs

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
NO_CHANGE = ("message is not modified",)
NO_EDITING = ("message to edit not found", "message can't be edited", "message_id_invalid")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one alert; `shown` is what stands in the chat where that is so. `lost_topic`: it went elsewhere."""

    outcome: Outcome
    shown: SentAs | None = None
    malformed: str | None = None
    photo_refused: bool = False
    lost_topic: bool = False


class Announcer:
    """Sends and edits alerts."""

    def __init__(self, bot: ExtBot[Lane], items: ItemStore, notices: Notices, outbox: OutboxStore) -> None:
        self._bot = bot
        self._items = items
        self._notices = notices
        self._outbox = outbox

    async def send(self, row: OutboxRow, item: Item) -> Attempt:
        """Sends an alert: with its photo, else without; as HTML, else plain; in its topic, else in the group."""
        subscription, texts = row.subscription, texts_in(row.subscription.language)
        notice = await self._notices.of(item, texts.language)
        text = alert_text(notice, texts)
        markup = markup_of(alert_rows(notice, texts))
        earlier = await self._outbox.message_of(item.related, subscription.id) if item.related else None
        photo = item.photo or notice.photo
        attempt = Attempt(PhotoRefused("no photo"))
        if photo and text.fits_caption:
            attempt = await self._photo(subscription, photo, text, markup, earlier, item)
        if isinstance(attempt.outcome, PhotoRefused):
            refused = bool(photo and text.fits_caption)
            attempt = await self._message(subscription, text.html, markup, earlier, refused=refused)
        return attempt

    async def send_digest(self, rows: tuple[OutboxRow, ...], items: tuple[Item, ...], *, opening: str) -> Attempt:
        """Sends several alerts of one subscription as one message."""
        subscription = rows[0].subscription
        texts = texts_in(subscription.language)
        notices = tuple([await self._notices.of(item, texts.language) for item in items])
        html = digest_text(notices, texts, opening=opening)
        return await self._message(subscription, html, markup_of((fewer_row(texts),)), None)

    async def edit(self, row: OutboxRow, together: tuple[Item, ...], item: Item) -> Attempt:
        """Brings what was sent up to date; `together` are the items that stand in the same message."""
        if row.message is None:
            return Attempt(Sent(0))
        texts = texts_in(row.subscription.language)
        if len(together) > 1:
            notices = tuple([await self._notices.of(one, texts.language) for one in together])
            rows: Rows = (fewer_row(texts),)
            html = digest_text(notices, texts, opening="digest-title")
        else:
            notice = await self._notices.of(item, texts.language)
            html, rows = alert_text(notice, texts, as_caption=row.caption).html, alert_rows(notice, texts)
        shown = SentAs(row.message, digest_of(html), row.caption)
        if shown.content == row.content:
            return Attempt(Sent(row.message), shown)
        try:
            await self._edit(row, html, markup_of(rows))
        except BadRequest as error:
            message = error.message.casefold()
            if message.startswith(NO_CHANGE):
                return Attempt(Sent(row.message), shown)
            return Attempt(Sent(row.message)) if message.startswith(NO_EDITING) else Attempt(outcome_of(error))
        except TelegramError as error:
            return Attempt(outcome_of(error))
        return Attempt(Sent(row.message), shown)

    async def _edit(self, row: OutboxRow, html: Html, markup: InlineKeyboardMarkup | None) -> None:
        chat, message = row.subscription.chat, row.message
        if row.caption:
            await self._bot.edit_message_caption(
                chat, message, caption=html, parse_mode=ParseMode.HTML, reply_markup=markup, rate_limit_args=Lane.ALERTS
            )
        else:
            await self._bot.edit_message_text(
                html,
                chat,
                message,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
                link_preview_options=NO_PREVIEW,
                rate_limit_args=Lane.ALERTS,
            )

    async def _photo(
        self,
        subscription: Subscription,
        photo: str,
        text: AlertText,
        markup: InlineKeyboardMarkup | None,
        earlier: int | None,
        item: Item,
    ) -> Attempt:
        try:
            message = await self._bot.send_photo(
                subscription.chat,
                photo,
                caption=text.html,
                parse_mode=ParseMode.HTML,
                disable_notification=subscription.choices.silent,
                message_thread_id=subscription.topic or None,
                reply_markup=markup,
                reply_parameters=reply_to(earlier),
                rate_limit_args=Lane.ALERTS,
            )
        except TelegramError as error:
            return Attempt(outcome_of(error))
        return Attempt(sent(message), SentAs(message.message_id, digest_of(text.html), caption=True))

    async def _message(
        self,
        subscription: Subscription,
        html: Html,
        markup: InlineKeyboardMarkup | None,
        earlier: int | None,
        *,
        refused: bool = False,
    ) -> Attempt:
        """A text message, and its second forms where the first is refused: plain, and outside of its topic."""
        malformed, lost_topic, body = None, False, html
        while True:
            try:
                message = await self._bot.send_message(
                    subscription.chat,
                    visible(body) if malformed else body,
                    parse_mode=None if malformed else ParseMode.HTML,
                    disable_notification=subscription.choices.silent,
                    message_thread_id=None if lost_topic else subscription.topic or None,
                    reply_markup=markup,
                    reply_parameters=reply_to(earlier),
                    link_preview_options=NO_PREVIEW,
                    rate_limit_args=Lane.ALERTS,
                )
            except TelegramError as error:
                match outcome_of(error):
                    case Malformed(reason) if malformed is None:
                        malformed = reason
                    case TopicGone() if subscription.topic and not lost_topic:
                        lost_topic, earlier = True, None
                        body = paragraphs(texts_in(subscription.language).html("alert-topic-gone"), html)
                    case outcome:
                        return Attempt(outcome, None, malformed, refused, lost_topic)
            else:
                shown = SentAs(message.message_id, digest_of(html))
                return Attempt(sent(message), shown, malformed, refused, lost_topic)


def sent(message: Message) -> Sent:
    """The outcome of a message that Telegram took."""
    return Sent(message.message_id, message.photo[-1].file_id if message.photo else None)


def reply_to(earlier: int | None) -> ReplyParameters | None:
    """A reply to the earlier alert that still goes out where that one was deleted."""
    return ReplyParameters(earlier, allow_sending_without_reply=True) if earlier else None


def digest_of(html: str) -> str:
    """A short hash of what was sent."""
    return hashlib.sha256(html.encode()).hexdigest()[:16]
