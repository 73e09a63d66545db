"""A bot without a library: calls the sandbox's Bot API directly, for tests of the sandbox itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.sandbox.client import SandboxClient


class RawBot:
    """Calls methods by their names and gives the HTTP status and the whole answer."""

    def __init__(self, sandbox: SandboxClient, session: aiohttp.ClientSession) -> None:
        self.sandbox = sandbox
        self.session = session
        self.base = f"{sandbox.api_url}{sandbox.token}"
        self.headers: dict[str, str] = {}

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer's JSON; `ok` says whether it was granted."""
        async with self.session.post(f"{self.base}/{method}", json=parameters) as response:
            self.headers = dict(response.headers)
            return dict(await response.json())

    async def result(self, method: str, **parameters: Any) -> Any:
        """The result of a call that must be granted."""
        answer = await self.call(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **parameters: Any) -> str:
        """The description of a call that must be refused."""
        answer = await self.call(method, **parameters)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def updates(self, **parameters: Any) -> list[dict[str, Any]]:
        """What getUpdates gives."""
        return list(await self.result("getUpdates", **parameters))


@asynccontextmanager
async def raw_bot(sandbox: SandboxClient) -> AsyncIterator[RawBot]:
    """A raw bot on `sandbox`."""
    async with aiohttp.ClientSession() as session:
        yield RawBot(sandbox, session)
