"""What a reader thinks of an answer."""

from enum import StrEnum


class Verdict(StrEnum):
    """A reader's thumb."""

    GOOD = "good"
    BAD = "bad"


class Reason(StrEnum):
    """Why an answer was bad."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    OTHER = "other"  # not what was asked
