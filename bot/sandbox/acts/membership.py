"""People block and wake the bot; bots and people join, leave, are banned; groups move to a new id."""

from bot.sandbox.methods.chats import member_json
from bot.sandbox.parameters import JsonObject
from bot.sandbox.refusals import bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import Chat


def let_in(sandbox: Sandbox, chat: Chat) -> None:
    """A person opens the private chat, or unblocks the bot: from now on it may write."""
    was_blocked, was_started = chat.blocked, chat.started
    chat.started = True
    chat.blocked = False
    if was_blocked:
        _tell_bot_status(sandbox, chat, chat.chat_id, "kicked", "member")
    elif not was_started:
        sandbox.events.tell("member", chat=chat.chat_id)


def block(sandbox: Sandbox, chat: Chat) -> None:
    """A person blocks the bot."""
    if chat.kind != "private":
        raise bad_request("only a person can block the bot")
    if not chat.blocked:
        chat.blocked = True
        _tell_bot_status(sandbox, chat, chat.chat_id, "member", "kicked")


def set_status(sandbox: Sandbox, chat: Chat, member_id: int, status: str, by: int | None = None) -> None:
    """Puts a member (the bot too) into a Telegram status, with the updates that follow from it."""
    old = chat.members.get(member_id, "left")
    chat.members[member_id] = status
    actor = by if by is not None else next((number for number in chat.members if number != member_id), member_id)
    if member_id == sandbox.world.bot.user_id:
        _tell_bot_status(sandbox, chat, actor, old, status)
    else:
        sandbox.add_update("chat_member", _change(sandbox, chat, actor, member_id, old, status))


def migrate(sandbox: Sandbox, chat: Chat) -> Chat:
    """The group becomes a supergroup with a new id; both service messages go to the bot."""
    if chat.kind != "group" or chat.migrated_to is not None:
        raise bad_request("only a group can be upgraded")
    new = sandbox.world.add_chat("supergroup", chat.title or "", username=chat.username)
    new.members = dict(chat.members)
    chat.migrated_to = new.chat_id
    actor = next((number for number in chat.members if number != sandbox.world.bot.user_id), sandbox.world.bot.user_id)
    for place, link in ((chat, {"migrate_to_chat_id": new.chat_id}), (new, {"migrate_from_chat_id": chat.chat_id})):
        body: JsonObject = {
            "message_id": sandbox.world.next_message_id(place),
            "from": sandbox.world.user(actor).as_json(),
            "chat": place.as_json(),
            "date": sandbox.world.now(),
            **link,
        }
        place.messages[body["message_id"]] = body
        sandbox.tell_message("message", place, body["message_id"])
        sandbox.add_update("message", body)
    return new


def _tell_bot_status(sandbox: Sandbox, chat: Chat, actor: int, old: str, new: str) -> None:
    sandbox.add_update("my_chat_member", _change(sandbox, chat, actor, sandbox.world.bot.user_id, old, new))
    sandbox.events.tell("member", chat=chat.chat_id)


def _change(sandbox: Sandbox, chat: Chat, actor: int, member_id: int, old: str, new: str) -> JsonObject:
    return {
        "chat": chat.as_json(),
        "from": sandbox.world.user(actor).as_json(),
        "date": sandbox.world.now(),
        "old_chat_member": member_json(sandbox, chat, member_id, old),
        "new_chat_member": member_json(sandbox, chat, member_id, new),
    }
