"""A connection to the control side of a running stand-in, and how to wait for something there."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.sandbox.control.routes import KEY_HEADER

JsonObject = dict[str, Any]

PATIENCE_SECONDS = 10.0
LONGEST_PAUSE_SECONDS = 0.5


class SandboxProblem(AssertionError):
    """The control side refused a request, or something that was waited for did not come."""


class ControlConnection:
    """A connection to the control side of a running stand-in. Use it as `async with`."""

    def __init__(self, control_url: str, key: str, *, token: str, api_url: str, api_file_url: str) -> None:
        self.control_url = control_url
        self.key = key
        self.token = token
        self.api_url = api_url
        self.api_file_url = api_file_url
        self._session: aiohttp.ClientSession | None = None

    @classmethod
    def of_ready_file(cls, path: Path) -> Self:
        """A client for the stand-in that wrote this file (`python -m bot.sandbox --ready-file PATH`)."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            self.control_url, headers={KEY_HEADER: self.key}, connector=aiohttp.TCPConnector(limit=0)
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def request(self, method: str, path: str, **details: Any) -> Any:
        """One request to the control side. Raises SandboxProblem, in its sentence, where it is refused."""
        if self._session is None:
            raise SandboxProblem("the client is not open: use it as `async with`")
        async with self._session.request(method, f"/sandbox/{path}", **details) as response:
            body = await response.json()
            if response.status != 200:
                raise SandboxProblem(f"{path}: {body.get('problem', response.status)}")
            return body

    async def act(self, path: str, **order: Any) -> Any:
        """Lets something happen; what is None is left out of the order."""
        given = {key: value for key, value in order.items() if value is not None}
        return await self.request("POST", path, json=given)

    async def look(self, name: str, **query: Any) -> Any:
        """Reads something; what is None is left out of the query."""
        given = {key: str(value) for key, value in query.items() if value is not None}
        return await self.request("GET", name, params=given)

    async def wait(
        self, look: Callable[[], Any], enough: Callable[[Any], bool], seconds: float, chat: int | None = None
    ) -> Any:
        """Looks again whenever something has happened (in `chat`, if given) until what is found is enough; gives that.

        Raises SandboxProblem, with what there is instead, after `seconds`.
        """
        deadline = time.monotonic() + seconds
        seen = (await self.look("changes", seen=-1, seconds=0, chat=chat))["changes"]
        while True:
            found = await look()
            if enough(found):
                return found
            left = deadline - time.monotonic()
            if left <= 0:
                shown = json.dumps(found, ensure_ascii=False)[:2000]
                raise SandboxProblem(f"waited {seconds} s in vain; there is: {shown}")
            pause = round(min(left, LONGEST_PAUSE_SECONDS), 3)
            seen = (await self.look("changes", seen=seen, seconds=pause, chat=chat))["changes"]
