"""When an alert may reach a subscriber: quiet hours, pauses and digests, on the subscriber's own clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from knowledge.model.alert import Cadence, Choices, QuietHours

MONDAY = 0


@dataclass(frozen=True, slots=True)
class Now:
    """Send it."""


@dataclass(frozen=True, slots=True)
class Later:
    """Gather it with others and send them together at `at` (UTC)."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Never:
    """The subscriber paused alerts: this one is not wanted."""


Timing = Now | Later | Never


def timing(choices: Choices, now: datetime) -> Timing:
    """What the choices say about an alert that is ready at `now` (UTC)."""
    if choices.paused_until and now < choices.paused_until:
        return Never()
    if choices.cadence is not Cadence.INSTANT:
        return Later(next_digest(choices, now))
    if choices.quiet and (end := quiet_until(choices.quiet, choices.zone, now)):
        return Later(end)
    return Now()


def quiet_until(quiet: QuietHours, zone: str, now: datetime) -> datetime | None:
    """When the quiet hours that `now` falls into end (UTC), or None outside them."""
    local = now.astimezone(zone_of(zone))
    for day in (local.date() - timedelta(days=1), local.date()):
        last_day = day if quiet.start < quiet.end else day + timedelta(days=1)
        begin, end = moment(day, quiet.start, zone), moment(last_day, quiet.end, zone, last=True)
        if begin <= now < end:
            return end
    return None


def next_digest(choices: Choices, now: datetime) -> datetime:
    """The next time (UTC, after `now`) at which this subscriber's daily or weekly digest is due.

    A digest hour inside the quiet hours is put off to their end.
    """
    day = now.astimezone(zone_of(choices.zone)).date()
    while True:
        due = moment(day, time(choices.digest_hour), choices.zone)
        fits = choices.cadence is not Cadence.WEEKLY or day.weekday() == MONDAY
        if fits and choices.quiet:
            due = quiet_until(choices.quiet, choices.zone, due) or due
        if fits and due > now:
            return due
        day += timedelta(days=1)


def moment(day: date, clock: time, zone: str, *, last: bool = False) -> datetime:
    """When a clock in `zone` shows `clock` on `day`, in UTC.

    Of a time that it shows twice in autumn, the first or the `last`; a time that it skips in spring counts as the
    moment of the change.
    """
    local = datetime.combine(day, clock, zone_of(zone))
    first, second = local.replace(fold=0).astimezone(UTC), local.replace(fold=1).astimezone(UTC)
    if second < first:
        return change_between(second, first, zone_of(zone))
    return second if last else first


def change_between(before: datetime, after: datetime, place: ZoneInfo) -> datetime:
    """The second at which the clock in `place` is put forward, between two moments around it."""
    old = before.astimezone(place).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before).total_seconds() // 2)
        if middle.astimezone(place).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after


def zone_of(name: str) -> ZoneInfo:
    """The time zone; UTC where the name is not known here (the list of zones may have changed under a subscriber)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
