"""A sandbox in a thread of the test's own process: up in milliseconds, with an event loop to itself."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

from bot.sandbox.client import SandboxClient
from bot.sandbox.server import RunningSandbox, running_sandbox

START_SECONDS = 20.0


@dataclass(slots=True)
class _Serving:
    ready: threading.Event = field(default_factory=threading.Event)
    loop: asyncio.AbstractEventLoop | None = None
    done: asyncio.Event | None = None
    running: RunningSandbox | None = None
    failure: BaseException | None = None

    def run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # handed to the test, which raises it
            self.failure = error
            self.ready.set()

    async def _serve(self) -> None:
        self.loop, self.done = asyncio.get_running_loop(), asyncio.Event()
        async with running_sandbox() as running:
            self.running = running
            self.ready.set()
            await self.done.wait()


@contextlib.contextmanager
def sandbox_in_thread() -> Iterator[RunningSandbox]:
    """Runs a sandbox beside the test while the block runs."""
    serving = _Serving()
    thread = threading.Thread(target=serving.run, name="sandbox")
    thread.start()
    try:
        if not serving.ready.wait(START_SECONDS) or serving.running is None:
            raise RuntimeError("the sandbox did not start") from serving.failure
        yield serving.running
    finally:
        if serving.loop is not None and serving.done is not None:
            serving.loop.call_soon_threadsafe(serving.done.set)
        thread.join(START_SECONDS)


@contextlib.asynccontextmanager
async def sandbox_client() -> AsyncIterator[SandboxClient]:
    """A fresh sandbox and a client that is connected to it."""
    with sandbox_in_thread() as running:
        async with SandboxClient(**running.as_json()) as client:
            yield client
