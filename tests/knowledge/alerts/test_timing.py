"""Quiet hours, pauses and digests on the subscriber's own clock, over both changes of daylight saving."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from knowledge.alerts.timing import Later, Never, Now, next_digest, quiet_until, timing
from knowledge.model.alert import Cadence, Choices, QuietHours

KYIV = "Europe/Kyiv"
NIGHT = QuietHours(time(22), time(7))


def at(text: str, zone: str = KYIV, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def test_by_default_an_alert_goes_at_once() -> None:
    assert timing(Choices(), at("2026-05-01T03:00")) == Now()


def test_quiet_hours_over_midnight_hold_until_the_morning() -> None:
    choices = Choices(quiet=NIGHT, zone=KYIV)
    morning = Later(at("2026-05-02T07:00"))
    assert timing(choices, at("2026-05-01T21:59")) == Now()
    assert timing(choices, at("2026-05-01T22:00")) == morning
    assert timing(choices, at("2026-05-02T06:59")) == morning
    assert timing(choices, at("2026-05-02T07:00")) == Now()


def test_quiet_hours_inside_one_day() -> None:
    choices = Choices(quiet=QuietHours(time(13), time(15)), zone="America/New_York")
    assert timing(choices, at("2026-05-01T14:00", "America/New_York")) == Later(
        at("2026-05-01T15:00", "America/New_York")
    )
    assert timing(choices, at("2026-05-01T16:00", "America/New_York")) == Now()


def test_the_night_in_which_clocks_go_forward_is_an_hour_shorter() -> None:
    end = quiet_until(NIGHT, KYIV, at("2026-03-28T22:00"))
    assert end == datetime(2026, 3, 29, 4, tzinfo=UTC)
    assert end - at("2026-03-28T22:00") == timedelta(hours=8)


def test_the_night_in_which_clocks_go_back_is_an_hour_longer() -> None:
    end = quiet_until(NIGHT, KYIV, at("2026-10-24T22:00"))
    assert end == datetime(2026, 10, 25, 5, tzinfo=UTC)
    assert end - at("2026-10-24T22:00") == timedelta(hours=10)


def test_an_end_that_the_clock_skips_is_the_moment_of_the_change() -> None:
    quiet = QuietHours(time(22), time(3, 30))  # in Kyiv 03:00 becomes 04:00
    assert quiet_until(quiet, KYIV, at("2026-03-29T02:59")) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert quiet_until(quiet, KYIV, at("2026-03-29T04:00")) is None


def test_an_end_that_the_clock_shows_twice_is_the_second_time() -> None:
    quiet = QuietHours(time(22), time(3, 30))  # in Kyiv 04:00 becomes 03:00
    second = at("2026-10-25T03:30", fold=1)
    assert quiet_until(quiet, KYIV, at("2026-10-25T03:45", fold=0)) == second
    assert quiet_until(quiet, KYIV, at("2026-10-25T03:10", fold=1)) == second
    assert quiet_until(quiet, KYIV, at("2026-10-25T03:40", fold=1)) is None


def test_a_pause_wins_over_everything_and_ends() -> None:
    choices = Choices(cadence=Cadence.DAILY, paused_until=at("2026-05-02T00:00"))
    assert timing(choices, at("2026-05-01T12:00")) == Never()
    assert isinstance(timing(choices, at("2026-05-02T00:00")), Later)


def test_a_daily_digest_keeps_its_hour_over_both_changes() -> None:
    choices = Choices(cadence=Cadence.DAILY, zone=KYIV, digest_hour=9)
    assert next_digest(choices, at("2026-03-28T09:00")) == at("2026-03-29T09:00")
    assert next_digest(choices, at("2026-10-24T10:00")) == at("2026-10-25T09:00")


def test_a_weekly_digest_comes_on_mondays() -> None:
    choices = Choices(cadence=Cadence.WEEKLY, zone=KYIV, digest_hour=9)
    assert next_digest(choices, at("2026-11-24T12:00")) == at("2026-11-30T09:00")
    assert next_digest(choices, at("2026-11-30T09:00")) == at("2026-12-07T09:00")


def test_a_digest_hour_inside_the_quiet_hours_waits_for_their_end() -> None:
    choices = Choices(cadence=Cadence.DAILY, zone=KYIV, digest_hour=6, quiet=NIGHT)
    assert next_digest(choices, at("2026-05-01T12:00")) == at("2026-05-02T07:00")


def test_a_zone_that_is_not_known_here_counts_as_utc() -> None:
    assert timing(Choices(quiet=NIGHT, zone="Mars/Olympus"), datetime(2026, 5, 1, 23, tzinfo=UTC)) == Later(
        datetime(2026, 5, 2, 7, tzinfo=UTC)
    )


@given(
    some.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)),  # noqa: DTZ001 - hypothesis wants bounds without a zone
    some.times(),
    some.times(),
    some.sampled_from([KYIV, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns"]),
)
def test_a_held_alert_is_due_within_a_day_and_outside_the_quiet_hours(
    moment: datetime, start: time, end: time, zone: str
) -> None:
    start, end = start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0)
    if start == end:
        return
    quiet, now = QuietHours(start, end), moment.replace(tzinfo=UTC)
    until = quiet_until(quiet, zone, now)
    wall = now.astimezone(ZoneInfo(zone)).time()
    if start <= wall < end or (end < start and not end <= wall < start):
        assert until is not None
    if until is not None:
        assert now < until <= now + timedelta(hours=25)
