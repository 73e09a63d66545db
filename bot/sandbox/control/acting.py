"""Control requests that let somebody do something: people, chats, messages, buttons."""

import base64
import binascii
from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.acts import membership, pressing, writing
from bot.sandbox.control import orders
from bot.sandbox.methods.chats import add_topic
from bot.sandbox.parameters import JsonObject, UploadedFile
from bot.sandbox.refusals import bad_request
from bot.sandbox.sandbox import Sandbox


def add_user(sandbox: Sandbox, order: orders.NewUser) -> JsonObject:
    """Makes a person; a "started" one may be written to."""
    user = sandbox.world.add_user(
        order.first_name, user_id=order.user_id, username=order.username, language=order.language
    )
    sandbox.world.chats[user.user_id].started = order.started
    return user.as_json()


def add_chat(sandbox: Sandbox, order: orders.NewChat) -> JsonObject:
    """Makes a group, supergroup or channel."""
    chat = sandbox.world.add_chat(
        order.kind,
        order.title,
        chat_id=order.chat_id,
        username=order.username,
        is_forum=order.is_forum,
        bot_status=order.bot_status,
    )
    chat.members.update(order.members)
    return chat.as_json()


def say(sandbox: Sandbox, order: orders.Writing) -> JsonObject:
    """A person writes, or an editor posts where nobody is named and the chat is a channel."""
    chat = sandbox.world.chat(order.chat)
    if chat.kind == "channel":
        return writing.post(sandbox, chat, _draft(order))
    return writing.say(sandbox, order.user if order.user is not None else order.chat, chat, _draft(order))


def edit(sandbox: Sandbox, order: orders.Writing) -> JsonObject:
    """The writer changes a message."""
    return writing.edit(sandbox, sandbox.world.chat(order.chat), order.message_id or 0, _draft(order))


def delete(sandbox: Sandbox, order: orders.Writing) -> JsonObject:
    """The writer deletes a message."""
    writing.delete(sandbox, sandbox.world.chat(order.chat), order.message_id or 0)
    return {}


def press(sandbox: Sandbox, order: orders.Pressing) -> JsonObject:
    """A person presses a button."""
    chat = sandbox.world.chat(order.chat)
    if order.data is not None:
        data = order.data
    else:
        body = sandbox.world.message(chat, order.message_id, bad_request("message not found"))
        data = pressing.button_data(body, order.button or "")
    return pressing.press(sandbox, order.user, chat, order.message_id, data).as_json()


def react(sandbox: Sandbox, order: orders.Reaction) -> JsonObject:
    """A person reacts to a message."""
    pressing.react(sandbox, order.user, sandbox.world.chat(order.chat), order.message_id, order.emoji)
    return {}


def type_inline(sandbox: Sandbox, order: orders.InlineTyping) -> JsonObject:
    """A person types after the bot's name."""
    return pressing.ask_inline(sandbox, order.user, order.text, order.offset, order.chat_kind).as_json()


def choose_inline(sandbox: Sandbox, order: orders.InlineChoice) -> JsonObject:
    """A person sends one of the results."""
    return pressing.choose_inline(sandbox, order.query, order.result, sandbox.world.chat(order.chat))


def change_member(sandbox: Sandbox, order: orders.MemberChange) -> JsonObject:
    """Somebody (or the bot) joins, leaves, is promoted or banned."""
    member = order.member if order.member is not None else sandbox.world.bot.user_id
    membership.set_status(sandbox, sandbox.world.chat(order.chat), member, order.status, order.by)
    return {}


def change_chat(sandbox: Sandbox, order: orders.ChatChange) -> JsonObject:
    """A chat is blocked, moved, silenced; a person goes for good."""
    chat = sandbox.world.chat(order.chat)
    match order.change:
        case "block":
            membership.block(sandbox, chat)
        case "unblock":
            membership.let_in(sandbox, chat)
        case "deactivate":
            sandbox.world.user(chat.chat_id).deactivated = True
        case "migrate":
            return membership.migrate(sandbox, chat).as_json()
        case "silence" | "unsilence":
            chat.silenced = order.change == "silence"
    return chat.as_json()


def change_topic(sandbox: Sandbox, order: orders.TopicChange) -> JsonObject:
    """A topic is made, closed or deleted."""
    chat = sandbox.world.chat(order.chat)
    if order.change == "create":
        return {"topic": add_topic(sandbox, chat, order.name).topic_id}
    topic = chat.topics.get(order.topic or 0)
    if topic is None:
        raise bad_request("message thread not found")
    topic.closed = order.change == "close"
    topic.deleted = order.change == "delete"
    return {"topic": topic.topic_id}


def _draft(order: orders.Writing) -> writing.Draft:
    photo = None
    if order.photo is not None:
        try:
            photo = UploadedFile("picture.jpg", base64.b64decode(order.photo, validate=True))
        except binascii.Error as error:
            raise bad_request("the photo is no base64") from error
    return writing.Draft(order.text, order.html, order.media, photo, order.reply_to, order.topic)


ACTS: Mapping[str, tuple[type[orders.Order], Callable[[Sandbox, Any], JsonObject]]] = {
    "users": (orders.NewUser, add_user),
    "chats": (orders.NewChat, add_chat),
    "say": (orders.Writing, say),
    "edit": (orders.Writing, edit),
    "delete": (orders.Writing, delete),
    "press": (orders.Pressing, press),
    "react": (orders.Reaction, react),
    "inline": (orders.InlineTyping, type_inline),
    "choose": (orders.InlineChoice, choose_inline),
    "member": (orders.MemberChange, change_member),
    "chat": (orders.ChatChange, change_chat),
    "topic": (orders.TopicChange, change_topic),
}
