"""Telegram's HTML: escaping once, and splitting a long message without cutting a tag, a word or a grapheme."""

import re
import unicodedata
from dataclasses import dataclass
from html import escape as escape_references
from html import unescape
from itertools import takewhile

MESSAGE_UNITS = 4096  # Telegram counts code points; UTF-16 units are never fewer
MESSAGE_BYTES = 32_000  # 32768 before parsing
MESSAGE_ENTITIES = 100

_ATOM = re.compile(r"<[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);|.", re.DOTALL)
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Html(str):
    """Text that is markup already: `escape` leaves it alone."""

    __slots__ = ()


def escape(value: str) -> Html:
    """`value` as visible text inside a message or an attribute, without what JSON or Telegram would refuse."""
    if isinstance(value, Html):
        return value
    return Html(escape_references(_INVISIBLE.sub("", value)))


def bold(value: str) -> Html:
    """`value` in bold."""
    return Html(f"<b>{escape(value)}</b>")


def italic(value: str) -> Html:
    """`value` in italics."""
    return Html(f"<i>{escape(value)}</i>")


def link(value: str, url: str) -> Html:
    """`value` leading to `url`; plain if the address is none that a chat should open."""
    if not url.startswith(("https://", "http://")):
        return escape(value)
    return Html(f'<a href="{escape(url)}">{escape(value)}</a>')


def quotation(value: str) -> Html:
    """`value` as a quotation that stands by itself."""
    return Html(f"<blockquote>{escape(value)}</blockquote>")


def lines(*values: str | None) -> Html:
    """The given values on a line each, without the missing ones."""
    return Html("\n".join(escape(value) for value in values if value))


def paragraphs(*values: str | None) -> Html:
    """The given values with an empty line between them, without the missing ones."""
    return Html("\n\n".join(escape(value) for value in values if value))


def visible(html: str) -> str:
    """What a reader sees of `html`: no tags, references decoded."""
    return unescape(re.sub(r"<[^>]*>", "", html))


@dataclass(frozen=True, slots=True)
class _Atom:
    """A tag (`text` is empty) or one visible character, perhaps written as a reference."""

    raw: str
    text: str

    @property
    def opens(self) -> bool:
        return not self.text and not self.raw.startswith("</")

    @property
    def units(self) -> int:
        return sum(2 if ord(character) > 0xFFFF else 1 for character in self.text)


def split(html: Html, units: int = MESSAGE_UNITS) -> tuple[Html, ...]:
    """`html`, which must be well-formed, as messages of at most `units` UTF-16 units; none of them looks empty.

    Breaks at a paragraph, a line or a space, in this order; a word longer than a message is cut between graphemes.
    Tags that are open at a break are closed and opened again. No part holds more than 100 entities.
    """
    if 2 * len(html) <= units and html.count("<") <= MESSAGE_ENTITIES:  # most answers: nothing to weigh
        return (Html(html.rstrip()),) if _looks_filled(html) else ()
    atoms = [_atom(match.group()) for match in _ATOM.finditer(html)]
    parts: list[Html] = []
    open_tags: tuple[str, ...] = ()
    start = 0
    while start < len(atoms):
        end = _end_of_part(atoms, start, open_tags, units)
        part, open_tags = _closed(atoms[start:end], open_tags)
        if _looks_filled(part):
            parts.append(part)
        start = end
        while start < len(atoms) and atoms[start].text.isspace():
            start += 1
    return tuple(parts)


def _atom(raw: str) -> _Atom:
    if len(raw) > 1 and raw.startswith("<"):
        return _Atom(raw, "")
    return _Atom(raw, unescape(raw) if len(raw) > 1 else raw)


def _end_of_part(atoms: list[_Atom], start: int, open_tags: tuple[str, ...], units: int) -> int:
    """Index of the first atom that belongs to the next part."""
    used_units, used_entities = 0, len(open_tags)
    used_bytes = 2 * sum(len(tag.encode()) for tag in open_tags)
    for index in range(start, len(atoms)):
        atom = atoms[index]
        used_units += atom.units
        used_entities += atom.opens
        used_bytes += len(atom.raw.encode()) * (2 if atom.opens else 1)  # its closing tag is paid for with it
        if used_units > units or used_entities > MESSAGE_ENTITIES or used_bytes > MESSAGE_BYTES:
            return max(_best_break(atoms, start, index), start + 1)
    return len(atoms)


def _best_break(atoms: list[_Atom], start: int, end: int) -> int:
    """The best place in `start`…`end` to break at; a paragraph or a line only if the part stays half full."""
    text = "".join(atom.text or "\0" for atom in atoms[start:end])  # an atom is one character of this text
    if len(text) != end - start:  # a reference of two characters: rare enough to break at the very end
        return end
    half = len(text) // 2
    if atoms[end].text.isspace():
        return end
    for separator, earliest in (("\n\n", half), ("\n", half), (" ", 1), ("\n", 1), ("\t", 1)):
        place = text.rfind(separator, earliest)
        if place > 0:
            return start + place
    return _grapheme_break(atoms, start, end)


def _grapheme_break(atoms: list[_Atom], start: int, end: int) -> int:
    for place in range(end, start, -1):
        if _is_boundary(atoms, start, place):
            return place
    return end


def _is_boundary(atoms: list[_Atom], start: int, place: int) -> bool:
    """Whether a grapheme may end before the atom at `place`."""
    before, after = atoms[place - 1].text[-1:], atoms[place].text[:1]
    if not before or not after:
        return not after  # a tag may open the next part, and none may end this one
    if before == "\u200d" or after == "\u200d" or unicodedata.category(after) in ("Mn", "Mc", "Me"):
        return False
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\u1160" <= after <= "\u11ff" or "\U000e0020" <= after <= "\U000e007f":
        return False
    if _is_flag_half(after):
        halves = takewhile(_is_flag_half, (atoms[index].text for index in range(place - 1, start - 1, -1)))
        return sum(1 for _ in halves) % 2 == 0
    return not (before == "\r" and after == "\n")


def _is_flag_half(text: str) -> bool:
    return "\U0001f1e6" <= text <= "\U0001f1ff"


def _closed(atoms: list[_Atom], open_tags: tuple[str, ...]) -> tuple[Html, tuple[str, ...]]:
    """The atoms as a message of its own, and the tags that its last atom leaves open."""
    stack = list(open_tags)
    for atom in atoms:
        if atom.opens:
            stack.append(atom.raw)
        elif not atom.text:
            stack.pop()
    closing = "".join(f"</{_name_of(tag)}>" for tag in reversed(stack))
    body = "".join(atom.raw for atom in atoms).rstrip()
    return Html("".join(open_tags) + body + closing), tuple(stack)


def _name_of(tag: str) -> str:
    return tag.strip("<>").split(" ", 1)[0]


def _looks_filled(html: str) -> bool:
    return any(
        not character.isspace() and unicodedata.category(character) not in ("Cf", "Cc", "Mn")
        for character in visible(html)
    )
