"""Likeness of two texts by their letters alone."""

from functools import lru_cache
from zlib import crc32

_BITS = 1024  # so few that a text takes 130 bytes, so many that two runs of letters seldom share a bit


def trigrams(text: str) -> int:
    """Runs of three letters of a folded text, blanks at both ends, as the bits of an integer."""
    padded = f" {text.strip(' ?.!')} "
    found = 0
    for place in range(len(padded) - 2):
        found |= _bit(padded[place : place + 3])
    return found


def dice(one: int, other: int) -> float:
    """Sørensen-Dice coefficient of two sets of trigrams, 0…1."""
    return 2 * (one & other).bit_count() / (one.bit_count() + other.bit_count()) if one and other else 0.0


@lru_cache(maxsize=4096)
def _bit(run: str) -> int:
    return 1 << crc32(run.encode()) % _BITS
