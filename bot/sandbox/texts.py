"""Texts and captions of a call, within Telegram's limits."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.entities import FORMATTING_TYPES, FOUND_TYPES, cleaned, finished, is_invisible
from bot.sandbox.html_text import cannot_parse, parse_html
from bot.sandbox.parameters import Parameters
from bot.sandbox.refusals import bad_request

TEXT_LIMIT = 4096  # code points, after entities are parsed and ends trimmed
CAPTION_LIMIT = 1024
RAW_LIMIT = 32768  # bytes, before parsing


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text as a message keeps it."""

    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)


def message_text(parameters: Parameters, *, editing: bool = False) -> FormattedText:
    """The `text` of a call. Raises ApiRefusal where it is missing, invisible, too long or badly formatted."""
    raw = parameters.text("text")
    if not raw:
        raise bad_request("message text is empty")
    formatted = _formatted(raw, parameters, "entities")
    if is_invisible(formatted.text):
        raise bad_request("text must be non-empty")
    if len(formatted.text) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG" if editing else "message is too long")
    return formatted


def message_caption(parameters: Parameters) -> FormattedText:
    """The `caption` of a call, empty where there is none. Raises ApiRefusal where it is too long or badly formatted."""
    raw = parameters.text("caption")
    formatted = _formatted(raw, parameters, "caption_entities") if raw else FormattedText()
    if len(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return FormattedText() if is_invisible(formatted.text) else formatted


def _formatted(raw: str, parameters: Parameters, entities_name: str) -> FormattedText:
    if len(raw) > RAW_LIMIT // 4 and len(raw.encode("utf-8", "surrogatepass")) > RAW_LIMIT:
        raise bad_request("text is too long")
    if any("\ud800" <= character <= "\udfff" for character in raw) if not raw.isascii() else False:
        raise bad_request("strings must be encoded in UTF-8")
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(cleaned(raw))
    elif mode in {"", "none"}:
        text, entities = cleaned(raw), _given_entities(parameters.json_list(entities_name) or [])
    else:
        raise bad_request("unsupported parse_mode")
    return FormattedText(*finished(text, entities))


def _given_entities(items: list[Any]) -> list[dict[str, Any]]:
    entities = []
    for item in items:
        if not isinstance(item, dict):
            raise cannot_parse("expected an Object as MessageEntity")
        kind = item.get("type")
        if kind in FOUND_TYPES:
            continue
        if kind not in FORMATTING_TYPES:
            raise cannot_parse("unsupported entity type specified")
        entities.append({**item, "offset": int(item.get("offset", 0)), "length": int(item.get("length", 0))})
    return entities
