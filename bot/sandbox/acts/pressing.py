"""People press buttons, react, and type after the bot's name."""

from bot.sandbox.acts.writing import Draft, say
from bot.sandbox.parameters import JsonObject
from bot.sandbox.queries import PendingQuery
from bot.sandbox.refusals import bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import Chat


def button_data(body: JsonObject, wanted: str) -> str:
    """The callback data of the button with this label (or this data). Raises ApiRefusal without such a button."""
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    for name in ("text", "callback_data"):
        for button in buttons:
            if button.get(name) == wanted and "callback_data" in button:
                return str(button["callback_data"])
    labels = ", ".join(repr(button.get("text")) for button in buttons) or "none"
    raise bad_request(f"no button {wanted!r} under the message; there are: {labels}")


def press(sandbox: Sandbox, user_id: int, chat: Chat, message_id: int, data: str) -> PendingQuery:
    """A press on a button with this data, which need not be there: presses can be forged."""
    body = chat.messages.get(message_id)
    query = sandbox.queries.ask("callback", user_id, data, chat.chat_id)
    update: JsonObject = {
        "id": query.query_id,
        "from": sandbox.world.user(user_id).as_json(),
        "chat_instance": str(-chat.chat_id),
        "data": data,
    }
    if body is not None and "via_bot" in body:
        update["inline_message_id"] = inline_message_id(chat, message_id)
    elif body is not None:
        update["message"] = body
    else:
        update["message"] = {"chat": chat.as_json(), "message_id": message_id, "date": 0}
    sandbox.add_update("callback_query", update)
    return query


def inline_message_id(chat: Chat, message_id: int) -> str:
    """The name under which the bot may edit a message that was sent through it."""
    return f"inline.{chat.chat_id}.{message_id}"


def react(sandbox: Sandbox, user_id: int, chat: Chat, message_id: int, emoji: str | None) -> None:
    """A person's reaction to a message, None takes it back."""
    sandbox.world.message(chat, message_id, bad_request("message to react not found"))
    reactions = chat.reactions.setdefault(message_id, {})
    old = reactions.get(user_id, [])
    new: list[JsonObject] = [{"type": "emoji", "emoji": emoji}] if emoji else []
    reactions[user_id] = new
    sandbox.tell_message("reaction", chat, message_id)
    update: JsonObject = {
        "chat": chat.as_json(),
        "message_id": message_id,
        "user": sandbox.world.user(user_id).as_json(),
        "date": sandbox.world.now(),
        "old_reaction": old,
        "new_reaction": new,
    }
    if chat.kind == "private" or chat.members.get(sandbox.world.bot.user_id) == "administrator":
        sandbox.add_update("message_reaction", update)


def ask_inline(sandbox: Sandbox, user_id: int, text: str, offset: str, chat_kind: str) -> PendingQuery:
    """What somebody types after the bot's name, at most 256 characters."""
    query = sandbox.queries.ask("inline", user_id, text[:256])
    update: JsonObject = {
        "id": query.query_id,
        "from": sandbox.world.user(user_id).as_json(),
        "query": text[:256],
        "offset": offset,
        "chat_type": chat_kind,
    }
    sandbox.add_update("inline_query", update)
    return query


def choose_inline(sandbox: Sandbox, query_id: str, result_id: str, chat: Chat) -> JsonObject:
    """Sends one of the results into a chat; returns the message."""
    query = sandbox.queries.asked.get(query_id)
    results = (query.answer or {}).get("results", []) if query is not None else []
    chosen = next((result for result in results if result["id"] == result_id), None)
    if query is None or chosen is None:
        raise bad_request("RESULT_ID_INVALID")
    content = dict(chosen["sandbox_message"])
    extra = {"via_bot": sandbox.world.bot.as_json()}
    formatted = {name: value for name, value in content.items() if name in {"entities", "reply_markup"} and value}
    body = say(sandbox, query.user_id, chat, Draft(str(content.get("text", " ")), extra=extra | formatted))
    update: JsonObject = {
        "result_id": result_id,
        "from": sandbox.world.user(query.user_id).as_json(),
        "query": query.text,
    }
    if "reply_markup" in body:
        update["inline_message_id"] = inline_message_id(chat, body["message_id"])
    sandbox.add_update("chosen_inline_result", update)
    return body
