"""A uvicorn server that lives inside a block: it leaves the process's signals alone and ends at once."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn

READY_CHECK_SECONDS = 0.002


class OwnedServer(uvicorn.Server):
    """Whoever started it ends it, by `leave`; connections that are open then are cut."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._leaving = asyncio.Event()

    def leave(self) -> None:
        """Ends the server."""
        self._leaving.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the process."""
        yield

    async def main_loop(self) -> None:
        """Waits for the end instead of looking ten times a second whether it has come."""
        await self._leaving.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Cuts every connection and waits for the requests that were under way."""
        for listening in self.servers:
            listening.close()
        for connection in list(self.server_state.connections):
            transport = getattr(connection, "transport", None)
            if isinstance(transport, asyncio.Transport):
                transport.abort()
        tasks = list(self.server_state.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@contextlib.asynccontextmanager
async def serving(server: OwnedServer, bound: socket.socket) -> AsyncIterator[None]:
    """Serves on a bound socket while the block runs."""
    task = asyncio.get_running_loop().create_task(server.serve(sockets=[bound]))
    try:
        while not server.started:
            if task.done():
                await task
                raise RuntimeError("the server ended before it began")
            await asyncio.sleep(READY_CHECK_SECONDS)
        yield
    finally:
        server.leave()
        await asyncio.gather(task, return_exceptions=True)
