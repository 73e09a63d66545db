"""Whether two units say the same, so that to quote both would be to say it twice."""

from collections.abc import Collection

_SAME = 0.6  # share of the shorter unit's words


def say_the_same(one: Collection[str], other: Collection[str]) -> bool:
    """Whether hardly more than the words (stems) of one stand in the other."""
    ours, theirs = frozenset(one), frozenset(other)
    return len(ours & theirs) > _SAME * min(len(ours), len(theirs))
