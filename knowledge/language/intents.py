"""Small talk: messages that are nothing but a greeting, thanks and their kin."""

import re
from functools import cache

from knowledge.language.data_files import read_sections
from knowledge.language.layout import swapped
from knowledge.language.stop_words import stop_words
from knowledge.language.text import fold

_PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*|\)+|[\u2600-\u27bf\U0001f000-\U0001faff]")
_SMILE = re.compile(r"\)+|[\u2600-\u27bf\U0001f000-\U0001faff]")
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
_LAUGHTER = re.compile(r"(?:[ahх]{4,}|[аaхx]*(?:[хx][аaеі]){2,}[хx]?|(?:[hj][aei]){2,}h?)")
_LONGEST = 80
_SURELY_MEANT = 3  # letters from which a phrase is believed to have been typed on another keyboard layout


def intent_of(text: str) -> str | None:
    """The intent that the whole of `text` has, or None: a question after "hi," is none, nor is a long message.

    One of greeting, thanks, goodbye, how-are-you, who-are-you, what-can-you-do, yes, no, laughter, sorry, insult,
    compliment. Smileys beside words count for nothing. What is typed on another keyboard layout is read back.
    """
    if len(text) > _LONGEST or text.count(" ") > 2 * _most_words():
        return None
    intent = _as_typed(text)
    if intent is not None or sum(map(str.isalpha, text)) < _SURELY_MEANT:
        return intent
    words = text.lower().split()
    if len(words) > _most_words() or not _words_that_make_sense().isdisjoint(words):
        return None
    return next((found for found in map(_as_typed, swapped(text)) if found is not None), None)


def is_thanks(folded: str) -> bool:
    """Whether a folded word alone gives thanks."""
    return _phrases().get(folded) == "thanks"


def _as_typed(text: str) -> str | None:
    pieces = _PIECE.findall(fold(text))
    if len(pieces) > 2 * _most_words() and _LAUGHTER.fullmatch(pieces[0]) is None:
        return None
    words = [_DRAWN_OUT.sub(r"\1", piece) for piece in pieces if _SMILE.fullmatch(piece) is None]
    if words and all(_LAUGHTER.fullmatch(piece) for piece in pieces if _SMILE.fullmatch(piece) is None):
        return "laughter"
    if words:
        return _phrases().get(" ".join(words))
    return next((_phrases().get(piece[:3] if piece[0] == ")" else piece) for piece in pieces), None)


@cache
def _words_that_make_sense() -> frozenset[str]:
    """Stop words of every language: where one stands, the keyboard was on the right layout."""
    return stop_words("en") | stop_words("uk") | stop_words("ru")


@cache
def _most_words() -> int:
    """Words of the longest phrase; there may be as many smileys beside them."""
    return max(len(phrase.split()) for phrase in _phrases())


@cache
def _phrases() -> dict[str, str]:
    """Phrase → intent; of two intents the one that stands first in the file."""
    phrases: dict[str, str] = {}
    for intent, entries in read_sections("small_talk.txt").items():
        for entry in entries:
            phrases.setdefault(_DRAWN_OUT.sub(r"\1", fold(entry)) if entry[0] != ")" else entry, intent)
    return phrases
