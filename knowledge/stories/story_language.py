"""Which language a whole text is written in, whatever names and quotations it holds."""

import re

from knowledge.language.detect import language_of

_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_SAMPLE = 20_000  # characters: the beginning of a text tells its language


def main_language(text: str) -> str:
    """ "en", "uk" or "ru", by the script that most letters are of and then by its words; "en" where there are none."""
    sample = text[:_SAMPLE]
    cyrillic = sum(map(len, _CYRILLIC.findall(sample)))
    latin = sum(map(len, _LATIN.findall(sample)))
    if cyrillic > latin:
        return language_of(_LATIN.sub(" ", sample), "uk")
    return language_of(_CYRILLIC.sub(" ", sample), "en")
