"""Likeness of two texts by their letters alone."""


def trigrams(text: str) -> frozenset[str]:
    """Runs of three letters of a folded text, blanks at both ends."""
    padded = f" {text.strip(' ?.!')} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Sørensen-Dice coefficient of two sets, 0…1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
