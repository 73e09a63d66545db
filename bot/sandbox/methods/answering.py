"""answerCallbackQuery, answerInlineQuery, answerGuestQuery and setMessageReaction."""

from typing import Any

from bot.sandbox.keyboards import reply_markup
from bot.sandbox.methods.permissions import check_is_reached, named_chat
from bot.sandbox.parameters import JsonObject, Parameters
from bot.sandbox.refusals import bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.texts import message_caption, message_text

CALLBACK_TEXT = 200
RESULTS_AT_ONCE = 50
RESULT_ID_BYTES = 64
DEFAULT_CACHE_SECONDS = 300
BUTTON_PARAMETER = 64


def answer_callback_query(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Ends the little clock on a pressed button."""
    if len(parameters.text("text")) > CALLBACK_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    answer: JsonObject = {
        "text": parameters.text("text"),
        "show_alert": parameters.flag("show_alert"),
        "url": parameters.text("url"),
    }
    query = sandbox.queries.answer(parameters.text("callback_query_id"), "callback", answer)
    sandbox.events.tell("callback", query=query.query_id, user=query.user_id, chat=query.place, answer=answer)
    return True


def answer_inline_query(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Results for what somebody types after the bot's name."""
    results = parameters.json_list("results")
    if results is None:
        raise bad_request("can't parse inline query results: expected an Array")
    if len(results) > RESULTS_AT_ONCE:
        raise bad_request("RESULTS_TOO_MUCH")
    checked = [_checked_result(result) for result in results]
    if len({result["id"] for result in checked}) < len(checked):
        raise bad_request("RESULT_ID_DUPLICATE")
    answer: JsonObject = {
        "results": checked,
        "cache_seconds": parameters.integer("cache_time", DEFAULT_CACHE_SECONDS),
        "is_personal": parameters.flag("is_personal"),
        "next_offset": parameters.text("next_offset"),
        "button": _checked_button(parameters.json_object("button")),
    }
    query = sandbox.queries.answer(parameters.text("inline_query_id"), "inline", answer)
    sandbox.events.tell("inline", query=query.query_id, user=query.user_id)
    return True


def answer_guest_query(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """One result as the answer to a mention in a chat that the bot is not in."""
    answer = {"result": _checked_result(parameters.json_object("result"))}
    query = sandbox.queries.answer(parameters.text("guest_query_id"), "guest", answer)
    chat = sandbox.world.chat(query.place or 0)
    body: JsonObject = {
        "message_id": sandbox.world.next_message_id(chat),
        "from": sandbox.world.bot.as_json(),
        "chat": chat.as_json(),
        "date": sandbox.world.now(),
        **answer["result"]["sandbox_message"],
    }
    chat.messages[body["message_id"]] = body
    sandbox.tell_message("message", chat, body["message_id"])
    return {"inline_message_id": f"inline.{chat.chat_id}.{body['message_id']}"}


def _checked_button(button: JsonObject | None) -> JsonObject | None:
    if button is None:
        return None
    start = str(button.get("start_parameter", ""))
    usable = start.isascii() and start.replace("-", "_").replace("_", "a").isalnum() and len(start) <= BUTTON_PARAMETER
    if not button.get("text") or (not usable and "web_app" not in button):
        raise bad_request("START_PARAM_INVALID")
    return button


def _checked_result(result: Any) -> JsonObject:
    if not isinstance(result, dict):
        raise bad_request("can't parse inline query result: expected an Object")
    identifier = str(result.get("id", ""))
    if not 1 <= len(identifier.encode("utf-8", "replace")) <= RESULT_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if result.get("type") == "article" and not result.get("title"):
        raise bad_request("can't parse inline query result: title must be non-empty")
    return {**result, "id": identifier, "sandbox_message": result_message(result)}


def result_message(result: JsonObject) -> JsonObject:
    """The message that choosing a result writes. Raises ApiRefusal where its text or keyboard is refused."""
    content = result.get("input_message_content")
    body: JsonObject = {}
    if isinstance(content, dict) and "message_text" in content:
        named = {"text": content["message_text"], "parse_mode": content.get("parse_mode")}
        formatted = message_text(Parameters({**named, "entities": content.get("entities")}))
        body = {"text": formatted.text, "entities": formatted.entities}
    elif result.get("type") == "photo":
        formatted = message_caption(Parameters(result))
        body = {"caption": formatted.text, "caption_entities": formatted.entities}
    elif result.get("type") == "article":
        raise bad_request("can't parse inline query result: message content must be non-empty")
    markup = reply_markup(Parameters(result))
    if markup is not None:
        body["reply_markup"] = markup
    return body


def set_message_reaction(sandbox: Sandbox, parameters: Parameters) -> bool:
    """The bot's own reaction to a message."""
    chat = named_chat(sandbox, parameters)
    check_is_reached(sandbox, chat)
    message_id = parameters.integer("message_id")
    sandbox.world.message(chat, message_id, bad_request("message to react not found"))
    reactions = parameters.json_list("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    chat.reactions.setdefault(message_id, {})[sandbox.world.bot.user_id] = reactions
    sandbox.tell_message("reaction", chat, message_id)
    return True
