"""What one choice of a subscriber changes."""

from dataclasses import replace
from datetime import datetime, timedelta

from knowledge.alerts.reading_choices import NotUnderstood, read_quiet, read_zone
from knowledge.model.alert import Cadence, Choices

PAUSES = {"day": timedelta(days=1), "week": timedelta(days=7)}


def changed(choices: Choices, step: str, value: str, now: datetime) -> Choices:
    """The choices after `step` ("pause", "cadence", "hour", "silent", "unfollow", "quiet", "zone") is set to `value`.

    A value that means nothing there changes nothing.
    """
    match step:
        case "pause":
            return replace(choices, paused_until=now + PAUSES[value] if value in PAUSES else None)
        case "cadence" if value in set(Cadence):
            return replace(choices, cadence=Cadence(value))
        case "hour" if value.isdecimal() and int(value) < 24:
            return replace(choices, digest_hour=int(value))
        case "silent":
            return replace(choices, silent=not choices.silent)
        case "unfollow" if value.isdecimal():
            return replace(choices, follows=tuple(w for n, w in enumerate(choices.follows) if n != int(value)))
        case "quiet" | "zone":
            return timed(choices, step, value)
        case _:
            return choices


def timed(choices: Choices, step: str, value: str) -> Choices:
    """The choices with other quiet hours or another time zone."""
    try:
        if step == "zone":
            return replace(choices, zone=read_zone(value))
        return replace(choices, quiet=None if value == "off" else read_quiet(value))
    except NotUnderstood:
        return choices
