"""How subscriptions stand in their table."""

import json
from datetime import time

from knowledge.model.alert import Cadence, ChatKind, Choices, QuietHours, Subscription, SubscriptionState
from knowledge.store.database import Parameters, Row
from knowledge.store.moments import optional_moment, optional_seconds

COLUMNS = """s.id, s.chat, s.topic, s.kind, s.language, s.state, s.cadence, s.quiet_start, s.quiet_end, s.zone,
    s.digest_hour, s.silent, s.paused_until, s.follows, s.suspended_at"""
COUNT = 15  # columns in COLUMNS
PLAIN = Choices()
UNCHOSEN = ("instant", None, None, "UTC", 9, 0, None, "[]")


def subscription_of(row: Row) -> Subscription:
    """A subscription from a row that begins with COLUMNS."""
    number, chat, topic, kind, language, state, *choices, suspended = row[:COUNT]
    return Subscription(
        number,
        chat,
        topic,
        ChatKind(kind),
        language,
        SubscriptionState(state),
        choices_of(*choices),
        optional_moment(suspended),
    )


def choices_of(
    cadence: str,
    quiet_start: int | None,
    quiet_end: int | None,
    zone: str,
    digest_hour: int,
    silent: int,
    paused_until: float | None,
    follows: str,
) -> Choices:
    """A subscriber's choices from their columns; most have made none."""
    chosen = (cadence, quiet_start, quiet_end, zone, digest_hour, silent, paused_until, follows)
    if chosen == UNCHOSEN:
        return PLAIN
    quiet = None
    if quiet_start is not None and quiet_end is not None:
        quiet = QuietHours(time(*divmod(quiet_start, 60)), time(*divmod(quiet_end, 60)))
    return Choices(
        Cadence(cadence),
        quiet,
        zone,
        digest_hour,
        bool(silent),
        optional_moment(paused_until),
        tuple(json.loads(follows)) if follows != "[]" else (),
    )


def choice_values(choices: Choices) -> Parameters:
    """The columns cadence … follows, in the table's order."""
    quiet = choices.quiet
    return (
        choices.cadence.value,
        quiet.start.hour * 60 + quiet.start.minute if quiet else None,
        quiet.end.hour * 60 + quiet.end.minute if quiet else None,
        choices.zone,
        choices.digest_hour,
        int(choices.silent),
        optional_seconds(choices.paused_until),
        json.dumps(choices.follows, ensure_ascii=False),
    )
