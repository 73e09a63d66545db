"""What Telegram does to a text after its tags are read: cleaning, trimming, finding links, mentions and commands."""

import re
from typing import Any

from bot.sandbox.html_text import utf16_length

KEPT_FORMATTING = 100
FOUND_TYPES = frozenset({"bot_command", "mention", "hashtag", "cashtag", "url", "email", "phone_number", "bank_card"})
FORMATTING_TYPES = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "blockquote",
        "expandable_blockquote",
        "custom_emoji",
        "date_time",
    }
)

_dropped = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_control = re.compile("[\x00-\x09\x0b-\x1f]")
_invisible = re.compile(
    "[\\s\x00-\x20\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2800\u3000\ufeff\ufffc]+"
)
_found = re.compile(
    r"(?P<url>https?://[^\s<>«»\"]+[^\s<>«»\".,;:!?)\]]"
    r"|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|news|info|me|io|ai|ua|co|dev|app|eu|uk)\b(?:/[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]])?)"
    r"|(?P<email>(?<![\w.])[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<bot_command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[a-zA-Z0-9_]{3,32}\b)"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)",
    re.IGNORECASE,
)


def cleaned(text: str) -> str:
    """The text without carriage returns and directional overrides, other control characters as spaces."""
    return _control.sub(" ", _dropped.sub("", text))


def is_invisible(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    return not text or _invisible.fullmatch(text) is not None


def finished(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities as a message keeps them: ends trimmed, links and commands found."""
    left = len(text) - len(text.lstrip(" \n\t"))
    trimmed = text.strip(" \n\t")
    kept = _inside(entities, utf16_length(text[:left]), utf16_length(trimmed)) if entities else []
    found = _detected(trimmed, kept)
    return trimmed, sorted(kept + found, key=lambda entity: (entity["offset"], -entity["length"]))


def found_entities(text: str) -> list[dict[str, Any]]:
    """Links, mentions, hashtags and commands of a text that a person typed."""
    return _detected(text, [])


def _inside(entities: list[dict[str, Any]], shift: int, length: int) -> list[dict[str, Any]]:
    kept = []
    for entity in sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])):
        begin = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] - shift + entity["length"], length)
        if end > begin and entity["type"] in FORMATTING_TYPES:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return _without_nested_quotations(kept)[:KEPT_FORMATTING]


def _without_nested_quotations(entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kept, quoted_until = [], 0
    for entity in entities:
        if entity["type"] in {"blockquote", "expandable_blockquote"}:
            if entity["offset"] < quoted_until:
                continue
            quoted_until = entity["offset"] + entity["length"]
        kept.append(entity)
    return kept


def _detected(text: str, formatting: list[dict[str, Any]]) -> list[dict[str, Any]]:
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in formatting
        if entity["type"] in {"text_link", "code", "pre", "text_mention"}
    ]
    found = []
    for match in _found.finditer(text):
        begin = utf16_length(text[: match.start()])
        length = utf16_length(match.group())
        if not any(begin < end and begin + length > start for start, end in taken):
            found.append({"type": match.lastgroup, "offset": begin, "length": length})
    return found
