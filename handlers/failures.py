"""When something broke: the log gets the facts, the reader a plain sentence."""

import logging

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from handlers.incoming import PlaceKind, letter_of, press_of
from handlers.interface import Interface
from handlers.outgoing import Outgoing

logger = logging.getLogger(__name__)


class Failures:
    """The handler of last resort."""

    def __init__(self, bot: Bot, interface: Interface, outgoing: Outgoing) -> None:
        self._bot = bot
        self._interface = interface
        self._outgoing = outgoing

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Logs the error without what anybody wrote; tells whoever was waiting in private or tapped a button."""
        error = context.error
        identity = update.update_id if isinstance(update, Update) else None
        logger.error("Update %s failed: %s", identity, type(error).__name__, exc_info=_shown(error))
        if not isinstance(update, Update):
            return
        try:
            await self._tell(update)
        except TelegramError as second:
            logger.warning("Nobody could be told of it: %s", type(second).__name__)

    async def _tell(self, update: Update) -> None:
        press, letter = press_of(update), letter_of(update, self._bot)
        if press is not None:
            texts = await self._interface.texts(press)
            await self._outgoing.acknowledge(press.query, texts("failure-broke"))
        elif letter is not None and letter.place.kind is PlaceKind.PRIVATE:
            texts = await self._interface.texts(letter)
            await self._outgoing.say(letter, texts.html("failure-broke"))


def _shown(error: Exception | None) -> Exception | None:
    """The error with its traceback, unless it is Telegram's, whose text may quote the message."""
    return None if isinstance(error, TelegramError) else error
