"""Updates as plain values: the only place that probes Telegram's optional fields."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from telegram import (
    Bot,
    CallbackQuery,
    Chat,
    InlineKeyboardButton,
    InlineQuery,
    Message,
    MessageReactionUpdated,
    ReactionTypeEmoji,
    Update,
)
from telegram.constants import ChatType

from handlers.addressing import commands, kind_of, own_reply, without_mention
from handlers.rendering.reply import Button, Copy, Open, Rows, Tap
from knowledge.model.feedback import Verdict

GOOD_REACTIONS = frozenset("👍❤🔥👏🎉🤩💯🏆🙏👌😍")
BAD_REACTIONS = frozenset("👎💩🤮🤬😡🤡🥱")


class PlaceKind(StrEnum):
    """Where people talk to the bot."""

    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and in forums the topic. `public_name` is its handle without the @."""

    chat: int
    kind: PlaceKind
    thread: int | None = None
    public_name: str | None = None
    numbered_links: bool = False  # a supergroup: its messages have links even without a handle

    def link_to(self, message: int) -> str | None:
        """The address of one of its messages, where Telegram has such."""
        if self.public_name:
            return f"https://t.me/{self.public_name}/{message}"
        if self.numbered_links:
            return f"https://t.me/c/{str(self.chat).removeprefix('-100')}/{message}"
        return None


@dataclass(frozen=True, slots=True)
class Sender:
    """A person somewhere, and the language that Telegram gives for them."""

    place: Place
    person: int
    language_code: str | None


@dataclass(frozen=True, slots=True)
class Letter(Sender):
    """A message of a person. `text` is what it says (a caption too) without the bot's mention; empty if it has none.

    `addressed`: meant for the bot (private, or a command to it, a mention of it, a reply to it). `kind` is what it
    carries: "text", "photo", "voice" ….
    """

    message: int
    text: str
    kind: str
    sent: datetime
    addressed: bool
    by_name: bool  # a private message, or the bot was named or replied to
    replied_to: int | None = None  # a message of the bot
    guest_query: str | None = None  # how to answer in a chat that the bot is no member of

    @property
    def command(self) -> str | None:
        """The command without slash and bot's name ("ask"), or None."""
        first = self.text.split(maxsplit=1)[0] if self.text.strip() else ""
        return first[1:].split("@")[0].lower() if first.startswith("/") and len(first) > 1 else None

    @property
    def argument(self) -> str:
        """What follows the command."""
        pieces = self.text.split(maxsplit=1)
        return pieces[1].strip() if len(pieces) > 1 else ""


@dataclass(frozen=True, slots=True)
class Press(Sender):
    """A tapped button; `rows` are all buttons under its message."""

    query: str
    message: int
    data: str
    rows: Rows = ()

    @property
    def label(self) -> str | None:
        """What stands on the tapped button."""
        buttons = (button for row in self.rows for button in row)
        return next((one.label for one in buttons if isinstance(one, Tap) and one.data == self.data), None)


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody is typing after the bot's name, in any chat."""

    query: str
    person: int
    language_code: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Reacted:
    """A reaction to a message; `verdict` is None where it was taken back or says neither."""

    place: Place
    person: int
    message: int
    verdict: Verdict | None


def letter_of(update: Update, bot: Bot) -> Letter | None:
    """The message or edited message of `update` if a person wrote it."""
    message = update.message or update.edited_message or update.guest_message
    if message is None or message.from_user is None or message.is_automatic_forward:
        return None
    if message.from_user.is_bot and message.sender_chat is None:  # anonymous administrators are bots with a chat
        return None
    place = place_of(message.chat, message)
    replied_to = own_reply(message, bot)
    text, mentioned = without_mention(message, bot)
    by_name = place.kind is PlaceKind.PRIVATE or mentioned or replied_to is not None
    return Letter(
        place=place,
        person=message.from_user.id,
        language_code=message.from_user.language_code,
        message=message.message_id,
        text=text,
        kind=kind_of(message),
        sent=message.edit_date or message.date,
        addressed=by_name or commands(message, bot),
        by_name=by_name or commands(message, bot, named=True),
        replied_to=replied_to,
        guest_query=message.guest_query_id,
    )


def press_of(update: Update) -> Press | None:
    """The tapped button of `update`; buttons under inline cards have no chat and are none of ours."""
    query = update.callback_query
    if query is None or query.message is None or query.data is None:
        return None
    return Press(
        query=query.id,
        place=place_of(query.message.chat, query.message if isinstance(query.message, Message) else None),
        person=query.from_user.id,
        language_code=query.from_user.language_code,
        message=query.message.message_id,
        data=query.data,
        rows=_rows(query),
    )


def typed_of(query: InlineQuery) -> Typed:
    """An inline query as a plain value."""
    return Typed(query.id, query.from_user.id, query.from_user.language_code, query.query)


def reacted_of(reaction: MessageReactionUpdated) -> Reacted | None:
    """A person's reaction; those of anonymous administrators count for nobody."""
    if reaction.user is None:
        return None
    emoji = {str(one.emoji) for one in reaction.new_reaction if isinstance(one, ReactionTypeEmoji)}
    verdict = Verdict.GOOD if emoji & GOOD_REACTIONS else Verdict.BAD if emoji & BAD_REACTIONS else None
    return Reacted(place_of(reaction.chat, None), reaction.user.id, reaction.message_id, verdict)


def place_of(chat: Chat, message: Message | None) -> Place:
    """Where `message` stands."""
    kinds = {ChatType.PRIVATE: PlaceKind.PRIVATE, ChatType.CHANNEL: PlaceKind.CHANNEL}
    in_topic = message is not None and message.is_topic_message
    return Place(
        chat=chat.id,
        kind=kinds.get(ChatType(chat.type), PlaceKind.GROUP),
        thread=message.message_thread_id if message is not None and in_topic else None,
        public_name=chat.username,
        numbered_links=chat.type == ChatType.SUPERGROUP,
    )


def _rows(query: CallbackQuery) -> Rows:
    message = query.message
    markup = message.reply_markup if isinstance(message, Message) else None
    rows = markup.inline_keyboard if markup else ()
    return tuple(tuple(known for button in row if (known := _button(button))) for row in rows)


def _button(button: InlineKeyboardButton) -> Button | None:
    if button.callback_data is not None:
        return Tap(button.text, str(button.callback_data))
    if button.url is not None:
        return Open(button.text, button.url)
    return Copy(button.text, button.copy_text.text) if button.copy_text is not None else None
