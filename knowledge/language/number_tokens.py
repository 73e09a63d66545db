"""The pieces that numbers are written with: figures, signs and number words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from knowledge.language.data_files import read_rows
from knowledge.language.text import fold

_TOKEN = re.compile(
    r"\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?![.,]?\d)|\d+(?:[.,]\d+)*|[uU][sS]\$|"
    r"[$€£₴₽¥₹%]|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[-–—]",
)
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_SPACES = re.compile(r"[\u00a0\u202f\u2009 ]")
_ENDINGS = {
    "th",
    "st",
    "nd",
    "rd",
    "s",
    *("го", "й", "х", "та", "ти", "ма", "ий", "ої", "ій", "му", "ого", "ому", "их", "е", "я", "у"),
}
_NOTHING: Mapping[str, "Kind"] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, a sign or a word (lower case); `glued` where nothing parts it from the token before."""

    text: str
    start: int
    end: int
    glued: bool
    is_inside: bool  # letters, digits or an underscore touch it that belong to no token of a number


@dataclass(frozen=True, slots=True)
class Kind:
    """What a word does in a number; `code` is the currency of kind "money"."""

    value: float
    code: str | None = None


def may_hold_number(text: str) -> bool:
    """Whether `text` has a digit or a word that numbers are written with; quickly, since most texts have neither."""
    return _DIGIT.search(text) is not None or not _kinds().keys().isdisjoint(_LETTERS.findall(fold(text)))


def tokens_of(text: str) -> list[Token]:
    """The tokens of `text` in order; what is neither figure, sign nor word is left out."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 2]
        is_inside = before in tuple("_:#@/") or (after[:1] == ":" and after[1:].isdigit())
        glued = bool(tokens) and tokens[-1].end == match.start()
        word = match.group().lower().replace("–", "-").replace("—", "-")
        tokens.append(Token(word if word.isascii() else fold(word), match.start(), match.end(), glued, is_inside))
    return tokens


def figure(tokens: list[Token], place: int) -> float | None:
    """The value of the figure at `place`; None for a word, and for figures inside names (GPT-5), codes and times."""
    token = tokens[place]
    if not token.text[0].isdigit() or token.is_inside:
        return None
    if token.glued and tokens[place - 1].text[-1].isalpha():
        return None
    if (
        token.glued
        and tokens[place - 1].text == "-"
        and place > 1
        and tokens[place - 1].glued
        and tokens[place - 2].text[-1].isalpha()
    ):
        return None
    if place + 1 < len(tokens) and tokens[place + 1].glued and tokens[place + 1].text[0].isalpha():
        word = tokens[place + 1].text
        if word not in _ENDINGS and not kinds_of(word):
            return None
    return _value(_SPACES.sub("", token.text))


def _value(digits: str) -> float | None:
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "") if "," in digits else digits.replace(".", "")
    elif not _DECIMAL.fullmatch(digits):
        return None
    value = float(digits.replace(",", "."))
    return value if value < 1e300 else None


def kinds_of(word: str) -> Mapping[str, Kind]:
    """Everything that `word` (folded) may do in a number, by kind; empty for ordinary words."""
    return _kinds().get(word, _NOTHING)


@cache
def _kinds() -> dict[str, dict[str, Kind]]:
    table: dict[str, dict[str, Kind]] = {}
    for kind, value, words in read_rows("number_words.tsv"):
        meaning = Kind(1.0, value) if kind == "money" else Kind(float(value))
        for word in words.split():
            table.setdefault(word, {})[kind] = meaning
    return table
