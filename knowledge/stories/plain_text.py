"""Text as it is stored: white space made single ordinary spaces, nothing invisible; letters, quotes, dashes stay."""

import re

# Zero-width space, word joiner, soft hyphen, byte order mark, direction marks, control characters that are no white
# space. The zero-width joiners stay: emoji and some scripts are made with them.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+"
)
_SPACES = re.compile(r"\s+")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """`text` on one line, as it is stored."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def plain_lines(text: str) -> list[str]:
    """The lines of `text` that hold something, each plain."""
    return [line for line in map(plain, text.splitlines()) if line]


def holds_half_characters(text: str) -> bool:
    """Whether a lone surrogate stands in `text`: half of a character, which no database or message can hold."""
    return _HALF_CHARACTER.search(text) is not None
