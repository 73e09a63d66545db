"""Whether a message is meant for the bot, and what it says apart from the bot's name."""

from telegram import Bot, Message, User
from telegram.constants import MessageEntityType

KINDS = ("photo", "voice", "sticker", "video_note", "video", "animation", "audio", "document", "location", "contact")


def own_reply(message: Message, bot: Bot) -> int | None:
    """The message of the bot that `message` replies to; a topic's first message is no such reply."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != bot.id:
        return None
    return replied.message_id


def without_mention(message: Message, bot: Bot) -> tuple[str, bool]:
    """The message's words without the bot's mention, and whether there was one."""
    text = message.text or message.caption or ""
    handle = f"@{bot.username}".casefold()
    entities = message.parse_entities() if message.text else message.parse_caption_entities() if message.caption else {}
    mentioned = False
    for entity, words in entities.items():
        by_name = entity.type == MessageEntityType.MENTION and words.casefold() == handle
        by_link = entity.type == MessageEntityType.TEXT_MENTION and _is_bot(entity.user, bot)
        if by_name or by_link:
            mentioned = True
            text = text.replace(words, " ", 1)
    return (" ".join(text.split()) if mentioned else text), mentioned


def _is_bot(user: User | None, bot: Bot) -> bool:
    return user is not None and user.id == bot.id


def commands(message: Message, bot: Bot, *, named: bool = False) -> bool:
    """Whether it opens with a command that is not another bot's; `named`: that says whose it is."""
    entities = message.parse_entities([MessageEntityType.BOT_COMMAND]) if message.text else {}
    for entity, words in entities.items():
        if entity.offset == 0:
            _, _, addressee = words.partition("@")
            return addressee.casefold() == str(bot.username).casefold() or not (addressee or named)
    return False


def kind_of(message: Message) -> str:
    """What the message carries: "text", one of KINDS, or "other"."""
    return "text" if message.text else next((kind for kind in KINDS if getattr(message, kind)), "other")
