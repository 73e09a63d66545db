"""What the check-up says of Telegram: one sentence whatever the server does, and never the token."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bot.checkup import telegram_reach
from bot.checkup.finding import Level
from bot.checkup.telegram_reach import telegram_findings
from bot.settings import Settings, read_settings

TOKEN = "123456:not-a-real-one"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def server(handler: Handler) -> AsyncIterator[str]:
    """The base address of a Bot API server that answers everything with `handler`."""
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}/bot"
    finally:
        await runner.cleanup()


def settings(api_url: str, token: str = TOKEN) -> Settings:
    """Settings with a token and a server."""
    return read_settings({"STORYLINE_TOKEN": token, "STORYLINE_API_URL": api_url}, Path("/nonexistent/.env"))


async def known(request: web.Request) -> web.Response:
    """Telegram's answer to a token that it knows."""
    assert request.path == f"/bot{TOKEN}/getMe"
    return web.json_response({"ok": True, "result": {"id": 1, "is_bot": True, "username": "story_bot"}})


async def unknown(_: web.Request) -> web.Response:
    """Telegram's answer to a token that it does not know."""
    return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)


async def broken(_: web.Request) -> web.Response:
    """What something else than Telegram answers."""
    return web.Response(text="<h1>Welcome to nginx</h1>")


async def silent(_: web.Request) -> web.Response:
    """Takes longer than anyone waits."""
    await asyncio.sleep(5)
    return web.Response()


@pytest.mark.parametrize(
    ("handler", "level", "said"),
    [
        (known, Level.GOOD, "@story_bot"),
        (unknown, Level.BAD, "does not know the token"),
        (broken, Level.BAD, "something else than JSON"),
        (silent, Level.BAD, "did not answer"),
    ],
)
async def test_each_reply_of_the_server_becomes_one_sentence(
    handler: Handler, level: Level, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_reach, "SECONDS", 0.3)
    async with server(handler) as address:
        (finding,) = await telegram_findings(settings(address))
    assert finding.level is level
    assert said in finding.sentence
    assert TOKEN not in finding.sentence


async def test_a_server_that_is_not_there_is_named_without_the_token() -> None:
    (finding,) = await telegram_findings(settings("http://127.0.0.1:9/bot"))
    assert finding.level is Level.BAD
    assert finding.sentence.startswith("http://127.0.0.1:9 cannot be reached")
    assert TOKEN not in finding.sentence


async def test_without_a_token_nobody_is_asked() -> None:
    assert await telegram_findings(settings("http://127.0.0.1:9/bot", token="")) == []
