"""Reply markup: what Telegram makes of a keyboard, and what it refuses."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.parameters import JsonObject, Parameters
from bot.sandbox.refusals import bad_request

BUTTONS_IN_A_ROW = 12
BUTTONS_IN_ALL = 100
MARKUP_BYTES = 10_240
CALLBACK_BYTES = 64
COPY_CHARACTERS = 256
ACTIONS = ("callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat")
OTHER_ACTIONS = ("switch_inline_query_chosen_chat", "copy_text", "web_app", "login_url", "pay", "callback_game")

_host = re.compile(r"[^\s.]+(\.[^\s.]+)+|localhost|\[[0-9a-f:]+\]", re.IGNORECASE)


def reply_markup(parameters: Parameters) -> JsonObject | None:
    """The call's keyboard as the message keeps it, None without one. Raises ApiRefusal for what Telegram refuses."""
    markup = parameters.json_object("reply_markup")
    if not markup:
        return None
    if "inline_keyboard" in markup:
        rows = _inline_rows(markup["inline_keyboard"])
        return {"inline_keyboard": rows} if rows else None
    if {"keyboard", "remove_keyboard", "force_reply"} & set(markup):
        return markup
    return None


def inline_keyboard(parameters: Parameters) -> JsonObject | None:
    """As `reply_markup`, for an edit: only buttons inside the message can be there."""
    markup = reply_markup(parameters)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _inline_rows(rows: Any) -> list[list[JsonObject]]:
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    kept: list[list[JsonObject]] = []
    for row in rows:
        if not isinstance(row, list):
            raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
        buttons = [_button(button) for button in row if not isinstance(button, dict) or button.get("text")]
        if buttons:
            kept.append(buttons[:BUTTONS_IN_A_ROW])
    in_all = sum(len(row) for row in kept)
    if in_all > BUTTONS_IN_ALL or len(json.dumps(kept, ensure_ascii=False).encode()) > MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    return kept


def _button(button: Any) -> JsonObject:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if "callback_data" in button:
        if not 1 <= len(str(button["callback_data"]).encode("utf-8", "replace")) <= CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "url" in button:
        check_button_url(str(button["url"]))
    elif "copy_text" in button:
        copied = button["copy_text"].get("text", "") if isinstance(button["copy_text"], dict) else ""
        if not 1 <= len(copied) <= COPY_CHARACTERS:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif not any(action in button for action in (*ACTIONS, *OTHER_ACTIONS)):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    return dict(button)


def check_button_url(url: str) -> None:
    """Raises ApiRefusal for a link that a button cannot have."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        usable = parts.scheme in {"tg", "ton"} or (
            parts.scheme in {"http", "https"} and _host.fullmatch(parts.hostname or "") is not None
        )
    except ValueError:
        usable = False
    if not usable:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
