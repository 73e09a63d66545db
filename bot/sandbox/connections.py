"""The Bot API's listening port: breaks connections on order, and goes away for a while."""

import asyncio
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field

import uvicorn

from bot.sandbox.ports import BACKLOG, free_socket


@dataclass(slots=True)
class Listener:
    """One uvicorn server on one port of this machine."""

    server: uvicorn.Server
    bound: socket.socket
    port: int = field(init=False)
    _outage: asyncio.Task[None] | None = field(default=None)

    def __post_init__(self) -> None:
        self.port = int(self.bound.getsockname()[1])

    def break_connection(self, client: tuple[str, int] | None) -> None:
        """Resets the connection that `client` (host, port) holds."""
        for connection in list(self.server.server_state.connections):
            if getattr(connection, "client", None) == client:
                _reset(getattr(connection, "transport", None))

    def go_down(self, seconds: float) -> None:
        """Breaks every connection and refuses new ones for `seconds`."""
        if self._outage is None or self._outage.done():
            self._outage = asyncio.get_running_loop().create_task(self._stay_away(seconds))

    async def close(self) -> None:
        """Ends an outage that is under way."""
        if self._outage is not None:
            self._outage.cancel()
            await asyncio.gather(self._outage, return_exceptions=True)

    async def _stay_away(self, seconds: float) -> None:
        for listening in self.server.servers:
            listening.close()
        for connection in list(self.server.server_state.connections):
            _reset(getattr(connection, "transport", None))
        await asyncio.sleep(seconds)
        self.bound = free_socket(self.port)
        config, state = self.server.config, self.server.server_state
        protocol: Callable[..., asyncio.Protocol] = config.http_protocol_class
        listening = await asyncio.get_running_loop().create_server(
            lambda: protocol(config=config, server_state=state, app_state={}),
            sock=self.bound,
            backlog=BACKLOG,
        )
        self.server.servers = [listening]


def _reset(transport: asyncio.BaseTransport | None) -> None:
    """Ends a connection with a reset instead of a farewell."""
    if not isinstance(transport, asyncio.Transport) or transport.is_closing():
        return
    connected = transport.get_extra_info("socket")
    if connected is not None:
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
