"""What happens to one row of the outbox: whether it still is to go, how it goes, and what is written down of it."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import assert_never

from bot.sending.announcing import Announcer, Attempt
from knowledge.alerts.retries import Again, Done, GiveUp, Move, Suspend, step_after
from knowledge.alerts.timing import Later, Never, Now, timing
from knowledge.model.alert import (
    Item,
    ItemState,
    OutboxRow,
    OutboxState,
    Outcome,
    Sent,
    Subscription,
    SubscriptionState,
)
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore
from knowledge.store.subscriptions import SubscriptionStore

LOGGER = logging.getLogger(__name__)


class Posting:
    """Delivers rows of the outbox. `tell` passes a text by its name to the administrators; `suspended` hears of lost
    chats."""

    def __init__(
        self,
        announcer: Announcer,
        outbox: OutboxStore,
        items: ItemStore,
        subscriptions: SubscriptionStore,
        clock: Callable[[], datetime],
        tell: Callable[..., Awaitable[None]],
        suspended: Callable[[int], None],
    ) -> None:
        self._announcer = announcer
        self._outbox = outbox
        self._items = items
        self._subscriptions = subscriptions
        self._clock = clock
        self._tell = tell
        self._suspended = suspended
        self._pictured: set[int] = set()  # items whose picture Telegram has
        self._told: set[int] = set()  # items whose refused HTML the administrators know of

    async def deliver(self, row: OutboxRow) -> Outcome | None:
        """Sends, edits, gathers or drops one alert; what came of the call to Telegram, None where none was made."""
        item = await self._items.get(row.item)
        if item is None:
            await self._outbox.drop(row.id, "the item is gone")
            return None
        if row.state is OutboxState.EDIT:
            return await self._edit(row, item)
        if item.state is ItemState.WITHDRAWN:
            await self._outbox.drop(row.id, "withdrawn")
            return None
        if row.subscription.state is not SubscriptionState.ACTIVE:
            await self._outbox.drop(row.id, row.subscription.state.value)
            return None
        if row.digest:
            return await self._digest(row, item)
        match timing(row.subscription.choices, self._clock()):
            case Now():
                return await self._send(row, item)
            case Later(at):
                await self._outbox.gather(row.id, at)
            case Never():
                await self._outbox.drop(row.id, "paused")
        return None

    async def _send(self, row: OutboxRow, item: Item) -> Outcome:
        attempt = await self._announcer.send(row, item)
        await self._settle({row.id: item.version}, row, attempt)
        return attempt.outcome

    async def _digest(self, row: OutboxRow, item: Item) -> Outcome | None:
        """Everything that was gathered for this subscription goes in one message; a single item as itself."""
        rows = await self._outbox.gathered(row.subscription.id, self._clock())
        found = [(one, await self._items.get(one.item)) for one in rows]
        live = [(one, its) for one, its in found if its is not None and its.state is ItemState.LIVE]
        for one, its in found:
            if its is None or its.state is not ItemState.LIVE:
                await self._outbox.drop(one.id, "withdrawn")
        if not live:
            return None
        if len(live) == 1:
            return await self._send(live[0][0], live[0][1])
        attempt = await self._announcer.send_digest(
            tuple(one for one, _ in live), tuple(its for _, its in live), opening="digest-title"
        )
        await self._settle({one.id: its.version for one, its in live}, row, attempt, *(one.id for one, _ in live))
        return attempt.outcome

    async def _edit(self, row: OutboxRow, item: Item) -> Outcome | None:
        """Brings a sent alert up to date, where its chat still can be reached."""
        if row.message is None or row.subscription.state is SubscriptionState.SUSPENDED:
            await self._outbox.leave(row.id)
            return None
        rows = await self._outbox.together(row.subscription.id, row.message)
        items = [its for one in rows if (its := await self._items.get(one.item)) is not None]
        attempt = await self._announcer.edit(row, tuple(items), item)
        if attempt.shown is None and isinstance(step_after(attempt.outcome, row, self._clock()), Done):
            await self._outbox.leave(row.id)
            return attempt.outcome
        versions = {one.id: its.version for one in rows for its in items if its.id == one.item}
        await self._settle(versions, row, attempt)
        return attempt.outcome

    async def _settle(self, versions: dict[int, int], row: OutboxRow, attempt: Attempt, *together: int) -> None:
        """Writes down what came of one call: for the rows in `versions` where it succeeded.

        Where it did not, for `row`, and for those that were to go out `together` with it.
        """
        now = self._clock()
        subscription = row.subscription
        match step_after(attempt.outcome, row, now):
            case Done():
                if attempt.shown is not None:
                    await self._outbox.sent(versions, attempt.shown, now)
                await self._keep_photo(row.item, attempt.outcome)
            case Again(at, counted, unsure):
                for one in together or (row.id,):
                    await self._outbox.again(one, at, counted=counted, unsure=unsure)
            case GiveUp(reason):
                for one in together or (row.id,):
                    await self._outbox.give_up(one, reason)
                LOGGER.error("An alert was given up: %s", reason)
            case Suspend(reason):
                await self._suspend(subscription, reason, now)
            case Move(chat):
                await self._subscriptions.move(subscription.chat, chat)
            case step:
                assert_never(step)
        await self._note_second_forms(row, attempt)

    async def _note_second_forms(self, row: OutboxRow, attempt: Attempt) -> None:
        """What a refused first form means for others: told, dropped or moved; after the mark, which is in a hurry."""
        if attempt.malformed and row.item not in self._told:
            self._told.add(row.item)
            await self._tell("desk-malformed", title=await self._title(row.item), reason=attempt.malformed)
        if attempt.photo_refused:
            await self._items.drop_photo(row.item)
        if attempt.lost_topic:
            await self._subscriptions.leave_topic(row.subscription.id, row.subscription.chat)

    async def _keep_photo(self, item: int, outcome: Outcome) -> None:
        """The first picture of an item that Telegram took is sent by its file id from then on."""
        if isinstance(outcome, Sent) and outcome.photo and item not in self._pictured:
            self._pictured.add(item)
            await self._items.keep_photo(item, outcome.photo)

    async def _title(self, number: int) -> str:
        item = await self._items.get(number)
        return item.slug if item else str(number)

    async def _suspend(self, subscription: Subscription, reason: str, now: datetime) -> None:
        await self._subscriptions.suspend(subscription.chat, reason, now)
        self._suspended(subscription.chat)
