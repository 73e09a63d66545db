"""A real database with everything that alerts live in."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.alerts.fan_out import FanOut
from knowledge.alerts.identity import keys_of
from knowledge.alerts.publishing import Arrival, Published, Publisher
from knowledge.model.alert import ChatKind, Choices, Subscription
from knowledge.model.story import Block, BlockKind, Section, Story
from knowledge.store.database import Database, open_database
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore
from knowledge.store.outbox_report import OutboxReport
from knowledge.store.stories import StoryStore
from knowledge.store.subscriptions import SubscriptionStore

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The stores of one database, and short ways to use them."""

    database: Database
    subscriptions: SubscriptionStore
    items: ItemStore
    outbox: OutboxStore
    report: OutboxReport
    stories: StoryStore
    fan_out: FanOut
    publisher: Publisher

    async def subscriber(self, chat: int, choices: Choices | None = None, topic: int = 0) -> Subscription:
        """A new subscription."""
        kind = ChatKind.PRIVATE if chat > 0 else ChatKind.GROUP
        subscription, _ = await self.subscriptions.subscribe(chat, topic, kind, "en", "UTC", NOON)
        if choices is not None:
            await self.subscriptions.choose(subscription.id, choices)
        return subscription

    async def publish(self, story: Story, origin: str = "publish", *named: str, at: datetime = NOON) -> Published:
        """Publishes a story by one of the ways."""
        keys = keys_of(story, *named, slug_is_sure=origin in ("publish", "folder"))
        return await self.publisher.publish(Arrival(story, keys, origin), at)

    async def go_on(self) -> int:
        """Finishes what is unfinished; returns the number of steps."""
        steps = 0
        while await self.fan_out.go_on(NOON):
            steps += 1
        return steps

    async def chats_due(self, at: datetime = NOON) -> list[int]:
        """The chats with alerts that are due, in their order."""
        return [row.subscription.chat for row in await self.outbox.due(at, 10_000)]


def story_of(title: str, *paragraphs: str, slug: str | None = None, url: str | None = None) -> Story:
    """A plain story."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs[1:])
    return Story(
        slug=slug or "-".join(title.casefold().split()),
        language="en",
        title=title,
        lead=paragraphs[0] if paragraphs else None,
        sections=(Section(None, blocks),) if blocks else (),
        url=url,
    )


def newsroom_over(database: Database) -> Newsroom:
    """Everything over an open database."""
    subscriptions, items = SubscriptionStore(database), ItemStore(database)
    outbox, stories = OutboxStore(database), StoryStore(database)
    fan_out = FanOut(database, subscriptions, items, outbox, stories)
    publisher = Publisher(database, stories, items, fan_out)
    return Newsroom(database, subscriptions, items, outbox, OutboxReport(database), stories, fan_out, publisher)


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A fresh database."""
    async with open_database(tmp_path / "news.db") as database:
        yield newsroom_over(database)
