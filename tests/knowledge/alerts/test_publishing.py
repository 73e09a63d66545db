"""From an item that comes in to one alert for each subscription: once, in one transaction, and resumable."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from knowledge.alerts import fan_out
from knowledge.alerts.publishing import Effect
from knowledge.model.alert import Cadence, Choices, ItemState, OutboxState
from knowledge.model.story import Story
from knowledge.store.database import open_database
from knowledge.store.outbox import SentAs
from tests.knowledge.alerts.conftest import NOON, Newsroom, newsroom_over, story_of

BRIDGE = story_of("The old bridge reopens on Monday", "Trams cross it again.", slug="bridge")


async def test_every_subscription_gets_one_alert(newsroom: Newsroom) -> None:
    for chat in (1, 2, -100):
        await newsroom.subscriber(chat)
    published = await newsroom.publish(BRIDGE)
    assert published.effect is Effect.ANNOUNCED
    assert await newsroom.chats_due() == [1, 2, -100]
    assert await newsroom.stories.story("bridge") is not None


async def test_the_same_item_again_alerts_nobody(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1)
    await newsroom.publish(BRIDGE)
    again = await newsroom.publish(BRIDGE)
    assert again.effect is Effect.KNOWN
    assert await newsroom.chats_due() == [1]


async def test_the_same_item_by_another_way_is_one_item(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1)
    by_channel = await newsroom.publish(replace(BRIDGE, slug="the-old-bridge-reopens"), "channel", "post:1:5")
    by_feed = await newsroom.publish(replace(BRIDGE, slug="bridge-2026", url="https://x.test/b?utm_source=rss"), "feed")
    by_file = await newsroom.publish(replace(BRIDGE, slug="b", url="http://www.x.test/b/"), "publish")
    assert by_channel.item == by_feed.item == by_file.item
    assert await newsroom.chats_due() == [1]


async def test_another_way_that_says_more_only_teaches_the_answers(newsroom: Newsroom) -> None:
    first = await newsroom.publish(BRIDGE, "channel", "post:1:5")
    longer = story_of(BRIDGE.title, "Trams cross it again.", "It was closed for two years.", slug="other")
    second = await newsroom.publish(longer, "feed")
    stored = await newsroom.stories.story("bridge")
    item = await newsroom.items.get(first.item)
    assert second.effect is Effect.KNOWN
    assert stored is not None
    assert "two years" in str(stored.story.sections)
    assert item is not None
    assert item.version == 1


async def test_two_posts_with_one_short_headline_are_two_items(newsroom: Newsroom) -> None:
    first = await newsroom.publish(story_of("Weather", "Rain."), "channel", "post:1:1")
    second = await newsroom.publish(story_of("Weather", "Sun."), "channel", "post:1:2")
    assert first.item != second.item
    assert first.saved.slug != second.saved.slug


async def test_a_headline_that_comes_back_a_month_later_is_a_new_item(newsroom: Newsroom) -> None:
    first = await newsroom.publish(BRIDGE, "channel", "post:1:1")
    second = await newsroom.publish(BRIDGE, "feed", "entry:f:9", at=NOON + timedelta(days=30))
    assert first.item != second.item


async def test_who_subscribes_later_gets_no_old_items(newsroom: Newsroom) -> None:
    await newsroom.publish(BRIDGE)
    await newsroom.subscriber(7)
    await newsroom.go_on()
    assert await newsroom.chats_due() == []


async def test_a_large_audience_is_reached_in_short_transactions_that_survive_a_crash(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fan_out, "STEP", 10)
    monkeypatch.setattr("knowledge.alerts.publishing.AT_ONCE", 5)
    for chat in range(1, 36):
        await newsroom.subscriber(chat)
    published = await newsroom.publish(BRIDGE)
    assert await newsroom.chats_due() == []
    assert await newsroom.fan_out.go_on(NOON)
    assert len(await newsroom.chats_due()) == 10
    async with newsroom.database.transaction() as writer:  # a crash between a batch and its cursor
        await newsroom.items.advance_in(writer, published.item, 0)
    await newsroom.go_on()
    assert sorted(await newsroom.chats_due()) == list(range(1, 36))


async def test_only_followers_of_its_words_get_an_item(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1, Choices(follows=("tram",)))
    await newsroom.subscriber(2, Choices(follows=("ferry", "Old Bridges")))
    await newsroom.subscriber(3, Choices(follows=("ridge",)))
    await newsroom.publish(BRIDGE)
    assert await newsroom.chats_due() == [1, 2]


async def test_a_digest_is_due_at_its_hour_and_a_paused_subscriber_gets_nothing(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1, Choices(cadence=Cadence.DAILY, digest_hour=18))
    await newsroom.subscriber(2, Choices(paused_until=NOON + timedelta(hours=1)))
    await newsroom.publish(BRIDGE)
    assert await newsroom.chats_due() == []
    rows = await newsroom.outbox.due(NOON + timedelta(hours=6), 10)
    assert [(row.subscription.chat, row.digest) for row in rows] == [(1, True)]


async def test_a_changed_item_turns_sent_alerts_into_edits(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1)
    await newsroom.subscriber(2)
    await newsroom.publish(BRIDGE)
    sent, queued = await newsroom.outbox.due(NOON, 10)
    await newsroom.outbox.sent({sent.id: 1}, SentAs(55, "hash"), NOON)
    changed = await newsroom.publish(replace(BRIDGE, lead="Trams and buses cross it again."))
    await newsroom.go_on()
    rows = {row.id: row.state for row in await newsroom.outbox.due(NOON, 10)}
    assert changed.effect is Effect.CHANGED
    assert rows == {sent.id: OutboxState.EDIT, queued.id: OutboxState.QUEUED}


async def test_a_change_while_an_alert_is_under_way_is_not_missed(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1)
    await newsroom.publish(BRIDGE)
    (row,) = await newsroom.outbox.due(NOON, 10)
    await newsroom.publish(replace(BRIDGE, lead="Buses cross it again."))
    await newsroom.go_on()
    await newsroom.outbox.sent({row.id: 1}, SentAs(55, "hash"), NOON)
    (edit,) = await newsroom.outbox.due(NOON, 10)
    assert edit.state is OutboxState.EDIT


async def test_a_withdrawn_item_is_edited_and_answers_nothing_any_more(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1)
    published = await newsroom.publish(BRIDGE)
    (row,) = await newsroom.outbox.due(NOON, 10)
    await newsroom.outbox.sent({row.id: 1}, SentAs(55, "hash"), NOON)
    assert await newsroom.publisher.withdraw("bridge", NOON)
    await newsroom.go_on()
    item, story = await newsroom.items.get(published.item), await newsroom.stories.row("bridge")
    assert item is not None
    assert item.state is ItemState.WITHDRAWN
    assert story is not None
    assert story.withdrawn
    assert [row.state for row in await newsroom.outbox.due(NOON, 10)] == [OutboxState.EDIT]
    assert not await newsroom.publisher.withdraw("bridge", NOON)


async def test_an_item_that_carries_on_an_earlier_one_knows_it(newsroom: Newsroom) -> None:
    first = await newsroom.publish(story_of("Kharkiv metro opens Derzhavna station", "Kharkiv got a metro station."))
    await newsroom.publish(story_of("A cat wins the annual show", "The cat is called Murka."))
    later = await newsroom.publish(
        story_of("Kharkiv metro station Derzhavna closes again", "The Kharkiv metro says so.")
    )
    item = await newsroom.items.get(later.item)
    assert item is not None
    assert item.related == first.item


async def test_what_a_killed_process_left_is_taken_up_by_the_next(tmp_path: Path) -> None:
    async with open_database(tmp_path / "news.db") as database:
        newsroom = newsroom_over(database)
        await newsroom.subscriber(1)
        await newsroom.publish(BRIDGE)
    async with open_database(tmp_path / "news.db") as database:
        assert await newsroom_over(database).chats_due() == [1]


async def test_a_story_without_a_word_of_text_still_alerts(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1)
    published = await newsroom.publish(
        Story(slug="short", language="en", title="Fire at the port"), "channel", "post:1:1"
    )
    assert published.effect is Effect.ANNOUNCED
    assert await newsroom.chats_due() == [1]
