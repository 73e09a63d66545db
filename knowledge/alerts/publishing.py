"""From an item that has come in to its row, its units and its alerts: one transaction, and a fan-out in short ones."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from knowledge.alerts.fan_out import AT_ONCE, FanOut
from knowledge.alerts.identity import LIKELY_FOR, Keys
from knowledge.alerts.related import LOOK_BACK, Earlier, related
from knowledge.model.alert import Formatted, Item, ItemState
from knowledge.model.story import Story
from knowledge.store.database import Database, Writer
from knowledge.store.items import ItemStore, NewItem
from knowledge.store.stories import Outcome, Saved, StoryStore
from knowledge.store.story_writing import PreparedStory, prepare

EARLIER_ITEMS = 50  # of the last month are looked at for one that the new item carries on


@dataclass(frozen=True, slots=True)
class Arrival:
    """An item as it came in by one of the ways; `origin` names the way: "channel", "feed", "publish", "folder"."""

    story: Story
    keys: Keys
    origin: str
    post: Formatted | None = None
    photo: str | None = None


class Effect(StrEnum):
    """What came of an arrival."""

    ANNOUNCED = "announced"  # new: alerts are on their way
    CHANGED = "changed"  # known and different: its alerts are edited
    KNOWN = "known"  # nothing to tell anyone


@dataclass(frozen=True, slots=True)
class Published:
    """The result of a publication."""

    item: int
    effect: Effect
    saved: Saved


class Publisher:
    """Takes items in.

    The first transaction holds the item, its story and units, and up to AT_ONCE alerts. More alerts follow in
    transactions of bounded size, so that the answers' own writes never wait long; how far they have come is a column
    of the item, so that a process that is killed goes on where it stopped, and the unique key (item, subscription)
    makes going over the same subscriptions twice harmless.
    """

    def __init__(self, database: Database, stories: StoryStore, items: ItemStore, fan_out: FanOut) -> None:
        self._database = database
        self._stories = stories
        self._items = items
        self._fan_out = fan_out

    async def publish(self, arrival: Arrival, now: datetime) -> Published:
        """Stores the item and queues its alerts, or edits, or does nothing where it is known as it is."""
        nearest = await self._nearest(arrival.story, now)
        prepared = prepare(arrival.story)
        async with self._database.transaction() as writer:
            keys = arrival.keys
            known = await self._items.known_in(writer, keys.sure, keys.likely, arrival.origin, now - LIKELY_FOR)
            if known is None:
                published = await self._announce(writer, arrival, prepared, nearest, now)
            else:
                published = await self._meet_again(writer, known, arrival, now)
        return published

    async def withdraw(self, slug: str, now: datetime) -> bool:
        """Marks an item as withdrawn in every alert; what has not gone out does not go. False: no such item."""
        item = await self._items.by_key(f"slug:{slug}")
        return item is not None and await self.withdraw_item(item.id, now)

    async def withdraw_item(self, number: int, now: datetime) -> bool:
        """The same by the item's id."""
        item = await self._items.get(number)
        if item is None or item.state is ItemState.WITHDRAWN:
            return False
        async with self._database.transaction() as writer:
            await self._items.change_in(writer, item.id, item.post, item.photo, ItemState.WITHDRAWN)
        await self._stories.withdraw(item.slug, now=now)
        return True

    async def _announce(
        self, writer: Writer, arrival: Arrival, prepared: PreparedStory, nearest: int | None, now: datetime
    ) -> Published:
        slug = await self._items.free_slug_in(writer, prepared.story.slug)
        if slug != prepared.story.slug:
            prepared = prepare(replace(prepared.story, slug=slug))
        saved = await self._stories.save_prepared(writer, prepared, now=now, origin=arrival.origin)
        keys = (*arrival.keys.sure, *arrival.keys.likely, f"slug:{slug}")
        new = NewItem(slug, arrival.origin, now, keys, arrival.post, arrival.photo, nearest)
        item, audience = await self._items.add_in(writer, new)
        if audience <= AT_ONCE:
            await self._fan_out.whole_in(writer, item, audience, prepared.story, now)
        return Published(item, Effect.ANNOUNCED, saved)

    async def _meet_again(self, writer: Writer, known: Item, arrival: Arrival, now: datetime) -> Published:
        """The same item again: by its own way it may have changed; by another it may only tell the answers more."""
        await self._items.name_in(writer, known.id, arrival.keys.sure)
        story = replace(arrival.story, slug=known.slug)
        own_way = arrival.origin in (known.origin, "publish")
        if not own_way and not await self._says_more(writer, story):
            return Published(known.id, Effect.KNOWN, Saved(known.slug, story.title, 0, Outcome.UNCHANGED, 0, 0))
        saved = await self._stories.save_in(writer, story, now=now, origin=arrival.origin)
        photo = arrival.photo or (known.photo if arrival.origin != known.origin else None)
        post = arrival.post or (known.post if arrival.origin != known.origin else None)
        same = saved.outcome is Outcome.UNCHANGED and post == known.post and known.state is ItemState.LIVE
        if not own_way or same:
            return Published(known.id, Effect.KNOWN, saved)
        await self._items.change_in(writer, known.id, post, photo, ItemState.LIVE)
        return Published(known.id, Effect.CHANGED, saved)

    async def _says_more(self, writer: Writer, story: Story) -> bool:
        return len(prepare(story).units) > await self._items.units_in(writer, story.slug)

    async def _nearest(self, story: Story, now: datetime) -> int | None:
        """The earlier item that this one carries on."""
        items = await self._items.latest(EARLIER_ITEMS, since=now - LOOK_BACK)
        found = [(item.id, await self._stories.story(item.slug)) for item in items]
        return related(story, [Earlier(item, stored.story) for item, stored in found if stored])
