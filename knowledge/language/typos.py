"""How many slips of the finger a word may hold and still be another word."""

from rapidfuzz.distance import OSA


def within_budget(typed: str, known: str) -> float:
    """Similarity 0…1 of two folded words, or 0 where more slips part them than the shorter one may hold.

    None up to four letters, one up to eight, two from nine; none with a digit, nor where the first letters differ
    unless they are only exchanged with the second. Slips are counted by optimal string alignment.
    """
    if typed == known:
        return 1.0
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
    return typed[0] == known[0] or typed[:2] == known[1::-1]
