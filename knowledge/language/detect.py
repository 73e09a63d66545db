"""Which language a text is in: English, Ukrainian or Russian."""

import re
from functools import cache, lru_cache

from knowledge.language.data_files import read_sections
from knowledge.language.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_UKRAINIAN = re.compile("[іїєґ]")
_RUSSIAN = re.compile("[ыэёъ]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


@lru_cache(maxsize=4096)
def language_of(text: str, default: str) -> str:
    """ "en", "uk" or "ru"; `default` where nothing tells ("Tencent?").

    One Cyrillic function word outweighs any number of Latin names. Letters that only one of the two Cyrillic languages
    has count more than function words, since a mixed text (surzhyk) is full of these.
    """
    words = _WORD.findall(text[:2000].lower())
    cyrillic = [word for word in words if _CYRILLIC.search(word)]
    if cyrillic:
        return _cyrillic_language(cyrillic, default)
    known = _function_words("en")
    if any(fold(word) in known for word in words):
        return "en"
    latin = sum(1 for word in words if word.isascii())
    return "en" if latin >= 4 else default


def _cyrillic_language(words: list[str], default: str) -> str:
    score = sum([_score(word) for word in words])
    if score > 0:
        return "uk"
    if score < 0:
        return "ru"
    return default if default in ("uk", "ru") else "uk"


@lru_cache(maxsize=8192)
def _score(word: str) -> int:
    """Above 0 for what a word tells for Ukrainian, below 0 for Russian."""
    score = (2 if _UKRAINIAN.search(word) else 0) - (2 if _RUSSIAN.search(word) else 0)
    plain = word.replace("’", "'").replace("ʼ", "'")
    score += (2 if plain in _function_words("uk") else 0) - (2 if plain in _function_words("ru") else 0)
    return score + _spelling_score(plain)


def _spelling_score(word: str) -> int:
    """Above 0 where pieces of the word are spelled as in Ukrainian, below 0 where as in Russian."""
    ukrainian, russian = _telling_letters()
    return ("'" in word) + len(ukrainian.findall(word)) - len(russian.findall(word))


@cache
def _telling_letters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sections = read_sections("telling_letters.txt")
    return re.compile("|".join(sections["uk"])), re.compile("|".join(sections["ru"]))


@cache
def _function_words(language: str) -> frozenset[str]:
    """Words that tell `language`; those that the Cyrillic two share are listed for neither."""
    return frozenset(read_sections("telling_words.txt")[language])
