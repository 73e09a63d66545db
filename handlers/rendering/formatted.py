"""Texts with their author's formatting as Telegram's HTML, cut where a message has no more room."""

from handlers.rendering.html import Html, escape, link
from knowledge.model.alert import Formatted, Mark

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
}
MOST_MARKS = 80  # Telegram keeps 100 entities in a message; the rest is ours
ELLIPSIS = " …"


def units(text: str) -> int:
    """UTF-16 units: Telegram counts code points, of which there are never more."""
    return len(text) + sum(1 for character in text if character > "\uffff")


def formatted_html(formatted: Formatted) -> Html:
    """The text with its marks as nested tags; marks that cross are cut so that they nest."""
    return Html(spanned(formatted.text, 0, len(formatted.text), formatted.marks[:MOST_MARKS]))


def spanned(text: str, start: int, end: int, marks: tuple[Mark, ...]) -> Html:
    """`text[start:end]` with the marks that reach into it."""
    inside = [mark for mark in marks if mark.offset < end and mark.offset + mark.length > start and known(mark)]
    if not inside:
        return escape(text[start:end])
    outer = min(inside, key=lambda mark: (max(mark.offset, start), -mark.length))
    first, last = max(outer.offset, start), min(outer.offset + outer.length, end)
    rest = tuple(mark for mark in inside if mark is not outer)
    return Html(
        escape(text[start:first]) + tagged(outer, spanned(text, first, last, rest)) + spanned(text, last, end, rest)
    )


def tagged(mark: Mark, inner: Html) -> Html:
    """`inner` inside the tag of `mark`."""
    if mark.kind == "text_link":
        return link(inner, mark.url or "")
    return Html(f"<{TAGS[mark.kind]}>{inner}</{TAGS[mark.kind]}>")


def known(mark: Mark) -> bool:
    """Whether the mark has a tag here; custom emoji and the like stay plain text."""
    return mark.kind in TAGS or mark.kind == "text_link"


def cut(formatted: Formatted, room: int) -> Formatted:
    """The text in at most `room` UTF-16 units: cut after a word, with an ellipsis, if it is longer."""
    if units(formatted.text) <= room:
        return formatted
    kept = formatted.text[:room]  # code points are at most two units each: shorten until it fits
    while units(kept) + units(ELLIPSIS) > room:
        kept = kept[: -max(1, (units(kept) + units(ELLIPSIS) - room) // 2)]
    before, space, _ = kept.rpartition(" ")
    kept = (before if space and len(before) > len(kept) // 2 else kept).rstrip()
    return Formatted(kept + ELLIPSIS, formatted.marks)
