"""Question words and words for the page with a slip of the finger, or written as in chats: "hwo much", "скока"."""

from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.data_files import read_sections
from knowledge.language.lexicon import load_lexicon
from knowledge.language.rarity import rarity
from knowledge.language.stop_words import stop_words
from knowledge.language.words import Word, words_of

_SHORTEST = 3
_ONE_SLIP_FROM = 4  # letters of the longer word; a shorter one may only have its letters exchanged
_SHORTEST_OF_PAGE = 5
_AFTER_HOW = ("much", "many")


def mended(text: str, words: Sequence[Word], language: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """`text`, cut into `words`, with its question words spelled right, and each of them as typed and as meant.

    A word that means something as it stands is left alone, and so are question words where one is spelled right. What
    the page is asked by ("the pictrue", "this artcle") is mended too.
    """
    corrections: list[tuple[str, str]] = []
    pieces: list[str] = []
    end, before = 0, ""
    asks = not _telling_words(language).isdisjoint([word.folded for word in words])
    for place, word in enumerate(words):
        following = words[place + 1].folded if place + 1 < len(words) else ""
        is_name = word.is_capital and place > 0
        guess = not is_name and (not asks or before == "how")
        meant = None if word.is_number else _meant(word.folded, before, following, language, guess)
        if meant is None and not is_name and len(word.folded) >= _SHORTEST_OF_PAGE:
            meant = _meant_of_page(word.folded, language)
        if meant is not None:
            pieces += [text[end : word.start], meant]
            end = word.end
            corrections.append((word.text, meant))
        before = meant or word.folded
    return "".join((*pieces, text[end:])), tuple(corrections)


def _meant(typed: str, before: str, following: str, language: str, guess: bool) -> str | None:
    spellings = _spellings(language)
    if typed in spellings:
        return spellings[typed] if spellings[typed] != typed else None
    if not guess or len(typed) < _SHORTEST or _is_word(typed, language):
        return None
    near = [word for word in _asking_words(language) if _is_slip(typed, word)]
    if language == "en":
        near = [word for word in near if (before == "how" or word not in _AFTER_HOW)]
        near.sort(key=lambda word: (word == "how") != (following[:2] in ("mu", "ma", "lo")))
    return near[0] if near else None


@lru_cache(maxsize=4096)
def _meant_of_page(typed: str, language: str) -> str | None:
    """The common word that a slip made of `typed`; None for a word."""
    words = _common_words(language)
    if typed in words or not typed.isalpha() or _is_word(typed, language):
        return None
    near = process.extract(typed, words, scorer=OSA.distance, score_cutoff=1, limit=3)
    return next((word for word, _, _ in near if _is_slip(typed, word)), None)


@cache
def _common_words(language: str) -> tuple[str, ...]:
    """Words for the page, and stop words of five letters or more."""
    listed = read_sections("question_words.txt").get(f"{language} page", [])
    stops = sorted(word for word in stop_words(language) if len(word) >= _SHORTEST_OF_PAGE and word.isalpha())
    return tuple(dict.fromkeys((*listed, *stops)))


@lru_cache(maxsize=4096)
def _is_word(typed: str, language: str) -> bool:
    (word, *_) = words_of(typed, language)
    return (
        word.is_stop
        or typed in stop_words(language)
        or rarity(word.stem, language) < 1
        or load_lexicon().knows(word.stem, language)
    )


def _is_slip(typed: str, word: str) -> bool:
    if max(len(typed), len(word)) < _ONE_SLIP_FROM:
        return typed != word and sorted(typed) == sorted(word) and OSA.distance(typed, word) == 1
    return (typed[0] == word[0] or typed[:2] == word[1::-1]) and OSA.distance(typed, word, score_cutoff=1) == 1


@cache
def _telling_words(language: str) -> frozenset[str]:
    """The words that ask by themselves, as "many" behind "how" does not."""
    return frozenset(_asking_words(language)) - frozenset(_AFTER_HOW)


@cache
def _asking_words(language: str) -> tuple[str, ...]:
    return tuple(entry.partition("=")[0] for entry in read_sections("question_words.txt").get(language, ()))


@cache
def _spellings(language: str) -> dict[str, str]:
    """Every spelling that needs no guessing, with the word that it stands for."""
    entries = (entry.partition("=") for entry in read_sections("question_words.txt").get(language, ()))
    return {form: word for word, _, forms in entries for form in (word, *forms.split(",")) if form}
