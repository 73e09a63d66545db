"""What an error of Telegram means for the message that was being sent."""

from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.sending.http_client import FloodWait, NotDelivered
from knowledge.model.alert import (
    Flooded,
    Gone,
    Impossible,
    Malformed,
    Moved,
    Outcome,
    PhotoRefused,
    TopicGone,
    Undelivered,
    Unsure,
)

GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "bot was kicked",
    "bot is not a member",
    "group chat was deleted",
    "group chat was deactivated",
    "chat_write_forbidden",
    "need administrator rights in the channel",
    "have no rights to send a message",
    "not enough rights to send",
)
TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")
MALFORMED = ("can't parse entities", "can't find end of", "unsupported start tag")
PHOTO = (
    "wrong file identifier",
    "wrong remote file",
    "failed to get http url content",
    "wrong type of the web page content",
    "photo_invalid",
    "image_process_failed",
    "wrong file_id",
    "file must be non-empty",
    "webpage_curl_failed",
    "webpage_media_empty",
    "media_empty",
    "can't use file of type",
    "file is too big",
    "caption is too long",
    "not enough rights to send photos",
)
MIGRATED = "upgraded to a supergroup"


class ChatHalted(TelegramError):
    """Nothing may go to this chat for `seconds`; the call was not made."""

    def __init__(self, seconds: float) -> None:
        super().__init__("This chat is in a flood wait.")
        self.seconds = seconds


def outcome_of(error: TelegramError) -> Outcome:
    """What `error` means for an alert. Subclasses before their bases: BadRequest and TimedOut are NetworkErrors."""
    match error:
        case ChatHalted():
            return Flooded(error.seconds)
        case RetryAfter():
            return Flooded(seconds_of(error))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return Gone(error.message)
        case BadRequest():
            return refused(error.message)
        case TimedOut():
            return Unsure(error.message)
        case NotDelivered():
            return Undelivered(error.message, everywhere=True)
        case NetworkError():
            return Undelivered(error.message, everywhere="too many requests" not in error.message.casefold())
        case _:
            return Impossible(error.message)


def refused(message: str) -> Outcome:
    """What a 400 means."""
    text = message.casefold()
    if any(sign in text for sign in PHOTO):
        return PhotoRefused(message)
    if any(sign in text for sign in MALFORMED):
        return Malformed(message)
    if any(sign in text for sign in TOPIC_GONE):
        return TopicGone()
    if any(sign in text for sign in GONE):
        return Gone(message)
    return Impossible(message)


def seconds_of(error: RetryAfter) -> float:
    """The seconds to wait; the library's own kind gives a number or a timedelta."""
    if isinstance(error, FloodWait):
        return error.seconds
    waits = error.retry_after
    return waits.total_seconds() if isinstance(waits, timedelta) else float(waits)
