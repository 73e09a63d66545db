"""How many slips of the finger a word may hold and still be another word."""

import re

from rapidfuzz.distance import OSA

_DOUBLED = re.compile(r"([^\W\d_])\1")
_SHORTEST_DOUBLED = 4
_ALIKE = ({"о", "а"}, {"е", "и"}, {"е", "э"}, {"і", "и"}, {"э", "и"})  # at the beginning of Cyrillic words


def within_budget(typed: str, known: str) -> float:
    """Similarity 0…1 of two folded words, or 0 where more slips part them than the shorter one may hold.

    None up to four letters, one up to eight, two from nine; none with a digit, nor where the first letters differ
    unless they are only exchanged with the second, or vowels that sound alike. Slips are counted by optimal string
    alignment; letters that are doubled in only one of the two are one slip, whatever the length.
    """
    if typed == known:
        return 1.0
    if min(len(typed), len(known)) >= _SHORTEST_DOUBLED and _DOUBLED.sub(r"\1", typed) == _DOUBLED.sub(r"\1", known):
        return 1 - 1 / max(len(typed), len(known))
    budget = slips_allowed(min(len(typed), len(known)))
    if budget == 0 or abs(len(typed) - len(known)) > budget or not _same_start(typed, known):
        return 0.0
    if not (typed.isalpha() and known.isalpha()):
        return 0.0
    slips = OSA.distance(typed, known, score_cutoff=budget)
    return 0.0 if slips > budget else 1 - slips / max(len(typed), len(known))


def slips_allowed(letters: int) -> int:
    """The budget of a word of so many letters."""
    return 0 if letters <= 4 else 1 if letters <= 8 else 2


def _same_start(typed: str, known: str) -> bool:
    return typed[0] == known[0] or typed[:2] == known[1::-1] or {typed[0], known[0]} in _ALIKE
