"""Typed or pasted text made plain: one way to write each letter, quote, dash and space, and nothing invisible."""

import html
import re
import unicodedata

# Combining marks of Latin, Cyrillic and symbols; marks of other scripts are letters there and stay.
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff"
)
_CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"

_GONE = re.compile(f"[{_INVISIBLE}{_CONTROL}]+")
_PILE = re.compile(f"([^{_MARKS}])[{_MARKS}]+")
_LOOSE_MARKS = re.compile(f"[{_MARKS}]+")
_APOSTROPHES = re.compile(
    "[\u2018\u2019\u201a\u201b\u02bc\u02b9\u02bb\u02bd\u02c8\u2032\u2035\u0060\u00b4\u055a\ua78c]"
)
_QUOTES = re.compile("[\u201c-\u201f\u00ab\u00bb\u2039\u203a\u2033\u300c-\u300f\u301d-\u301f]")
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043\u02d7\u058a\u2e3a\u2e3b\u30fc]")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029\r]\s*")
_TAG = re.compile(r"<(?:/?[a-zA-Z]|!)[^<>]*>")
_AMPERSANDS = re.compile(r"&(?:amp;)+", re.IGNORECASE)
_SIGNS = r".,?!:;'\"$%()+/-"
_PLAIN = re.compile(rf"[A-Za-z0-9А-Яа-яІіЇїЄєҐґЁё{_SIGNS}]+(?: [A-Za-z0-9А-Яа-яІіЇїЄєҐґЁё{_SIGNS}]+)*")

# NFD tears these two apart, and they are letters, not accented ones; every other mark goes.
_ACCENTS = re.compile(f"(?:(?!\u0306|\u0308)[{_MARKS}]|(?<!\u0438)\u0306|(?<!\u0456)\u0308)+")
_LETTERS = str.maketrans({"ґ": "г", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})

# Letters that are folded already once their case is: nothing to take off, nothing to draw together.
_FOLDED = re.compile(rf"[a-z0-9а-яіїє{_SIGNS}]+(?: [a-z0-9а-яіїє{_SIGNS}]+)*")

_PASSES = 4


def clean(text: str) -> str:
    """`text` in NFKC without tags, references, zero-width, zalgo and control characters; linear time.

    One apostrophe ('), one double quote ("), one dash (-); runs of white space are one space, or one line feed where
    they held a line's end. Cleaning twice changes nothing more.
    """
    if _PLAIN.fullmatch(text):
        return text
    for _ in range(_PASSES):
        before, text = text, _one_pass(text)
        if text == before:
            return text
    # Something nested deeper than any page: without these two characters there is nothing left to unwrap.
    return _one_pass(_one_pass(text.replace("<", " ").replace("&", " ")))


def fold(text: str) -> str:
    """`clean(text)` without case and accents: й and ї stay, ё is е, ґ is г. For comparing, never for showing."""
    folded = text.casefold()
    if _FOLDED.fullmatch(folded):
        return folded
    folded = clean(text).casefold()
    if folded.isascii():
        return folded
    for _ in range(_PASSES):
        before = folded
        bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded))
        folded = clean(unicodedata.normalize("NFKC", bare).translate(_LETTERS).casefold())
        if folded == before:
            break
    return folded


def _one_pass(text: str) -> str:
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(_AMPERSANDS.sub("&", text))
    if not text.isascii():
        # Before NFKC, which would tear the lone accent marks ´ and ‾ into a space and a mark.
        text = _APOSTROPHES.sub("'", _GONE.sub("", text))
        text = unicodedata.normalize("NFKC", text)
        text = _PILE.sub(_without_pile, text)
        text = unicodedata.normalize("NFKC", _LOOSE_MARKS.sub("", text))
        text = _QUOTES.sub('"', _DASHES.sub("-", _APOSTROPHES.sub("'", text)))
    text = _GONE.sub("", text).replace("`", "'")
    return _SPACES.sub(" ", _LINES.sub("\n", text)).strip()


def _without_pile(match: re.Match[str]) -> str:
    """The bare letter under two or more marks: the first of them has been drawn into the letter by NFKC."""
    letter = match.group(1)
    return letter if letter in "йїЙЇ" else unicodedata.normalize("NFD", letter)[0]
