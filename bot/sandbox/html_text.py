"""Telegram's HTML: tags into entities, refused with the server's own sentences."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusals import ApiRefusal, bad_request

TAGS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED_REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\0\v"

_next_mark = re.compile(r"[<&]")
_reference = re.compile(r"&(?:#x([0-9a-fA-F]{1,7})|#([0-9]{1,8})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_attribute_name = re.compile(r"[^\s\0=>/\"']*")
_name_token = re.compile(r"[A-Za-z0-9.\-]*")
_http_link = re.compile(
    r"(?:https?://)?[^\s/?#:@]+\.[^\s/?#.]{2,}|https?://(?:localhost|\d+\.\d+\.\d+\.\d+|\[)", re.IGNORECASE
)


def utf16_length(text: str) -> int:
    """The length of `text` in UTF-16 units, in which Telegram counts entity offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _OpenTag:
    name: str
    argument: str
    offset: int
    piece: int


@dataclass(slots=True)
class _Reader:
    """One pass over a text, in the order in which the server reads it."""

    source: str
    position: int = 0
    pieces: list[str] = field(default_factory=list)
    offset: int = 0
    entities: list[dict[str, Any]] = field(default_factory=list)
    open_tags: list[_OpenTag] = field(default_factory=list)

    def add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.offset += utf16_length(text)

    def refuse(self, problem: str, begin: int) -> ApiRefusal:
        return cannot_parse(f"{problem} at byte offset {len(self.source[:begin].encode('utf-8', 'surrogatepass'))}")

    def at(self) -> str:
        """The character under the reader; the empty string stands for the end."""
        return self.source[self.position : self.position + 1]

    def skip_spaces(self) -> None:
        while self.at() and self.at() in SPACES:
            self.position += 1


def cannot_parse(problem: str) -> ApiRefusal:
    """400 for formatting that the server does not understand."""
    return bad_request(f"can't parse entities: {problem}")


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The visible text and its entities, offsets in UTF-16 units. Raises ApiRefusal as Telegram would."""
    reader = _Reader(source)
    while (mark := _next_mark.search(source, reader.position)) is not None:
        reader.add(source[reader.position : mark.start()])
        reader.position = mark.start()
        if mark.group() == "&":
            _take_reference(reader)
        elif source.startswith("</", reader.position):
            _take_end_tag(reader)
        else:
            _take_start_tag(reader)
    reader.add(source[reader.position :])
    if reader.open_tags:
        raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{reader.open_tags[-1].name}"')
    return "".join(reader.pieces), reader.entities


def _decoded(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED_REFERENCES[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else ""


def _take_reference(reader: _Reader) -> None:
    match = _reference.match(reader.source, reader.position)
    decoded = _decoded(match) if match else ""
    reader.add(decoded or "&")
    reader.position = match.end() if match and decoded else reader.position + 1


def _take_start_tag(reader: _Reader) -> None:
    begin = reader.position
    match = re.compile(r"[^\s\0>]*").match(reader.source, begin + 1)
    name = match.group().lower() if match else ""
    reader.position = begin + 1 + len(name)
    if not reader.at():
        raise reader.refuse("Unclosed start tag", begin)
    if name not in TAGS:
        raise reader.refuse(f'Unsupported start tag "{name}"', begin)
    argument = ""
    while True:
        reader.skip_spaces()
        if reader.at() == ">":
            break
        argument = _take_attribute(reader, name, begin) or argument
    reader.position += 1
    if name == "span" and argument != "spoiler":
        raise reader.refuse('Tag "span" must have class "tg-spoiler"', begin)
    reader.open_tags.append(_OpenTag(name, argument, reader.offset, len(reader.pieces)))


def _take_attribute(reader: _Reader, tag: str, begin: int) -> str:
    """Reads one attribute; what it says to this tag, or nothing."""
    match = _attribute_name.match(reader.source, reader.position)
    name = match.group() if match else ""
    if not name:
        problem = f'Empty attribute name in the tag "{tag}"' if reader.at() else f'Unclosed start tag "{tag}"'
        raise reader.refuse(problem, begin)
    reader.position += len(name)
    reader.skip_spaces()
    if reader.at() != "=":
        if not reader.at():
            raise reader.refuse(f'Unclosed start tag "{tag}"', begin)
        return "expandable" if (tag, name) == ("blockquote", "expandable") else ""
    reader.position += 1
    reader.skip_spaces()
    value = _take_value(reader)
    if not reader.at():
        raise reader.refuse("Unclosed start tag", begin)
    return _argument_of(tag, name, value)


def _take_value(reader: _Reader) -> str:
    quote = reader.at()
    if quote not in {'"', "'"}:
        begin = reader.position
        match = _name_token.match(reader.source, begin)
        value = match.group().lower() if match else ""
        reader.position += len(value)
        if reader.at() and reader.at() not in SPACES + ">":
            raise reader.refuse("Unexpected end of name token", begin)
        return value
    end = reader.source.find(quote, reader.position + 1)
    end = len(reader.source) if end < 0 else end
    raw = reader.source[reader.position + 1 : end]
    reader.position = end + 1
    return _reference.sub(lambda match: _decoded(match) or match.group(), raw)


def _argument_of(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            return "expandable"
    return ""


def _take_end_tag(reader: _Reader) -> None:
    begin = reader.position
    if not reader.open_tags:
        raise reader.refuse("Unexpected end tag", begin)
    match = re.compile(r"[^\s\0>]*").match(reader.source, begin + 2)
    found = match.group() if match else ""
    reader.position = begin + 2 + len(found)
    reader.skip_spaces()
    if reader.at() != ">":
        raise reader.refuse("Unclosed end tag", begin)
    opened = reader.open_tags.pop()
    if found and found != opened.name:
        raise ApiRefusal(
            400,
            f'{reader.refuse("Unmatched end tag", begin).description}, expected "</{opened.name}>", found "</{found}>"',
        )
    reader.position += 1
    if reader.offset > opened.offset:
        _close(reader, opened)


def _close(reader: _Reader, opened: _OpenTag) -> None:
    entity: dict[str, Any] = {
        "type": TAGS[opened.name],
        "offset": opened.offset,
        "length": reader.offset - opened.offset,
    }
    inner = reader.entities[-1] if reader.entities else None
    same_place = inner is not None and (inner["offset"], inner["length"]) == (entity["offset"], entity["length"])
    if opened.name == "a":
        link = opened.argument or "".join(reader.pieces[opened.piece :])
        if not _http_link.match(link) and not link.startswith(("tg://", "ton://", "tonsite://", "mailto:", "tel:")):
            return
        entity["url"] = link
    elif opened.name == "blockquote" and opened.argument:
        entity["type"] = "expandable_blockquote"
    elif opened.name == "code" and opened.argument:
        entity["language"] = opened.argument
    elif opened.name == "pre" and inner is not None and same_place and inner["type"] == "code":
        entity["language"] = inner.get("language", "")
        reader.entities.pop()
    elif opened.name == "tg-emoji":
        entity["custom_emoji_id"] = opened.argument
    reader.entities.append(entity)
