"""Moments as the tables of alerts keep them: seconds since 1970, UTC."""

from datetime import UTC, datetime


def seconds(moment: datetime) -> float:
    """An aware moment as a number."""
    return moment.timestamp()


def optional_seconds(moment: datetime | None) -> float | None:
    """The same where there may be none."""
    return None if moment is None else moment.timestamp()


def moment(seconds: float) -> datetime:
    """A number as an aware moment, UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def optional_moment(seconds: float | None) -> datetime | None:
    """The same where there may be none."""
    return None if seconds is None else moment(seconds)
