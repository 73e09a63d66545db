"""Whether the bot may write to a chat, and what it is told where it may not."""

from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import bad_request, forbidden, migrated
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import Chat

ADMINISTRATORS = frozenset({"creator", "administrator"})


def named_chat(sandbox: Sandbox, parameters: Parameters) -> Chat:
    """The chat of `chat_id`. Raises ApiRefusal where there is none or it has become a supergroup."""
    chat = sandbox.world.chat(parameters.text("chat_id"))
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to)
    return chat


def check_is_reached(sandbox: Sandbox, chat: Chat) -> None:
    """Raises ApiRefusal (403) where the bot is out of the chat, or the person does not want it or is gone."""
    if chat.kind == "private":
        if chat.person is not None and chat.person.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return
    status = chat.members.get(sandbox.world.bot.user_id, "left")
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")


def check_can_send(sandbox: Sandbox, chat: Chat) -> None:
    """Raises ApiRefusal where the bot may not write."""
    check_is_reached(sandbox, chat)
    is_administrator = chat.members.get(sandbox.world.bot.user_id) in ADMINISTRATORS
    if chat.kind == "channel" and not is_administrator:
        raise bad_request("need administrator rights in the channel chat")
    if chat.silenced and not is_administrator:
        raise bad_request("not enough rights to send text messages to the chat")


def checked_topic(chat: Chat, parameters: Parameters) -> int | None:
    """The topic that the call names, None for none. Raises ApiRefusal for one that is gone or closed."""
    topic_id = parameters.integer("message_thread_id")
    if topic_id == 0 or chat.kind not in {"supergroup", "private"}:
        return None
    topic = chat.topics.get(topic_id)
    if topic is None or topic.deleted:
        raise bad_request("message thread not found")
    if topic.closed:
        raise bad_request("TOPIC_CLOSED")
    return topic_id
