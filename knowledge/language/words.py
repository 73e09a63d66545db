"""Text cut into words that can be compared, each with its place in the text."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.language.compounds import Joint, joints
from knowledge.language.detect import language_of
from knowledge.language.stems import stem_of
from knowledge.language.stop_words import stop_words
from knowledge.language.text import fold

_INVISIBLE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_LETTER = rf"[^\W\d_][{_INVISIBLE}]*"
_ORDINAL = "st|nd|rd|th|s|ого|ому|ої|ого|го|му|ий|ій|й|их|х|им|м|я|а|е|у|ти|ма"
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., e.g.
    rf"|\d+(?:[.,]\d+)*(?:-(?:{_ORDINAL})\b|(?:{_LETTER})*\d*)"  # 1,000  1.5  5th  400x
    rf"|(?:{_LETTER})+(?:['’ʼ‘`´′](?:{_LETTER})+)*(?:-?\d+(?:\.\d+)*(?:{_LETTER})*)*"  # OpenAI's  п'ять  GPT-5.5
)
_NUMBER = re.compile(rf"\d[\d.,]*(?:-?(?:{_ORDINAL}|k|m|b|x|bn|mn|mln|tn|к|тис|млн|млрд|трлн))?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LOWER = re.compile("[a-zа-яіїєґ]")


class Word(NamedTuple):
    """One word: `text[start:end]` of the text it was read from; `stem` is what is compared.

    Fixed terms of several words ("data center", "artificial intelligence") are one word whose stem is the term's.
    """

    text: str
    folded: str
    stem: str
    start: int
    end: int
    is_number: bool
    is_stop: bool
    is_capital: bool


def words_of(text: str, language: str | None = None) -> tuple[Word, ...]:
    """The words of `text` in order; `language` ("en", "uk", "ru") is found from the text where it is not given."""
    language = _cyrillic(text, language)
    shouting = _LOWER.search(text) is None
    words = [_word(match, language, shouting) for match in _WORD.finditer(text)]
    stems = [word.stem for word in words]
    return tuple(_joined(text, words, stems)) if _holds_joint(stems) else tuple(words)


class Token(NamedTuple):
    """What is known of a word wherever it stands."""

    folded: str
    stem: str
    is_number: bool
    is_stop: bool
    is_capital: bool


def stems_of(text: str, language: str | None = None) -> list[str]:
    """The stems of `words_of`, for the many texts of which nothing else is wanted."""
    return [token.stem for token in tokens_of(text, language)]


def tokens_of(text: str, language: str | None = None) -> list[Token]:
    """`words_of` without their places, in a third of the time."""
    cyrillic = _cyrillic(text, language)
    pieces = _WORD.findall(text)
    if "US" not in pieces:
        tokens = [_token(raw, cyrillic) for raw in pieces]
        if not _holds_joint([token.stem for token in tokens]):
            return tokens
    words = words_of(text, language)
    return [Token(word.folded, word.stem, word.is_number, word.is_stop, word.is_capital) for word in words]


def _cyrillic(text: str, language: str | None) -> str | None:
    """The language whose rules the text's Cyrillic words follow; None where it has none, or is said to be English."""
    if language is None and _CYRILLIC.search(text):
        return language_of(text, "uk")
    if language not in ("uk", "ru"):
        return None if _CYRILLIC.search(text) is None else language_of(text, "uk")
    return language


def _word(match: re.Match[str], language: str | None, shouting: bool) -> Word:
    raw = match.group()
    start, end = match.span()
    if raw == "US":
        folded, stem, is_number, is_stop, _ = _token("US" if shouting else "usa", language)
        return Word(raw, folded, stem, start, end, is_number, is_stop, True)
    folded, stem, is_number, is_stop, is_capital = _token(raw, language)
    return Word(raw, folded, stem, start, end, is_number, is_stop, is_capital)


@lru_cache(maxsize=32768)
def _token(raw: str, language: str | None) -> Token:
    folded = fold(raw)
    is_number = _NUMBER.fullmatch(folded) is not None
    if is_number:
        folded = _THOUSANDS.sub("", folded).rstrip(".,").replace(",", ".")
        return Token(folded, folded, True, False, False)
    if "." in folded and not any(character.isdigit() for character in folded):
        folded = folded.replace(".", "")
        folded = {"us": "usa"}.get(folded, folded)
    elif folded.endswith("'s") and folded not in stop_words("en"):
        folded = folded[:-2]
    stop = folded in stop_words("en" if _CYRILLIC.search(folded) is None else language or "uk")
    return Token(folded, stem_of(folded, language), False, stop, raw[0].isupper())


def _holds_joint(stems: Sequence[str]) -> bool:
    for place in range(len(stems) - 1):
        seconds = joints(stems[place][0]).get(stems[place])
        if seconds is not None and stems[place + 1] in seconds and _joint_at(stems, place) is not None:
            return True
    return False


def _joined(text: str, words: list[Word], stems: list[str]) -> Iterator[Word]:
    """`words` with fixed terms of several words drawn together, the longest first."""
    place = 0
    while place < len(words):
        joint = _joint_at(stems, place)
        if joint is None:
            yield words[place]
            place += 1
        else:
            first, last = words[place], words[place + len(joint.stems) - 1]
            yield Word(
                text[first.start : last.end],
                joint.folded,
                joint.stem,
                first.start,
                last.end,
                False,
                False,
                first.is_capital,
            )
            place += len(joint.stems)


def _joint_at(stems: Sequence[str], place: int) -> Joint | None:
    following = stems[place + 1] if place + 1 < len(stems) else ""
    for joint in joints(stems[place][0]).get(stems[place], {}).get(following, ()):
        if tuple(stems[place : place + len(joint.stems)]) == joint.stems:
            return joint
    return None
