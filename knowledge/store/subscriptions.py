"""Who asked for alerts, what they chose, and whether their chat can be reached."""

from datetime import datetime

from knowledge.model.alert import ChatKind, Choices, Subscription
from knowledge.store.database import Database, Writer
from knowledge.store.moments import seconds
from knowledge.store.subscription_rows import COLUMNS, choice_values, subscription_of


class SubscriptionStore:
    """One row for each chat, or for each topic of a forum."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def subscribe(
        self, chat: int, topic: int, kind: ChatKind, language: str, zone: str, now: datetime
    ) -> tuple[Subscription, bool]:
        """Makes or wakes the subscription; True where no alerts were going there before.

        Choices made earlier stay; `language` and `zone` are those of a new one.
        """
        async with self._database.transaction() as writer:
            changed = await writer.execute(
                """INSERT INTO subscriptions (chat, topic, kind, language, zone, state, created)
                   VALUES (?, ?, ?, ?, ?, 'active', ?)
                   ON CONFLICT (chat, topic) DO UPDATE SET state = 'active', suspended_at = NULL, paused_until = NULL
                   WHERE state <> 'active' OR paused_until IS NOT NULL""",
                (chat, topic, kind.value, language, zone, seconds(now)),
            )
            rows = await writer.fetch_all(
                f"SELECT {COLUMNS} FROM subscriptions AS s WHERE s.chat = ? AND s.topic = ?",  # noqa: S608
                (chat, topic),
            )
        return subscription_of(rows[0]), changed > 0

    async def find(self, chat: int, topic: int) -> Subscription | None:
        """The subscription of a chat or topic, in whatever state."""
        rows = await self._database.fetch_all(
            f"SELECT {COLUMNS} FROM subscriptions AS s WHERE s.chat = ? AND s.topic = ?",  # noqa: S608
            (chat, topic),
        )
        return subscription_of(rows[0]) if rows else None

    async def get(self, subscription: int) -> Subscription | None:
        """A subscription by its id."""
        rows = await self._database.fetch_all(
            f"SELECT {COLUMNS} FROM subscriptions AS s WHERE s.id = ?",  # noqa: S608
            (subscription,),
        )
        return subscription_of(rows[0]) if rows else None

    async def active(self, after: int, up_to: int, limit: int) -> tuple[Subscription, ...]:
        """The next `limit` active subscriptions with `after` < id ≤ `up_to`, in the order of their ids."""
        rows = await self._database.fetch_all(
            f"""SELECT {COLUMNS} FROM subscriptions AS s
                WHERE s.id > ? AND s.id <= ? AND s.state = 'active' ORDER BY s.id LIMIT ?""",  # noqa: S608
            (after, up_to, limit),
        )
        return tuple(subscription_of(row) for row in rows)

    async def choose(self, subscription: int, choices: Choices) -> None:
        """Keeps what the subscriber chose."""
        async with self._database.transaction() as writer:
            await writer.execute(
                """UPDATE subscriptions SET cadence = ?, quiet_start = ?, quiet_end = ?, zone = ?, digest_hour = ?,
                   silent = ?, paused_until = ?, follows = ? WHERE id = ?""",
                (*choice_values(choices), subscription),
            )

    async def speak(self, chat: int, language: str) -> None:
        """The language of the words around the alerts of a chat: "en" or "uk"."""
        async with self._database.transaction() as writer:
            await writer.execute("UPDATE subscriptions SET language = ? WHERE chat = ?", (language, chat))

    async def end(self, subscription: int) -> bool:
        """Unsubscribes; drops what was still queued. False where it was not active."""
        async with self._database.transaction() as writer:
            changed = await writer.execute(
                "UPDATE subscriptions SET state = 'ended' WHERE id = ? AND state <> 'ended'", (subscription,)
            )
            await drop_queued(writer, subscription, "unsubscribed")
        return changed > 0

    async def suspend(self, chat: int, reason: str, now: datetime) -> None:
        """The chat cannot be reached: no more alerts until `wake`."""
        async with self._database.transaction() as writer:
            await writer.execute(
                """UPDATE subscriptions SET state = 'suspended', suspended_at = ?, suspended_because = ?
                   WHERE chat = ? AND state = 'active'""",
                (seconds(now), reason, chat),
            )
            for (subscription,) in await writer.fetch_all("SELECT id FROM subscriptions WHERE chat = ?", (chat,)):
                await drop_queued(writer, subscription, reason)

    async def wake(self, chat: int) -> tuple[Subscription, ...]:
        """The chat was heard of: its suspended subscriptions go on; returned as they were before."""
        async with self._database.transaction() as writer:
            rows = await writer.fetch_all(
                f"SELECT {COLUMNS} FROM subscriptions AS s WHERE s.chat = ? AND s.state = 'suspended'",  # noqa: S608
                (chat,),
            )
            await writer.execute(
                """UPDATE subscriptions SET state = 'active', suspended_at = NULL, suspended_because = NULL
                   WHERE chat = ? AND state = 'suspended'""",
                (chat,),
            )
        return tuple(subscription_of(row) for row in rows)

    async def suspended_chats(self) -> frozenset[int]:
        """Chats with a suspended subscription."""
        rows = await self._database.fetch_all("SELECT DISTINCT chat FROM subscriptions WHERE state = 'suspended'")
        return frozenset(row[0] for row in rows)

    async def move(self, old: int, new: int) -> None:
        """A group became a supergroup: its subscriptions get the new id. Doing it twice changes nothing.

        Where the new id has subscribed already, the old one's choices win (they were made; the new row is fresh), and
        the alerts of both stand under one subscription.
        """
        async with self._database.transaction() as writer:
            for subscription, topic in await writer.fetch_all(
                "SELECT id, topic FROM subscriptions WHERE chat = ?", (old,)
            ):
                await merge_into(writer, subscription, new, topic)

    async def leave_topic(self, subscription: int, chat: int) -> None:
        """The topic is gone: alerts go to the group itself from now on."""
        async with self._database.transaction() as writer:
            await merge_into(writer, subscription, chat, 0)

    async def count(self) -> dict[str, int]:
        """How many subscriptions are in each state."""
        rows = await self._database.fetch_all("SELECT state, count(*) FROM subscriptions GROUP BY state")
        return dict(rows)

    async def forget(self, chat: int) -> None:
        """Removes a chat's subscriptions and alerts altogether."""
        async with self._database.transaction() as writer:
            await writer.execute(
                "DELETE FROM outbox WHERE subscription IN (SELECT id FROM subscriptions WHERE chat = ?)", (chat,)
            )
            await writer.execute("DELETE FROM subscriptions WHERE chat = ?", (chat,))


async def active_in(writer: Writer, up_to: int) -> tuple[Subscription, ...]:
    """Every active subscription with an id up to `up_to`, inside the caller's transaction."""
    rows = await writer.fetch_all(
        f"SELECT {COLUMNS} FROM subscriptions AS s WHERE s.id <= ? AND s.state = 'active' ORDER BY s.id",  # noqa: S608
        (up_to,),
    )
    return tuple(subscription_of(row) for row in rows)


async def drop_queued(writer: Writer, subscription: int, reason: str) -> None:
    """Drops the alerts that have not gone out; those to be edited are left as they were sent."""
    await writer.execute(
        """UPDATE outbox SET state = CASE state WHEN 'edit' THEN 'sent' ELSE 'dropped' END, error = ?
           WHERE subscription = ? AND state IN ('queued', 'edit')""",
        (reason, subscription),
    )


async def merge_into(writer: Writer, subscription: int, chat: int, topic: int) -> None:
    """Gives a subscription another chat and topic; one that stands there already is merged into it."""
    others = await writer.fetch_all(
        "SELECT id FROM subscriptions WHERE chat = ? AND topic = ? AND id <> ?", (chat, topic, subscription)
    )
    for (other,) in others:
        await writer.execute(
            "UPDATE OR IGNORE outbox SET subscription = ? WHERE subscription = ?", (subscription, other)
        )
        await writer.execute("DELETE FROM outbox WHERE subscription = ?", (other,))
        await writer.execute("DELETE FROM subscriptions WHERE id = ?", (other,))
    await writer.execute("UPDATE subscriptions SET chat = ?, topic = ? WHERE id = ?", (chat, topic, subscription))
