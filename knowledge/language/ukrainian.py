"""A light stemmer for Ukrainian: inflectional endings off, і/о alternation and fleeting vowels evened out."""

import re
from functools import cache

from knowledge.language.data_files import read_rows, read_sections

_LONGEST = 7
_VOWELS = "аеиіоуюяєї"
_FUTURE = re.compile(r"(?<=[аеиіїоуюя]ти)(?:му|меш|ме|мемо|мете|муть)$")  # витрачатиме
_PLURAL = re.compile(r"(?<=[бвмпф])лять$")  # роблять, куплять
_FLEETING = re.compile(r"(?<=[^аеиіоуюяєї]{1})[ое](?=[кц]$)")
_DOUBLING = frozenset("бвгжзклмнпрстфхцчшщ")
_CLOSED_I = re.compile(r"(?<=[^аеиіоуюяєї])і(?=[^аеиіоуюяєїйь]{1,2}$)")


def ukrainian_stem(word: str) -> str:
    """The stem of a folded Ukrainian word (apostrophes already out); at least two letters of it stay."""
    base = _irregular().get(word, word)
    if len(base) > 1 and base.startswith("="):
        return base[1:]
    base = base.removesuffix("ся") if len(base) > 5 else base
    base = base.removesuffix("сь") if len(base) > 5 else base
    if "тим" in base:
        base = _FUTURE.sub("", base)
    if base.endswith("лять"):
        base = _PLURAL.sub("", base)
    return _evened(_without_ending(base))


def _without_ending(word: str) -> str:
    endings = _endings()
    for size in range(min(_LONGEST, len(word) - 2), 0, -1):
        least = endings.get(word[-size:])
        if least is not None and len(word) - size >= least:
            return word[:-size]
    return word


def _evened(stem: str) -> str:
    """рік and роки → рок, ринок and ринки → ринк, кінець and кінця → кінц, модель and моделлю → модел."""
    stem = stem.rstrip("ьй") or stem
    if len(stem) > 1 and stem[-1] == stem[-2] and stem[-1] in _DOUBLING:
        stem = stem[:-1]
    if len(stem) >= 5 and stem[-1] in "кц":
        stem = _FLEETING.sub("", stem)
    return _CLOSED_I.sub("о", stem) if len(stem) >= 3 and "і" in stem[-3:-1] else stem


@cache
def _endings() -> dict[str, int]:
    """Ending → how many letters must stay before it."""
    sections = read_sections("endings_uk.txt")
    return {ending: int(least) for least, endings in sections.items() for ending in endings}


@cache
def _irregular() -> dict[str, str]:
    return {form: row[0] for row in read_rows("irregular_uk.tsv") for form in row[1].split()}
