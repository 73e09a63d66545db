"""Faults on order and flood limits: what a bot's sending must survive."""

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.client import SandboxClient
from bot.sandbox.flood import FloodLimits
from bot.sandbox.refusals import ApiRefusal
from tests.support.raw_bot import RawBot, raw_bot


@pytest.fixture
async def bot(sandbox: SandboxClient) -> AsyncIterator[RawBot]:
    async with raw_bot(sandbox) as raw:
        yield raw


async def test_a_flood_fault_names_the_seconds_and_hits_only_its_chat(sandbox: SandboxClient, bot: RawBot) -> None:
    one, other = await sandbox.user(), await sandbox.user()
    await sandbox.fault("flood", method="sendMessage", chat=one, seconds=7, times=2)
    await bot.result("sendMessage", chat_id=other, text="x")
    for _ in range(2):
        answer = await bot.call("sendMessage", chat_id=one, text="x")
        assert answer["parameters"] == {"retry_after": 7}
        assert bot.headers["Retry-After"] == "7"
    await bot.result("sendMessage", chat_id=one, text="x")
    assert [call["fault"] for call in await sandbox.calls("sendMessage", chat=one)] == ["flood", "flood", None]
    assert await sandbox.refused_calls() == []


async def test_a_held_flood_counts_its_seconds_down(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    await sandbox.fault("flood", chat=reader, seconds=0.4, hold=True)
    assert not (await bot.call("sendMessage", chat_id=reader, text="x"))["ok"]
    assert not (await bot.call("sendMessage", chat_id=reader, text="x"))["ok"]
    await asyncio.sleep(0.45)
    await bot.result("sendMessage", chat_id=reader, text="x")


async def test_an_error_does_nothing_and_says_so(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    await sandbox.fault("error", status=502, text="Bad Gateway")
    answer = await bot.call("sendMessage", chat_id=reader, text="x")
    assert (answer["error_code"], answer["description"]) == (502, "Bad Gateway")
    assert await sandbox.messages(reader) == []


async def test_a_reset_breaks_the_connection(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    await sandbox.fault("reset", method="sendMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await bot.call("sendMessage", chat_id=reader, text="x")
    assert await sandbox.messages(reader) == []
    await bot.result("sendMessage", chat_id=reader, text="x")


@pytest.mark.parametrize(("kind", "arrived"), [("swallow", 1), ("lost", 0)])
async def test_an_answer_that_never_comes(sandbox: SandboxClient, bot: RawBot, kind: str, arrived: int) -> None:
    reader = await sandbox.user()
    await sandbox.fault(kind, method="sendMessage")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot.call("sendMessage", chat_id=reader, text="x"), 0.2)
    assert len(await sandbox.messages(reader)) == arrived
    assert (await sandbox.calls("sendMessage"))[0]["status"] == 0


async def test_a_slow_network_answers_late(sandbox: SandboxClient, bot: RawBot) -> None:
    await sandbox.fault("slow", seconds=0.2)
    began = time.monotonic()
    await bot.result("getMe")
    assert time.monotonic() - began >= 0.2


async def test_a_server_that_is_down_refuses_and_comes_back(sandbox: SandboxClient, bot: RawBot) -> None:
    polling = asyncio.ensure_future(bot.call("getUpdates", timeout=20))
    await sandbox.wait_for_poll()
    await sandbox.fault("down", seconds=0.3)
    with pytest.raises(aiohttp.ClientError):
        await polling
    with pytest.raises(aiohttp.ClientConnectorError):
        await bot.call("getMe")
    await asyncio.sleep(0.4)
    await bot.result("getMe")


async def test_flood_limits_can_be_switched_on(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    await sandbox.switch(flood_limits=True)
    answers = [await bot.call("sendMessage", chat_id=reader, text="x") for _ in range(6)]
    assert [answer["ok"] for answer in answers][:3] == [True, True, True]
    assert answers[-1]["error_code"] == 429
    assert answers[-1]["parameters"]["retry_after"] == 1


def limits(now: list[float]) -> FloodLimits:
    return FloodLimits(lambda: now[0], switched_on=True)


def test_thirty_in_a_second_are_all_there_is() -> None:
    now = [100.0]
    flood = limits(now)
    for chat in range(30):
        flood.count(chat, is_private=True)
    with pytest.raises(ApiRefusal, match="retry after 1"):
        flood.count(31, is_private=True)
    now[0] += 1.0
    flood.count(31, is_private=True)


def test_a_group_takes_twenty_a_minute() -> None:
    now = [100.0]
    flood = limits(now)
    for _ in range(20):
        flood.count(-5, is_private=False)
        now[0] += 0.5
    with pytest.raises(ApiRefusal, match="retry after 50"):
        flood.count(-5, is_private=False)
    now[0] += 50.0
    flood.count(-5, is_private=False)
