"""Likeness of two texts by their letters alone."""

from functools import reduce
from operator import or_
from zlib import crc32

_BITS = 1024  # so few that a text takes 130 bytes, so many that two runs of letters seldom share a bit
_KEPT = 8192  # runs of letters


class _Bits(dict[str, int]):
    """The bit of each run of letters."""

    def __missing__(self, run: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        bit = self[run] = 1 << crc32(run.encode()) % _BITS
        return bit


_BIT_OF = _Bits()


def trigrams(text: str) -> int:
    """Runs of three letters of a folded text, blanks at both ends, as the bits of an integer."""
    padded = f" {text.strip(' ?.!')} "
    return reduce(or_, [_BIT_OF[padded[place : place + 3]] for place in range(len(padded) - 2)], 0)


def dice(one: int, other: int) -> float:
    """Sørensen-Dice coefficient of two sets of trigrams, 0…1."""
    return 2 * (one & other).bit_count() / (one.bit_count() + other.bit_count()) if one and other else 0.0
