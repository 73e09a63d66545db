"""Alerts: what is announced, who wants it and when, and what became of each message."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from knowledge.model.answer import StoryCard, Suggestion


class ChatKind(StrEnum):
    """The sort of chat that subscribed."""

    PRIVATE = "private"
    GROUP = "group"  # groups and supergroups
    CHANNEL = "channel"


class Cadence(StrEnum):
    """How often a subscriber hears of new items."""

    INSTANT = "instant"
    DAILY = "daily"
    WEEKLY = "weekly"  # on Mondays


class SubscriptionState(StrEnum):
    """Whether alerts go out; settings are kept in every state."""

    ACTIVE = "active"
    SUSPENDED = "suspended"  # the chat blocked the bot or is gone; wakes when it is heard of again
    ENDED = "ended"  # unsubscribed


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` to `end` on the subscriber's own clock; over midnight where `end` is earlier; never equal."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Choices:
    """What a subscriber chose. `zone` is an IANA name; `follows` are words or names, empty for everything."""

    cadence: Cadence = Cadence.INSTANT
    quiet: QuietHours | None = None
    zone: str = "UTC"
    digest_hour: int = 9  # 0…23, local
    silent: bool = False
    paused_until: datetime | None = None
    follows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscription:
    """One chat (or one topic of a forum; `topic` is 0 elsewhere) that asked for alerts."""

    id: int
    chat: int
    topic: int
    kind: ChatKind
    language: str  # of the alert's own words: "en" or "uk"
    state: SubscriptionState
    choices: Choices
    suspended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One formatting mark over `length` characters (code points) of a text; `kind` as Telegram names it."""

    kind: str  # "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link"
    offset: int
    length: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text with the formatting that its author gave it."""

    text: str
    marks: tuple[Mark, ...] = ()


class ItemState(StrEnum):
    """Whether an item still stands."""

    LIVE = "live"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Item:
    """Something announced once. `version` grows from 1 whenever what its alerts show changes.

    `post` is the channel post it came as, with its formatting. `photo` is Telegram's file id or a web address.
    `related` is an earlier item on the same matter.
    """

    id: int
    slug: str
    version: int
    state: ItemState
    origin: str
    created: datetime
    post: Formatted | None = None
    photo: str | None = None
    related: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What an alert shows of an item: pieces of the story, never a word of our own.

    A short post is shown whole: `body` is all of it below the headline, and `lead` and `facts` are empty.
    """

    item: int
    version: int
    card: StoryCard
    title: Formatted
    lead: Formatted | None = None
    facts: tuple[Formatted, ...] = ()
    body: Formatted | None = None
    questions: tuple[Suggestion, ...] = ()
    photo: str | None = None
    withdrawn: bool = False


class OutboxState(StrEnum):
    """Where one alert stands."""

    QUEUED = "queued"
    SENT = "sent"
    EDIT = "edit"  # sent, and its item has changed since
    DEAD = "dead"  # given up; an editor may try it again
    DROPPED = "dropped"  # no longer wanted, or its chat is gone


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One alert for one subscription, as delivery takes it up."""

    id: int
    item: int
    subscription: Subscription
    state: OutboxState
    due: datetime
    attempts: int  # failed tries that count: flood waits do not
    unsure: int  # tries whose answer never came
    message: int | None = None
    digest: bool = False  # to be gathered with others into one message
    caption: bool = False  # sent as a photo's caption
    content: str | None = None  # hash of what was sent


# What one attempt to send came to.


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it; `photo` is the file id it gave a picture."""

    message: int
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class Flooded:
    """Too many requests: nothing to this chat for `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Gone:
    """Blocked, deleted, kicked: no alerts until the chat is heard of again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has a new id."""

    chat: int


@dataclass(frozen=True, slots=True)
class Malformed:
    """Our HTML was refused; the same text may go as plain text."""

    reason: str


@dataclass(frozen=True, slots=True)
class PhotoRefused:
    """The picture cannot be sent; the text can."""

    reason: str


@dataclass(frozen=True, slots=True)
class TopicGone:
    """The forum topic was deleted or closed."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """This message can never go."""

    reason: str


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Certainly not delivered: refused connection, 5xx. `everywhere`: the server as a whole cannot be reached."""

    reason: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Unsure:
    """No answer came in time: it may have been delivered."""

    reason: str


Outcome = Sent | Flooded | Gone | Moved | Malformed | PhotoRefused | TopicGone | Impossible | Undelivered | Unsure
