"""The people, chats and messages of the stand-in, kept in memory."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.sandbox.parameters import JsonObject
from bot.sandbox.refusals import ApiRefusal, bad_request

BOT_ID = 7_000_000_001
BOT_NAME = "Storyline"
BOT_USERNAME = "storyline_demo_bot"
SUPERGROUP_BASE = -1_000_000_000_000


@dataclass(slots=True)
class User:
    """A person (or the bot). `language` is the client's interface language."""

    user_id: int
    first_name: str
    username: str | None = None
    language: str | None = None
    is_bot: bool = False
    deactivated: bool = False

    def as_json(self) -> JsonObject:
        """Telegram's User."""
        body: JsonObject = {"id": self.user_id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            body["username"] = self.username
        if self.language:
            body["language_code"] = self.language
        return body


@dataclass(slots=True)
class Topic:
    """A topic of a forum; its id is that of the service message that made it."""

    topic_id: int
    name: str
    closed: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Chat:
    """A private chat, group, supergroup or channel with its messages, oldest first.

    `members` maps user ids to Telegram's statuses ("creator", "administrator", "member", "restricted", "left",
    "kicked"). A private chat carries its user's id; there `started` and `blocked` say how the person stands to the bot.
    """

    chat_id: int
    kind: str
    title: str | None = None
    username: str | None = None
    is_forum: bool = False
    person: User | None = None
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, JsonObject] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    reactions: dict[int, dict[int, list[JsonObject]]] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    silenced: bool = False
    migrated_to: int | None = None
    last_message_id: int = 0

    def as_json(self) -> JsonObject:
        """Telegram's Chat."""
        body: JsonObject = {"id": self.chat_id, "type": self.kind}
        if self.person is not None:
            body["first_name"] = self.person.first_name
        if self.title is not None:
            body["title"] = self.title
        username = self.username or (self.person.username if self.person else None)
        if username:
            body["username"] = username
        if self.is_forum:
            body["is_forum"] = True
        return body


@dataclass(slots=True)
class World:
    """Everything that exists. `clock` gives the time in seconds since 1970, UTC."""

    clock: Callable[[], float]
    bot: User = field(default_factory=lambda: User(BOT_ID, BOT_NAME, BOT_USERNAME, is_bot=True))
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    privacy_mode: bool = True
    _shared_message_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _user_ids: Iterator[int] = field(default_factory=lambda: itertools.count(100_001))
    _group_ids: Iterator[int] = field(default_factory=lambda: itertools.count(500_001))

    def now(self) -> int:
        """The time as Telegram's dates give it, in whole seconds."""
        return int(self.clock())

    def add_user(
        self, first_name: str, *, user_id: int | None = None, username: str | None = None, language: str | None = None
    ) -> User:
        """A new person and their private chat with the bot, not yet started."""
        user = User(user_id or next(self._user_ids), first_name, username, language)
        self.users[user.user_id] = user
        self.chats[user.user_id] = Chat(user.user_id, "private", person=user)
        return user

    def add_chat(
        self,
        kind: str,
        title: str,
        *,
        chat_id: int | None = None,
        username: str | None = None,
        is_forum: bool = False,
        bot_status: str = "member",
    ) -> Chat:
        """A new group, supergroup or channel."""
        number = next(self._group_ids)
        new_id = chat_id or (-number if kind == "group" else SUPERGROUP_BASE - number)
        chat = Chat(new_id, kind, title, username, is_forum, members={self.bot.user_id: bot_status})
        self.chats[chat.chat_id] = chat
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups and channels count their own messages; all other chats share one counter, as in Telegram."""
        if chat.kind in {"supergroup", "channel"}:
            chat.last_message_id += 1
        else:
            chat.last_message_id = next(self._shared_message_ids)
        return chat.last_message_id

    def user(self, user_id: int) -> User:
        """The person with this id. Raises ApiRefusal without one."""
        if user_id == self.bot.user_id:
            return self.bot
        if user_id not in self.users:
            raise bad_request("user not found")
        return self.users[user_id]

    def chat(self, reference: str | int) -> Chat:
        """The chat with this id or @username. Raises ApiRefusal without one."""
        name = str(reference).strip()
        if not name:
            raise bad_request("chat_id is empty")
        if name.startswith("@"):
            return self._chat_named(name[1:].lower())
        try:
            return self.chats[int(name)]
        except (ValueError, KeyError):
            raise bad_request("chat not found") from None

    def _chat_named(self, username: str) -> Chat:
        for chat in self.chats.values():
            if chat.kind in {"supergroup", "channel"} and (chat.username or "").lower() == username:
                return chat
        raise bad_request("chat not found")

    def message(self, chat: Chat, message_id: int, refusal: ApiRefusal) -> JsonObject:
        """The message with this id; raises `refusal` where there is none."""
        if message_id not in chat.messages:
            raise refusal
        return chat.messages[message_id]
