"""One line of a check-up."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How a thing is."""

    GOOD = "good"
    WARNING = "warning"  # works, and somebody should know
    BAD = "bad"  # does not work


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do about it where something is to be done."""

    subject: str
    level: Level
    sentence: str
    advice: str | None = None


def good(subject: str, sentence: str) -> Finding:
    """A thing that is well."""
    return Finding(subject, Level.GOOD, sentence)


def warning(subject: str, sentence: str, advice: str | None = None) -> Finding:
    """A thing that works and that somebody should know of."""
    return Finding(subject, Level.WARNING, sentence, advice)


def bad(subject: str, sentence: str, advice: str | None = None) -> Finding:
    """A thing that does not work."""
    return Finding(subject, Level.BAD, sentence, advice)
