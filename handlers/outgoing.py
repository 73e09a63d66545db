"""Replies on their way to Telegram: sent, edited in place, buttons changed, taps acknowledged."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import lru_cache
from typing import Any

from telegram import (
    Bot,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError

from handlers.incoming import Place, Sender
from handlers.rendering.html import Html
from handlers.rendering.reply import Button, Copy, Open, Reply, Rows, Tap

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TYPING_AFTER_SECONDS = 0.3
TYPING_AGAIN_SECONDS = 4.5  # Telegram shows it for five


class Outgoing:
    """Sends replies through the bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    @property
    def handle(self) -> str:
        """The bot's name without the @."""
        return self._bot.username

    async def send(self, place: Place, reply: Reply, *, answering: int | None = None) -> tuple[int, ...]:
        """Sends the reply, part by part, to the message `answering` if given; returns the messages' ids."""
        sent = []
        for number, part in enumerate(reply.parts, 1):
            message = await self._bot.send_message(
                place.chat,
                part,
                parse_mode=ParseMode.HTML,
                message_thread_id=place.thread,
                reply_parameters=_answering(answering if number == 1 else None),
                link_preview_options=NO_PREVIEW,
                api_kwargs=_keyboard(reply.buttons) if number == len(reply.parts) else None,
            )
            sent.append(message.message_id)
        return tuple(sent)

    async def say(self, sender: Sender, html: Html) -> None:
        """Sends one message without buttons."""
        await self.send(sender.place, Reply((html,)))

    async def edit(self, place: Place, messages: tuple[int, ...], reply: Reply) -> tuple[int, ...]:
        """Puts the reply in the place of `messages`; sends what has no room there, deletes what is left over."""
        for number, (message, part) in enumerate(zip(messages, reply.parts, strict=False), 1):
            await self._edit(place, message, part, reply.buttons if number == len(reply.parts) else ())
        for message in messages[len(reply.parts) :]:
            with suppress(BadRequest):  # too old to be deleted
                await self._bot.delete_message(place.chat, message)
        more = reply.parts[len(messages) :]
        added = await self.send(place, Reply(more, reply.buttons)) if more else ()
        return messages[: len(reply.parts)] + added

    async def change_buttons(self, place: Place, message: int, rows: Rows) -> None:
        """Puts other buttons under a message."""
        with _unchanged_is_fine():
            await self._bot.edit_message_reply_markup(place.chat, message, reply_markup=markup_of(rows))

    async def acknowledge(self, query: str, words: str = "") -> None:
        """Ends the tapped button's waiting, with a few words over the chat (at most 200 characters) or silently."""
        try:
            await self._bot.answer_callback_query(query, words[:200] or None)
        except BadRequest as error:
            if "query is too old" not in str(error).lower():
                raise

    async def leave(self, chat: int) -> None:
        """Leaves a chat where the bot is not wanted."""
        await self._bot.leave_chat(chat)

    @asynccontextmanager
    async def typing(self, place: Place) -> AsyncIterator[None]:
        """Shows that the bot is typing while the block takes longer than 0.3 seconds."""
        task = asyncio.create_task(self._type(place))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _type(self, place: Place) -> None:
        await asyncio.sleep(TYPING_AFTER_SECONDS)
        with suppress(TelegramError):  # a sign of life is worth no failure
            while True:
                await self._bot.send_chat_action(place.chat, ChatAction.TYPING, message_thread_id=place.thread)
                await asyncio.sleep(TYPING_AGAIN_SECONDS)

    async def _edit(self, place: Place, message: int, part: Html, rows: Rows) -> None:
        with _unchanged_is_fine():
            await self._bot.edit_message_text(
                part,
                place.chat,
                message,
                parse_mode=ParseMode.HTML,
                reply_markup=markup_of(rows),
                link_preview_options=NO_PREVIEW,
            )


def markup_of(rows: Rows) -> InlineKeyboardMarkup | None:
    """Rows of buttons as Telegram takes them."""
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows]) if rows else None


@lru_cache(maxsize=512)
def _keyboard(rows: Rows) -> dict[str, Any] | None:
    """Rows of buttons as Telegram's JSON: the library would take its objects apart again for every answer."""
    markup = markup_of(rows)
    return {"reply_markup": markup.to_dict()} if markup else None


def _button(button: Button) -> InlineKeyboardButton:
    match button:
        case Tap():
            return InlineKeyboardButton(button.label, callback_data=button.data)
        case Open():
            return InlineKeyboardButton(button.label, url=button.url)
        case Copy():
            return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.text))


def _answering(message: int | None) -> ReplyParameters | None:
    return ReplyParameters(message, allow_sending_without_reply=True) if message is not None else None


@contextmanager
def _unchanged_is_fine() -> Iterator[None]:
    """Lets an edit pass that would change nothing, or whose message is gone."""
    try:
        yield
    except BadRequest as error:
        fine = ("message is not modified", "message to edit not found", "message can't be edited")
        if not str(error).lower().startswith(fine):
            raise
