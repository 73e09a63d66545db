"""When to try a failed alert again, and when to give up."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from knowledge.model.alert import (
    Flooded,
    Gone,
    Impossible,
    Malformed,
    Moved,
    OutboxRow,
    Outcome,
    PhotoRefused,
    Sent,
    TopicGone,
    Undelivered,
    Unsure,
)

FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 1.0, 300.0
MOST_ATTEMPTS = 40  # of one chat's own failures: more than three hours with the waits above
MOST_UNSURE = 2  # the first try and one more: a second copy at most


@dataclass(frozen=True, slots=True)
class Done:
    """It is in the chat as message `message`."""

    message: int


@dataclass(frozen=True, slots=True)
class Again:
    """Try again at `at`; `counted` failures bring the end nearer, the others do not."""

    at: datetime
    counted: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class GiveUp:
    """A dead letter."""

    reason: str


@dataclass(frozen=True, slots=True)
class Suspend:
    """The chat is gone: drop this alert and send it no more."""

    reason: str


@dataclass(frozen=True, slots=True)
class Move:
    """The group has a new id; then try again at once."""

    chat: int


Step = Done | Again | GiveUp | Suspend | Move


def step_after(outcome: Outcome, row: OutboxRow, now: datetime) -> Step:
    """What becomes of `row` after one attempt.

    Malformed, PhotoRefused and TopicGone have a second form to try at once; where they still arrive here, that was
    refused too.
    """
    match outcome:
        case Sent(message):
            return Done(message)
        case Flooded(seconds):
            return Again(now + timedelta(seconds=seconds))
        case Gone(reason):
            return Suspend(reason)
        case Moved(chat):
            return Move(chat)
        case Undelivered(reason, everywhere):
            if not everywhere and row.attempts + 1 >= MOST_ATTEMPTS:
                return GiveUp(reason)
            return Again(now + wait_after(row.attempts), counted=not everywhere)
        case Unsure(reason):
            if row.unsure + 1 >= MOST_UNSURE:
                return GiveUp(reason)
            return Again(now + wait_after(row.attempts), unsure=True)
        case Malformed(reason) | PhotoRefused(reason) | Impossible(reason):
            return GiveUp(reason)
        case TopicGone():
            return GiveUp("The topic is gone, and the group refused it outside of topics.")
        case _:
            assert_never(outcome)


def wait_after(attempts: int) -> timedelta:
    """Doubling waits: 1 s, 2 s, 4 s … up to five minutes, after `attempts` earlier failures."""
    return timedelta(seconds=min(FIRST_WAIT_SECONDS * 2 ** min(attempts, 30), LONGEST_WAIT_SECONDS))
