"""Every route in one ordered list: the first that fits takes the update. Read this first."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    TypeHandler,
    filters,
)

from handlers.browsing import Browsing
from handlers.courtesies import Courtesies
from handlers.explaining import Explaining
from handlers.feedback import Feedback
from handlers.groups import Groups
from handlers.incoming import Letter, letter_of, reacted_of, typed_of
from handlers.inline import Inline
from handlers.letters import Letters
from handlers.paging import Paging
from handlers.presses import Presses
from handlers.settings import Settings

Route = BaseHandler[Any, Any, Any]
Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]

NEW = filters.UpdateType.MESSAGE
EDITED = filters.UpdateType.EDITED_MESSAGE
WORDS = filters.TEXT | filters.CAPTION
PRIVATE = filters.ChatType.PRIVATE


@dataclass(frozen=True, slots=True)
class Handlers:
    """Everything that takes updates."""

    browsing: Browsing
    courtesies: Courtesies
    explaining: Explaining
    feedback: Feedback
    groups: Groups
    inline: Inline
    letters: Letters
    paging: Paging
    presses: Presses
    settings: Settings


def routes(bot: Bot, handlers: Handlers, more: tuple[Route, ...] = ()) -> tuple[Route, ...]:
    """The routes in their order; `more` (alerts, the editors' desk) go before whatever takes any message."""
    take = Taking(bot)
    commands: dict[str, Callable[[Letter], Awaitable[None]]] = {
        "start": handlers.browsing.start,
        "ask": handlers.letters.ask,
        "asked": handlers.letters.asked,
        "why": handlers.explaining.why,
        "faq": handlers.paging.faq,
        "story": handlers.paging.story,
        "stories": handlers.browsing.stories,
        "source": handlers.browsing.source,
        "name": handlers.browsing.name,
        "help": handlers.settings.help,
        "language": handlers.settings.language,
        "new": handlers.settings.new,
        "privacy": handlers.settings.privacy,
        "forgetme": handlers.settings.ask_to_forget,
    }
    return (
        *(CommandHandler(name, take.letter(act), filters=NEW) for name, act in commands.items()),
        *more,
        MessageHandler(filters.StatusUpdate.MIGRATE, handlers.groups.on_migration),
        MessageHandler(NEW & filters.COMMAND, take.letter(handlers.letters.unknown_command)),
        MessageHandler(NEW & WORDS, take.letter(handlers.letters.words)),
        MessageHandler(EDITED & WORDS, take.letter(handlers.letters.edited)),
        MessageHandler(NEW & PRIVATE & ~filters.StatusUpdate.ALL, take.letter(handlers.courtesies.no_words)),
        CallbackQueryHandler(handlers.presses.on_press),
        InlineQueryHandler(take.typed(handlers.inline)),
        MessageReactionHandler(take.reaction(handlers.feedback)),
        ChatMemberHandler(handlers.groups.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        TypeHandler(Update, take.letter(handlers.groups.as_guest)),
    )


class Taking:
    """Turns what takes plain values into what takes updates."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    def letter(self, act: Callable[[Letter], Awaitable[None]]) -> Callback:
        """For messages that a person wrote."""

        async def callback(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            letter = letter_of(update, self._bot)
            if letter is not None:
                await act(letter)

        return callback

    def typed(self, inline: Inline) -> Callback:
        """For inline queries."""

        async def callback(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            if update.inline_query is not None:
                await inline.type(typed_of(update.inline_query))

        return callback

    def reaction(self, feedback: Feedback) -> Callback:
        """For reactions of people."""

        async def callback(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            reacted = reacted_of(update.message_reaction) if update.message_reaction is not None else None
            if reacted is not None:
                await feedback.reacted(reacted)

        return callback
