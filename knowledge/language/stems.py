"""Words reduced to what their inflected forms share: English, Ukrainian, Russian."""

import re
from functools import cache, lru_cache

import Stemmer

from knowledge.language.data_files import read_rows, read_sections
from knowledge.language.ukrainian import ukrainian_stem

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_BRITISH = re.compile(r"(?<=[a-z]{3})(i|y)s(e|ed|es|er|ers|ing|ation|ations|ational)$")
_FLEETING = re.compile("(?<=[^аеиоуыэюя])[ое](?=[кц]$)")  # рынок and рынки, продавец and продавцы
# Russian verbs in -овать and -еть, which Snowball cuts at a different place in each tense: использовать, использует.
_VERBS = re.compile(
    r"(?<=\w{3})(?:(?:ов|ев)(?:ать|ал|ала|ало|али|ав|авший|авшая|авшие|ание|ания|анию|анием|ании|ан|ано|ана|аны|анный|анная|анные|анных)"
    r"|[ую](?:ет|ют|ешь|ем|ете|ющий|ющая|ющие|ющих)|е(?:ть|ет|ют|ем|ете|ешь))(?:ся|сь)?$"
)
_RUSSIAN_ONLY = re.compile("[ыэъ]")


@lru_cache(maxsize=65536)
def stem_of(folded: str, language: str | None = None) -> str:
    """The stem of one folded word; words without letters come back as they are.

    `language` ("en", "uk", "ru") settles Cyrillic only: Latin letters are always English, and Cyrillic letters without
    a language are Russian where a letter says so, else Ukrainian.
    """
    return compute_stem(folded, language)


def compute_stem(folded: str, language: str | None) -> str:
    """What `stem_of` gives, without keeping it: for lists that are read once."""
    word = folded.replace("'", "").replace("-", "")
    if not word or word[0].isdigit():
        return word or folded
    if word.isascii() or not _CYRILLIC.search(word):
        return _english(word)
    if language == "ru" or (language != "uk" and _RUSSIAN_ONLY.search(word)):
        return _russian(word)
    return ukrainian_stem(word)


@cache
def _snowball(name: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(name, 0)


@cache
def _irregular(name: str) -> dict[str, str]:
    return {form: row[0] for row in read_rows(name) for form in row[1].split()}


@cache
def _not_british() -> frozenset[str]:
    return frozenset(read_sections("spelling.txt")["ends in -ise everywhere"])


def _english(word: str) -> str:
    base = _irregular("irregular_en.tsv").get(word, word)
    if len(base) > 1 and base.startswith("="):
        return base[1:]
    match = _BRITISH.search(base) if "ys" in base or "is" in base else None
    if match is not None and base[: match.start()] + match.group(1) + "s" not in _not_british():
        base = base[: match.start()] + match.group(1) + "z" + match.group(2)
    return str(_snowball("english").stemWord(base))


def _russian(word: str) -> str:
    base = _irregular("irregular_ru.tsv").get(word, word)
    if len(base) > 1 and base.startswith("="):
        return base[1:]
    bare = _VERBS.sub("", base)
    if bare != base:
        return bare
    stem = str(_snowball("russian").stemWord(base))
    # What is left of -ать and -ять: сказал and сказание, заказал and заказ.
    return _FLEETING.sub("", stem.rstrip("ая") if len(stem) >= 5 else stem) if len(stem) >= 4 else stem
