"""How the sandbox gives updates to a bot: long polling, offsets, one poller, webhooks."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.client import SandboxClient
from tests.support.raw_bot import RawBot, raw_bot


@pytest.fixture
async def bot(sandbox: SandboxClient) -> AsyncIterator[RawBot]:
    async with raw_bot(sandbox) as raw:
        yield raw


async def test_a_poll_waits_until_somebody_writes(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    polling = asyncio.ensure_future(bot.updates(timeout=10))
    await sandbox.wait_for_poll()
    began = time.monotonic()
    await sandbox.say(reader, "Hello")
    updates = await polling
    assert time.monotonic() - began < 2
    assert [update["message"]["text"] for update in updates] == ["Hello"]


async def test_updates_stay_until_an_offset_confirms_them(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    for text in ("one", "two", "three"):
        await sandbox.say(reader, text)
    first = await bot.updates(limit=2)
    assert [update["message"]["text"] for update in first] == ["one", "two"]
    assert await bot.updates(limit=2) == first
    rest = await bot.updates(offset=first[-1]["update_id"] + 1)
    assert [update["message"]["text"] for update in rest] == ["three"]
    assert (await sandbox.statistics())["updates_confirmed"] == 2
    assert await bot.updates(offset=rest[-1]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_only_the_latest(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    for text in ("one", "two", "three"):
        await sandbox.say(reader, text)
    assert [update["message"]["text"] for update in await bot.updates(offset=-1)] == ["three"]


async def test_a_second_poller_ends_the_first(sandbox: SandboxClient, bot: RawBot) -> None:
    first = asyncio.ensure_future(bot.call("getUpdates", timeout=20))
    await sandbox.wait_for_poll()
    second = asyncio.ensure_future(bot.call("getUpdates", timeout=20))
    answer = await first
    assert (answer["error_code"], answer["description"].partition(";")[0]) == (
        409,
        "Conflict: terminated by other getUpdates request",
    )
    await sandbox.say(await sandbox.user(), "Hello")
    assert len((await second)["result"]) == 1


async def test_a_poller_that_vanished_takes_nothing_with_it(sandbox: SandboxClient, bot: RawBot) -> None:
    polling = asyncio.ensure_future(bot.updates(timeout=20))
    await sandbox.wait_for_poll()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await sandbox.say(await sandbox.user(), "Hello")
    assert len(await bot.updates()) == 1
    assert await sandbox.refused_calls() == []


async def test_reactions_come_only_when_they_are_asked_for(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    sent = await bot.result("sendMessage", chat_id=reader, text="x")
    await sandbox.react(reader, sent["message_id"], "👍")
    assert await bot.updates() == []
    await bot.updates(allowed_updates=["message", "message_reaction"])
    await sandbox.react(reader, sent["message_id"], None)
    update = (await bot.updates())[0]["message_reaction"]
    assert (update["old_reaction"], update["new_reaction"]) == ([{"type": "emoji", "emoji": "👍"}], [])


async def test_an_update_can_come_twice(sandbox: SandboxClient, bot: RawBot) -> None:
    await sandbox.say(await sandbox.user(), "Hello")
    update = (await bot.updates())[0]
    await bot.updates(offset=update["update_id"] + 1)
    assert await sandbox.redeliver(update["update_id"])
    assert await bot.updates() == [update]


async def test_a_webhook_gets_updates_in_order_until_it_takes_them(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    seen: list[tuple[str | None, Any]] = []

    async def take(request: web.Request) -> web.Response:
        seen.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), (await request.json())["message"]["text"]))
        return web.Response(status=500 if len(seen) == 1 else 200)

    application = web.Application()
    application.router.add_post("/hook", take)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        port = runner.addresses[0][1]
        await bot.result("setWebhook", url=f"http://127.0.0.1:{port}/hook", secret_token="hush-1")
        assert "webhook is active" in await bot.refusal("getUpdates")
        await sandbox.say(reader, "one")
        await sandbox.say(reader, "two")
        await sandbox.wait_until_quiet()
    finally:
        await bot.result("deleteWebhook")
        await runner.cleanup()
    assert seen == [("hush-1", "one"), ("hush-1", "one"), ("hush-1", "two")]


async def test_a_webhook_needs_https_and_a_plain_secret(sandbox: SandboxClient, bot: RawBot) -> None:
    assert "HTTPS URL" in await bot.refusal("setWebhook", url="http://example.org/")
    refusal = await bot.refusal("setWebhook", url="https://example.org/", secret_token="a b")
    assert "secret token" in refusal


async def test_a_wrong_token_and_an_unknown_method_are_not_found(sandbox: SandboxClient, bot: RawBot) -> None:
    assert (await bot.call("makeCoffee"))["description"] == "Not Found"
    async with bot.session.get(f"{sandbox.api_url}nonsense/getMe") as response:
        assert response.status == 404
    async with bot.session.get(f"{sandbox.api_url}123:other/getMe") as response:
        assert response.status == 401


async def test_another_host_name_is_turned_away(sandbox: SandboxClient, bot: RawBot) -> None:
    for address in (f"{bot.base}/getMe", f"{sandbox.control_url}/sandbox/chats?key={sandbox.key}"):
        async with bot.session.get(address, headers={"Host": "evil.example"}) as response:
            assert response.status in {400, 403}


async def test_the_control_side_needs_its_key(sandbox: SandboxClient, bot: RawBot) -> None:
    async with bot.session.get(f"{sandbox.control_url}/sandbox/chats") as response:
        assert response.status == 403
    async with bot.session.get(f"{sandbox.control_url}/sandbox/chats", params={"key": "wrong"}) as response:
        assert response.status == 403


async def test_the_log_of_calls_never_shows_the_token(sandbox: SandboxClient, bot: RawBot) -> None:
    await bot.result("sendMessage", chat_id=await sandbox.user(), text="x")
    calls = await sandbox.calls("sendMessage")
    assert calls[0]["status"] == 200
    assert sandbox.token not in str(await sandbox.calls())
