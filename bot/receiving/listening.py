"""Servers of the running bot: which address they listen at, and their life."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from knowledge.errors import InvalidSettings

SHUTDOWN_SECONDS = 3.0  # for requests that are under way when the bot stops


def address_of(text: str, setting: str) -> tuple[str, int]:
    """Host and port of "HOST:PORT" or "[IPV6]:PORT". Raises InvalidSettings naming `setting`."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65_536:
        raise InvalidSettings(f"{setting} has no usable value: write HOST:PORT, such as 127.0.0.1:8080.")
    return host.removeprefix("[").removesuffix("]"), int(port)


@asynccontextmanager
async def listening(application: web.Application, address: tuple[str, int], setting: str) -> AsyncIterator[None]:
    """Serves plain HTTP at `address` inside the block. Raises InvalidSettings where that address cannot be had."""
    runner = web.AppRunner(application, handle_signals=False, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, *address).start()
        except OSError as error:
            raise InvalidSettings(f"{setting} cannot be listened at: {error.strerror}.") from error
        yield
    finally:
        await runner.cleanup()
