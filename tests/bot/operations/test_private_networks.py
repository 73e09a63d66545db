"""Addresses that come from outside never lead the bot to a server of its own network."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.gathering.fetching import fetch
from bot.receiving.listening import listening
from knowledge.errors import UnreadableInput
from tests.bot.operations.places import free_address


@pytest.fixture
async def inner() -> AsyncIterator[str]:
    """HOST:PORT of a server of this machine; /away leads to its front page under another name."""
    address = free_address()
    port = address.partition(":")[2]

    async def front(request: web.Request) -> web.Response:
        return web.Response(text="inner")

    async def away(request: web.Request) -> web.Response:
        raise web.HTTPFound(f"http://localhost:{port}/")

    server = web.Application()
    server.router.add_get("/", front)
    server.router.add_get("/away", away)
    async with listening(server, ("127.0.0.1", int(port)), "the test's server"):
        yield address


async def test_an_address_that_a_person_named_may_be_private(inner: str) -> None:
    assert (await fetch(f"http://{inner}/")).body == b"inner"


async def test_an_address_that_a_feed_gave_may_not(inner: str) -> None:
    port = inner.partition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]"):
        with pytest.raises(UnreadableInput):
            await fetch(f"http://{host}:{port}/", named=False)


async def test_it_may_where_the_operator_says_so(inner: str) -> None:
    assert (await fetch(f"http://{inner}/", named=False, private=True)).body == b"inner"


async def test_a_named_address_does_not_lead_on_to_a_private_one(inner: str) -> None:
    with pytest.raises(UnreadableInput, match="private network"):
        await fetch(f"http://{inner}/away")
