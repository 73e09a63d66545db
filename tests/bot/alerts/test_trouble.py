"""Crashes, flood waits, outages and lost chats: no alert is lost, hardly one comes twice."""

import asyncio
import itertools
import time
from pathlib import Path

from bot.sandbox.client import SandboxClient
from tests.benchmarks import alerts_kills, alerts_outage, alerts_pace
from tests.support.bot_process import BotProcesses
from tests.support.subscribers import all_received, post_text, received, subscribers

CHANNEL = "@ai_news_channel"


async def test_a_few_kills_at_any_moment_lose_no_alert(tmp_path: Path) -> None:
    outcome = await alerts_kills.measure(kills=3, items=2, people=25, per_second=50, folder=tmp_path)
    assert outcome.missing == 0
    assert outcome.twice <= outcome.in_flight + outcome.kills


async def test_questions_that_were_queued_at_a_kill_are_all_answered(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    readers = [await sandbox.user(f"Reader {number}") for number in range(200)]
    bot = await bot_process()
    asking = [asyncio.ensure_future(sandbox.say(reader, "Who are the customers?")) for reader in readers]
    await asyncio.gather(*asking)
    await bot.kill()
    await bot_process()

    async def unanswered() -> int:
        calls = await sandbox.calls("sendMessage")
        return len(set(readers) - {int(call["parameters"]["chat_id"]) for call in calls if call["status"] == 200})

    await sandbox.wait(unanswered, lambda left: left == 0, 30)


async def test_the_pace_is_kept_and_a_flood_wait_holds_its_own_chat_only(tmp_path: Path) -> None:
    outcome = await alerts_pace.measure(people=120, per_second=25, folder=tmp_path, flood_seconds=2)
    assert outcome.got == 120
    assert outcome.refused == 1
    assert outcome.early_calls == 0
    assert outcome.busiest <= 25
    assert outcome.others_share >= 0.85  # two seconds are few; over five it is 0.95: alerts_pace --flood-seconds 5


async def test_flood_waits_in_a_row_end_in_a_delivery_across_a_restart(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    channel = await sandbox.channel()
    (person,) = await subscribers(sandbox, tmp_path / "storyline.db", 1)
    bot = await bot_process(STORYLINE_CHANNEL=CHANNEL)
    bot.expected_refusals.append("Too Many Requests")
    await sandbox.fault("flood", chat=person, seconds=1, times=5)
    await sandbox.post(channel, post_text(1))
    await asyncio.sleep(2)
    await bot.kill()
    bot = await bot_process(STORYLINE_CHANNEL=CHANNEL)
    bot.expected_refusals.append("Too Many Requests")
    await all_received(sandbox, [person], 1, 20)
    calls = list(await sandbox.calls("sendMessage", chat=person))
    assert [call["status"] for call in calls] == [429] * 5 + [200]
    waits = [later["began_at"] - call["began_at"] for call, later in itertools.pairwise(calls)]
    assert min(waits) >= 1.0


async def test_an_outage_and_lost_answers_cost_no_alert(tmp_path: Path) -> None:
    outcome = await alerts_outage.measure(people=20, seconds=1.5, per_second=25, folder=tmp_path)
    assert outcome.missing == 0
    assert outcome.twice == 0


async def test_a_stop_hands_what_is_not_sent_to_the_next_start(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    channel = await sandbox.channel()
    people = await subscribers(sandbox, tmp_path / "storyline.db", 30)
    bot = await bot_process(STORYLINE_CHANNEL=CHANNEL)
    await sandbox.post(channel, post_text(1))
    await all_received(sandbox, people, 5, 5)
    began = time.monotonic()
    assert await bot.stop() == 0
    assert time.monotonic() - began < 10
    assert len(await received(sandbox, people)) < 30
    await bot_process(STORYLINE_CHANNEL=CHANNEL)
    got = await all_received(sandbox, people, 30, 10)
    assert len(got) == 30
    assert set(got.values()) == {1}


async def test_a_blocked_reader_is_left_alone_and_told_what_they_missed(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    channel = await sandbox.channel()
    one, other = await subscribers(sandbox, tmp_path / "storyline.db", 2)
    bot = await bot_process(STORYLINE_CHANNEL=CHANNEL)
    bot.expected_refusals.append("blocked")
    await sandbox.block(one)
    await sandbox.post(channel, post_text(1))
    await sandbox.post(channel, post_text(2))
    await all_received(sandbox, [other], 2, 5)
    await sandbox.unblock(one)
    said = await sandbox.say(one, "/alerts")
    summary, choices = await sandbox.wait(
        lambda: sandbox.bot_messages(one, after=said), lambda messages: len(messages) == 2, 5
    )
    assert summary["text"].startswith("2 new items while you were away")
    assert choices["text"].startswith("Your alerts")
    await sandbox.post(channel, post_text(3))
    await all_received(sandbox, [one], 1, 5)


async def test_a_group_that_moves_and_a_topic_that_goes_lose_no_alert(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    channel = await sandbox.channel()
    owner = await sandbox.user("Owner")
    group = await sandbox.chat("Readers", kind="group", members={owner: "creator"})
    forum = await sandbox.chat("Forum", is_forum=True, members={owner: "creator"})
    topic = await sandbox.topic(forum, "News")
    bot = await bot_process(STORYLINE_CHANNEL=CHANNEL)
    bot.expected_refusals += ["upgraded to a supergroup", "thread not found", "TOPIC"]
    await sandbox.ask(owner, "/subscribe", chat=group)
    await sandbox.ask(owner, "/subscribe", chat=forum, topic=topic)
    moved = await sandbox.migrate(group)
    await sandbox.change_topic(forum, topic, "delete")
    await sandbox.post(channel, post_text(1))
    (in_group,) = await sandbox.wait_for_messages(moved, seconds=10)
    assert in_group["text"].startswith("Item 1")
    after = await sandbox.wait(
        lambda: sandbox.bot_messages(forum), lambda messages: any("Item 1" in m["text"] for m in messages), 10
    )
    assert after[-1]["text"].startswith("The topic that alerts went to is gone")
