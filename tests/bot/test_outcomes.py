"""What Telegram's errors mean for an alert, and what the next step is."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError, TimedOut

from bot.sending.http_client import FloodWait, NotDelivered, check
from bot.sending.outcomes import ChatHalted, outcome_of
from knowledge.alerts.retries import MOST_ATTEMPTS, Again, GiveUp, Move, Suspend, step_after, wait_after
from knowledge.model.alert import (
    ChatKind,
    Choices,
    Flooded,
    Gone,
    Impossible,
    Malformed,
    Moved,
    OutboxRow,
    OutboxState,
    PhotoRefused,
    Subscription,
    SubscriptionState,
    TopicGone,
    Undelivered,
    Unsure,
)

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
SUBSCRIPTION = Subscription(1, 7, 0, ChatKind.PRIVATE, "en", SubscriptionState.ACTIVE, Choices())


def row(attempts: int = 0, unsure: int = 0) -> OutboxRow:
    return OutboxRow(1, 1, SUBSCRIPTION, OutboxState.QUEUED, NOW, attempts, unsure)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ChatHalted(3.0), Flooded),
        (FloodWait(3.0), Flooded),
        (Forbidden("Forbidden: bot was blocked by the user"), Gone),
        (Forbidden("Forbidden: user is deactivated"), Gone),
        (BadRequest("Bad Request: chat not found"), Gone),
        (ChatMigrated(-1005), Moved),
        (BadRequest('Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'), Malformed),
        (BadRequest("Bad Request: message thread not found"), TopicGone),
        (BadRequest("Bad Request: TOPIC_CLOSED"), TopicGone),
        (BadRequest("Bad Request: wrong file identifier/HTTP URL specified"), PhotoRefused),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Impossible),
        (TimedOut("Telegram did not answer in time."), Unsure),
        (NotDelivered("Telegram answered 502."), Undelivered),
        (NetworkError("Bad Gateway"), Undelivered),
        (TelegramError("Something else"), Impossible),
    ],
)
def test_each_error_has_its_meaning(error: TelegramError, kind: type) -> None:
    assert isinstance(outcome_of(error), kind)


@pytest.mark.parametrize(
    ("payload", "header", "seconds"),
    [
        (b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}', None, 7),
        (b'{"ok":false,"error_code":429,"description":"Too Many Requests"}', "9", 9),
        (b"<html>slow down</html>", None, 5),
    ],
)
def test_a_flood_wait_is_read_wherever_it_is_written(payload: bytes, header: str | None, seconds: float) -> None:
    with pytest.raises(FloodWait) as raised:
        check(429, payload, header)
    assert outcome_of(raised.value) == Flooded(seconds)


def test_what_a_proxy_answers_is_no_word_of_telegram() -> None:
    for status in (401, 404, 502):
        with pytest.raises(NotDelivered):
            check(status, b"<html>no</html>", None)
    check(404, b'{"ok":false,"error_code":404,"description":"Not Found"}', None)


def test_flood_waits_never_bring_the_end_nearer() -> None:
    assert step_after(Flooded(7.0), row(attempts=10_000), NOW) == Again(NOW + timedelta(seconds=7))


def test_an_answer_that_never_came_is_tried_once_more_and_not_twice() -> None:
    again = step_after(Unsure("no answer"), row(), NOW)
    assert isinstance(again, Again)
    assert again.unsure
    assert step_after(Unsure("no answer"), row(unsure=1), NOW) == GiveUp("no answer")


def test_an_outage_of_everything_is_outlasted_and_one_of_a_single_chat_is_not() -> None:
    everywhere = step_after(Undelivered("down", everywhere=True), row(attempts=10_000), NOW)
    assert everywhere == Again(NOW + timedelta(minutes=5))
    assert step_after(Undelivered("odd", everywhere=False), row(attempts=MOST_ATTEMPTS), NOW) == GiveUp("odd")


def test_waits_double_up_to_five_minutes() -> None:
    assert [wait_after(attempts).total_seconds() for attempts in range(10)] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300]


def test_who_is_gone_is_suspended_and_who_moved_is_followed() -> None:
    assert step_after(Gone("blocked"), row(), NOW) == Suspend("blocked")
    assert step_after(Moved(-1005), row(), NOW) == Move(-1005)
