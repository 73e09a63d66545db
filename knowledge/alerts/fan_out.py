"""One alert for each subscription that wants an item, written in transactions of bounded size."""

from collections.abc import Iterable
from datetime import datetime

from knowledge.alerts.follows import searched_text, wanted
from knowledge.alerts.timing import Later, Never, Now, timing
from knowledge.model.alert import Subscription
from knowledge.model.story import Story
from knowledge.store.database import Database, Writer
from knowledge.store.items import ItemStore, Progress
from knowledge.store.outbox import OutboxStore, Planned
from knowledge.store.stories import StoryStore
from knowledge.store.subscription_rows import PLAIN
from knowledge.store.subscriptions import SubscriptionStore, active_in

AT_ONCE = 500  # alerts written in the same transaction as their item
STEP = 500  # alerts written in one transaction afterwards: python -m tests.benchmarks.alerts_fan_out


class FanOut:
    """Makes the rows of the outbox; takes up unfinished work after a restart."""

    def __init__(
        self,
        database: Database,
        subscriptions: SubscriptionStore,
        items: ItemStore,
        outbox: OutboxStore,
        stories: StoryStore,
    ) -> None:
        self._database = database
        self._subscriptions = subscriptions
        self._items = items
        self._outbox = outbox
        self._stories = stories
        self._searched: tuple[int, str] = (0, "")

    async def whole_in(self, writer: Writer, item: int, audience: int, story: Story, now: datetime) -> None:
        """Every alert of a new item inside the transaction that writes it; for small audiences."""
        everyone = await active_in(writer, audience)
        await self._outbox.queue_in(writer, item, planned(everyone, searched_text(story), now))
        await self._items.advance_in(writer, item, None)

    async def go_on(self, now: datetime) -> bool:
        """One step of the oldest unfinished item. False: there is none."""
        unfinished = await self._items.unfinished()
        if not unfinished:
            return False
        progress = unfinished[0]
        if progress.fan_out is not None:
            await self._spread(progress, progress.fan_out, now)
        else:
            await self._refresh(progress, progress.refresh or 0, now)
        return True

    async def _spread(self, progress: Progress, reached: int, now: datetime) -> None:
        batch = await self._subscriptions.active(reached, progress.audience, STEP)
        plans = planned(batch, await self._searched_text(progress.item), now) if batch else []
        async with self._database.transaction() as writer:
            await self._outbox.queue_in(writer, progress.item, plans)
            await self._items.advance_in(writer, progress.item, batch[-1].id if len(batch) == STEP else None)

    async def _refresh(self, progress: Progress, reached: int, now: datetime) -> None:
        async with self._database.transaction() as writer:
            last = await self._outbox.refresh_in(writer, progress.item, reached, STEP, now)
            await self._items.refreshed_in(writer, progress.item, last)

    async def _searched_text(self, item: int) -> str:
        if self._searched[0] != item:
            found = await self._items.get(item)
            stored = await self._stories.story(found.slug) if found else None
            self._searched = (item, searched_text(stored.story) if stored else "")
        return self._searched[1]


def planned(subscriptions: Iterable[Subscription], searched: str, now: datetime) -> list[Planned]:
    """The alerts of one item for those who want it, each with its time."""
    plans = []
    for subscription in subscriptions:
        choices = subscription.choices
        if choices is PLAIN or choices == PLAIN:
            plans.append(Planned(subscription.id, now, digest=False))
        elif wanted(choices.follows, searched):
            match timing(choices, now):
                case Now():
                    plans.append(Planned(subscription.id, now, digest=False))
                case Later(at):
                    plans.append(Planned(subscription.id, at, digest=True))
                case Never():
                    pass
    return plans
