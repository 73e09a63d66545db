"""getChat, members, leaving, files, and forum topics."""

from bot.sandbox.methods.permissions import ADMINISTRATORS, check_is_reached, named_chat
from bot.sandbox.parameters import JsonObject, Parameters
from bot.sandbox.refusals import bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import Chat, Topic

TOPIC_NAME = 128


def get_chat(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """The chat with all that is known of it."""
    chat = named_chat(sandbox, parameters)
    if chat.kind != "private":
        check_is_reached(sandbox, chat)
    body = chat.as_json() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _no_gifts()}
    pinned = [chat.messages[number] for number in chat.pinned if number in chat.messages]
    return body | {"pinned_message": pinned[-1]} if pinned else body


def get_chat_member(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """One member with their status; who never was there has left."""
    chat = named_chat(sandbox, parameters)
    if chat.kind != "private":
        check_is_reached(sandbox, chat)
    return member_json(sandbox, chat, parameters.integer("user_id"))


def get_chat_administrators(sandbox: Sandbox, parameters: Parameters) -> list[JsonObject]:
    """The administrators of a group or channel, other bots left out."""
    chat = named_chat(sandbox, parameters)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    check_is_reached(sandbox, chat)
    return [member_json(sandbox, chat, user_id) for user_id, status in chat.members.items() if status in ADMINISTRATORS]


def member_json(sandbox: Sandbox, chat: Chat, user_id: int, status: str | None = None) -> JsonObject:
    """Telegram's ChatMember of a person (or the bot), with the fields that its status needs."""
    status = status or chat.members.get(user_id, "member" if chat.chat_id == user_id else "left")
    body: JsonObject = {"user": sandbox.world.user(user_id).as_json(), "status": status}
    if status == "creator":
        body["is_anonymous"] = False
    elif status == "administrator":
        body |= {"can_be_edited": False, "is_anonymous": False}
        body |= dict.fromkeys(_RIGHTS, True)
        if chat.kind == "channel":
            body |= {"can_post_messages": True, "can_edit_messages": True}
    elif status == "kicked":
        body["until_date"] = 0
    return body


_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def _no_gifts() -> JsonObject:
    kinds = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return dict.fromkeys(kinds, False)


def leave_chat(sandbox: Sandbox, parameters: Parameters) -> bool:
    """The bot goes."""
    chat = named_chat(sandbox, parameters)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    check_is_reached(sandbox, chat)
    chat.members[sandbox.world.bot.user_id] = "left"
    sandbox.events.tell("member", chat=chat.chat_id)
    return True


def get_file(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """Where to download a file."""
    reference = parameters.text("file_id")
    if reference not in sandbox.files.stored:
        raise bad_request("invalid file_id")
    file = sandbox.files.stored[reference]
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


def create_forum_topic(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """A new topic in a forum."""
    chat = named_chat(sandbox, parameters)
    check_is_reached(sandbox, chat)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    name = parameters.text("name").strip()
    if not 1 <= len(name) <= TOPIC_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")
    return topic_json(add_topic(sandbox, chat, name))


def add_topic(sandbox: Sandbox, chat: Chat, name: str) -> Topic:
    """Makes a topic; its id is that of its service message."""
    topic = Topic(sandbox.world.next_message_id(chat), name)
    chat.topics[topic.topic_id] = topic
    return topic


def topic_json(topic: Topic) -> JsonObject:
    """Telegram's ForumTopic."""
    return {"message_thread_id": topic.topic_id, "name": topic.name, "icon_color": 0x6FB9F0}
