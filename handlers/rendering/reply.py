"""A reply as it is sent: message parts, and buttons under the last of them."""

from dataclasses import dataclass

from handlers.rendering.html import Html


@dataclass(frozen=True, slots=True)
class Tap:
    """A button that comes back to the bot with `data` (1 to 64 bytes)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Open:
    """A button that opens an address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A button that puts `text` (1 to 256 characters) into the clipboard."""

    label: str
    text: str


Button = Tap | Open | Copy
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says at one time; `parts` are messages that Telegram takes, never empty."""

    parts: tuple[Html, ...]
    buttons: Rows = ()


def said(html: Html, *rows: tuple[Button, ...]) -> Reply:
    """A reply of one message with the given rows of buttons, empty rows left out."""
    return Reply((html,), tuple(row for row in rows if row))
