"""What a subscriber writes about times, read: quiet hours and time zones."""

import re
from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from knowledge.errors import StorylineError
from knowledge.model.alert import QuietHours

SPAN = re.compile(r"\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|…|\s)\s*(\d{1,2})(?:[:.](\d{2}))?\s*")


class NotUnderstood(StorylineError):
    """Something typed that is no span of hours or no time zone."""


def read_quiet(text: str) -> QuietHours:
    """Quiet hours from "22-7" or "22:30-7:15"; 24 counts as 0. Raises NotUnderstood for anything else."""
    match = SPAN.fullmatch(text)
    if match is None:
        raise NotUnderstood(f"{text[:40]} is no span of hours.")
    try:
        quiet = QuietHours(clock(match[1], match[2]), clock(match[3], match[4]))
    except ValueError as error:
        raise NotUnderstood(f"{text[:40]} is no span of hours.") from error
    if quiet.start == quiet.end:
        raise NotUnderstood("Quiet hours must begin and end at different times.")
    return quiet


def clock(hours: str, minutes: str | None) -> time:
    """A time of day; raises ValueError where there is no such."""
    return time(0 if hours == "24" else int(hours), int(minutes or 0))


def read_zone(text: str) -> str:
    """The IANA name of a zone, however its letters are written; a city alone will do ("tokyo").

    Raises NotUnderstood where there is no such zone.
    """
    wanted = "_".join(text.split()).casefold()
    names = sorted(available_timezones())
    whole = [name for name in names if name.casefold() == wanted]
    for name in whole or [name for name in names if name.casefold().rpartition("/")[2] == wanted]:
        return checked(name)
    raise NotUnderstood(f"There is no time zone {text[:40]}.")


def checked(name: str) -> str:
    """The name, if its data can be read here."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise NotUnderstood(f"There is no time zone {name}.") from error
