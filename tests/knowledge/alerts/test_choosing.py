"""What subscribers write and tap about times."""

from datetime import time, timedelta

import pytest

from knowledge.alerts.choosing import changed
from knowledge.alerts.reading_choices import NotUnderstood, read_quiet, read_zone
from knowledge.model.alert import Cadence, Choices, QuietHours
from tests.knowledge.alerts.conftest import NOON

NOTHING = Choices(follows=("a", "b"))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("22-7", time(22), time(7)),
        ("22:30-7:15", time(22, 30), time(7, 15)),
        (" 9.00 – 18.30 ", time(9), time(18, 30)),
        ("23 6", time(23), time(6)),
        ("20-24", time(20), time(0)),
    ],
)
def test_quiet_hours_are_read_as_people_write_them(text: str, start: time, end: time) -> None:
    assert read_quiet(text) == QuietHours(start, end)


@pytest.mark.parametrize("text", ["", "night", "25-7", "22:75-7", "7-7", "22-7-9", "1" * 5_000])
def test_what_is_no_span_of_hours_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_quiet(text)


def test_a_zone_is_found_by_its_name_or_its_city() -> None:
    assert read_zone("europe/kyiv") == "Europe/Kyiv"
    assert read_zone("New York") == "America/New_York"
    with pytest.raises(NotUnderstood):
        read_zone("../../etc/passwd")


def test_each_tap_changes_its_own_choice() -> None:
    assert changed(NOTHING, "cadence", "daily", NOON).cadence is Cadence.DAILY
    assert changed(NOTHING, "pause", "week", NOON).paused_until == NOON + timedelta(days=7)
    assert changed(changed(NOTHING, "pause", "day", NOON), "pause", "off", NOON) == NOTHING
    assert changed(NOTHING, "hour", "18", NOON).digest_hour == 18
    assert changed(NOTHING, "silent", "", NOON).silent
    assert changed(NOTHING, "unfollow", "0", NOON).follows == ("b",)
    assert changed(NOTHING, "quiet", "22-7", NOON).quiet == QuietHours(time(22), time(7))
    assert changed(NOTHING, "zone", "Asia/Tokyo", NOON).zone == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("step", "value"),
    [
        ("cadence", "hourly"),
        ("hour", "24"),
        ("hour", "-1"),
        ("unfollow", "9"),
        ("quiet", "x"),
        ("zone", "Mars"),
        ("odd", "1"),
    ],
)
def test_a_value_that_means_nothing_changes_nothing(step: str, value: str) -> None:
    assert changed(NOTHING, step, value, NOON) == NOTHING
