"""Subscriptions that end, are suspended, wake, and move with their group."""

from datetime import time, timedelta

from knowledge.model.alert import Cadence, Choices, QuietHours, SubscriptionState
from tests.knowledge.alerts.conftest import NOON, Newsroom, story_of

CHOSEN = Choices(
    cadence=Cadence.WEEKLY,
    quiet=QuietHours(time(22, 30), time(7, 15)),
    zone="Europe/Kyiv",
    digest_hour=18,
    silent=True,
    paused_until=NOON + timedelta(days=1),
    follows=("Tencent", "київський метрополітен"),
)


async def test_choices_come_back_as_they_were_made(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1, CHOSEN)
    found = await newsroom.subscriptions.find(1, 0)
    assert found is not None
    assert found.choices == CHOSEN


async def test_unsubscribing_drops_what_is_queued_and_keeps_the_choices(newsroom: Newsroom) -> None:
    subscription = await newsroom.subscriber(1, Choices(follows=("bridge",)))
    await newsroom.publish(story_of("The bridge is open again", "It is."))
    assert await newsroom.subscriptions.end(subscription.id)
    assert not await newsroom.subscriptions.end(subscription.id)
    assert await newsroom.chats_due() == []
    again, started = await newsroom.subscriptions.subscribe(1, 0, subscription.kind, "en", "UTC", NOON)
    assert started
    assert again.choices.follows == ("bridge",)


async def test_a_blocked_chat_is_suspended_and_wakes_with_what_it_missed(newsroom: Newsroom) -> None:
    subscription = await newsroom.subscriber(1)
    await newsroom.publish(story_of("One queued when it was blocked", "Text."), at=NOON)
    await newsroom.subscriptions.suspend(1, "blocked", NOON)
    assert await newsroom.chats_due() == []
    missed = await newsroom.publish(story_of("Another one came out meanwhile", "Text."), at=NOON + timedelta(hours=1))
    (woken,) = await newsroom.subscriptions.wake(1)
    assert woken.state is SubscriptionState.SUSPENDED
    assert woken.suspended_at == NOON
    assert await newsroom.outbox.missed(subscription.id, NOON) == (missed.item - 1, missed.item)
    assert await newsroom.subscriptions.wake(1) == ()


async def test_a_group_that_moves_keeps_its_choices_whichever_row_comes_first(newsroom: Newsroom) -> None:
    for old, new, fresh_first in ((-1, -1001, False), (-2, -1002, True)):
        await newsroom.subscriber(old, CHOSEN)
        if fresh_first:
            await newsroom.subscriber(new)
        await newsroom.subscriptions.move(old, new)
        await newsroom.subscriptions.move(old, new)
        moved = await newsroom.subscriptions.find(new, 0)
        assert moved is not None
        assert moved.choices == CHOSEN
        assert await newsroom.subscriptions.find(old, 0) is None


async def test_a_moved_group_gets_an_item_once(newsroom: Newsroom) -> None:
    await newsroom.subscriber(-1)
    await newsroom.subscriber(-1001)
    await newsroom.publish(story_of("The bridge is open again", "It is."))
    await newsroom.subscriptions.move(-1, -1001)
    assert await newsroom.chats_due() == [-1001]


async def test_a_lost_topic_falls_back_to_the_group(newsroom: Newsroom) -> None:
    topic = await newsroom.subscriber(-5, topic=9)
    await newsroom.subscriptions.leave_topic(topic.id, -5)
    assert await newsroom.subscriptions.find(-5, 9) is None
    assert await newsroom.subscriptions.find(-5, 0) is not None


async def test_forgetting_a_chat_leaves_nothing(newsroom: Newsroom) -> None:
    await newsroom.subscriber(1)
    await newsroom.publish(story_of("The bridge is open again", "It is."))
    await newsroom.subscriptions.forget(1)
    assert await newsroom.subscriptions.find(1, 0) is None
    assert await newsroom.chats_due() == []
