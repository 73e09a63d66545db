"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage(s) and pins."""

from bot.sandbox.keyboards import inline_keyboard
from bot.sandbox.methods.permissions import ADMINISTRATORS, check_is_reached, named_chat
from bot.sandbox.parameters import JsonObject, Parameters
from bot.sandbox.refusals import ApiRefusal, bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.texts import FormattedText, message_caption, message_text
from bot.sandbox.world import Chat

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
DELETED_AT_ONCE = 100


def edit_message_text(sandbox: Sandbox, parameters: Parameters) -> JsonObject | bool:
    """Puts a new text and keyboard in the place of the old ones."""
    formatted = message_text(parameters, editing=True)
    chat, body = _own_message(sandbox, parameters)
    if "text" not in body:
        raise bad_request("there is no text in the message to edit")
    return _replace(sandbox, parameters, chat, body, ("text", "entities"), formatted)


def edit_message_caption(sandbox: Sandbox, parameters: Parameters) -> JsonObject | bool:
    """Puts a new caption and keyboard in the place of the old ones."""
    formatted = message_caption(parameters)
    chat, body = _own_message(sandbox, parameters)
    if "photo" not in body:
        raise bad_request("there is no caption in the message to edit")
    return _replace(sandbox, parameters, chat, body, ("caption", "caption_entities"), formatted)


def edit_message_reply_markup(sandbox: Sandbox, parameters: Parameters) -> JsonObject | bool:
    """Puts a new keyboard in the place of the old one."""
    chat, body = _own_message(sandbox, parameters)
    return _replace(sandbox, parameters, chat, body, None, FormattedText())


def _own_message(sandbox: Sandbox, parameters: Parameters) -> tuple[Chat, JsonObject]:
    inline_id = parameters.text("inline_message_id")
    if inline_id:
        return _inline_message(sandbox, inline_id)
    chat = named_chat(sandbox, parameters)
    check_is_reached(sandbox, chat)
    message_id = parameters.integer("message_id")
    body = sandbox.world.message(chat, message_id, bad_request("message to edit not found"))
    is_own = body.get("from", {}).get("id") == sandbox.world.bot.user_id
    may_edit_posts = chat.kind == "channel" and chat.members.get(sandbox.world.bot.user_id) in ADMINISTRATORS
    if not is_own and not may_edit_posts:
        raise bad_request("message can't be edited")
    return chat, body


def _inline_message(sandbox: Sandbox, inline_id: str) -> tuple[Chat, JsonObject]:
    """A message that somebody sent through the bot: named "inline.CHAT.MESSAGE"."""
    kind, _, place = inline_id.partition(".")
    chat_id, _, message_id = place.partition(".")
    if kind != "inline" or not message_id.isdigit():
        raise bad_request("MESSAGE_ID_INVALID")
    chat = sandbox.world.chat(chat_id)
    return chat, sandbox.world.message(chat, int(message_id), bad_request("MESSAGE_ID_INVALID"))


def _replace(
    sandbox: Sandbox,
    parameters: Parameters,
    chat: Chat,
    body: JsonObject,
    names: tuple[str, str] | None,
    formatted: FormattedText,
) -> JsonObject | bool:
    """Changes the parts called `names` (text and entities) and the keyboard; a call without one removes the buttons.

    Gives the message as it stands then, True for one that was sent in inline mode.
    """
    markup = inline_keyboard(parameters)
    changed = {name: value for name, value in body.items() if name not in {"reply_markup", *(names or ())}}
    if names is not None and formatted.text:
        changed[names[0]] = formatted.text
        if formatted.entities:
            changed[names[1]] = formatted.entities
    if markup is not None:
        changed["reply_markup"] = markup
    if changed == body:
        raise bad_request(NOT_MODIFIED)
    changed["edit_date"] = sandbox.world.now()
    chat.messages[body["message_id"]] = changed
    sandbox.tell_message("edited", chat, body["message_id"])
    return True if parameters.text("inline_message_id") else changed


def delete_message(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Deletes one message for everyone."""
    chat = named_chat(sandbox, parameters)
    _delete(sandbox, chat, parameters.integer("message_id"))
    return True


def delete_messages(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Deletes several; those that are not there are passed over."""
    chat = named_chat(sandbox, parameters)
    for message_id in (parameters.json_list("message_ids") or [])[:DELETED_AT_ONCE]:
        try:
            _delete(sandbox, chat, int(message_id))
        except ApiRefusal:
            continue
    return True


def _delete(sandbox: Sandbox, chat: Chat, message_id: int) -> None:
    check_is_reached(sandbox, chat)
    body = sandbox.world.message(chat, message_id, bad_request("message to delete not found"))
    is_own = body.get("from", {}).get("id") == sandbox.world.bot.user_id
    is_administrator = chat.members.get(sandbox.world.bot.user_id) in ADMINISTRATORS
    if not (is_own or is_administrator or chat.kind == "private"):
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message_id]
    sandbox.tell_message("deleted", chat, message_id)


def pin_chat_message(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Pins a message."""
    chat = named_chat(sandbox, parameters)
    check_is_reached(sandbox, chat)
    message_id = parameters.integer("message_id")
    sandbox.world.message(chat, message_id, bad_request("message to pin not found"))
    _check_may_pin(sandbox, chat)
    if message_id not in chat.pinned:
        chat.pinned.append(message_id)
    return True


def unpin_chat_message(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Unpins a message, the latest one where none is named."""
    chat = named_chat(sandbox, parameters)
    _check_may_pin(sandbox, chat)
    message_id = parameters.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


def _check_may_pin(sandbox: Sandbox, chat: Chat) -> None:
    if chat.kind != "private" and chat.members.get(sandbox.world.bot.user_id) not in ADMINISTRATORS:
        raise bad_request("not enough rights to manage pinned messages in the chat")
