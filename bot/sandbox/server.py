"""The stand-in as two servers on this machine: the Bot API on one port, its control side and page on another."""

import contextlib
import secrets
import socket
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from bot.sandbox.api import BotApi
from bot.sandbox.connections import Listener
from bot.sandbox.control.routes import ControlSide, Extra
from bot.sandbox.owned_server import OwnedServer, serving
from bot.sandbox.pages import page_routes
from bot.sandbox.ports import LOOPBACK, address_of, free_socket
from bot.sandbox.sandbox import DEFAULT_TOKEN, Sandbox
from bot.sandbox.webhook import pushing

IDLE_CONNECTION_SECONDS = 75


@dataclass(frozen=True, slots=True)
class RunningSandbox:
    """A stand-in that is up: where it is, and the key to its control side."""

    sandbox: Sandbox
    token: str
    api_url: str
    api_file_url: str
    control_url: str
    key: str

    def as_json(self) -> dict[str, str]:
        """What the ready file says."""
        return {
            "token": self.token,
            "api_url": self.api_url,
            "api_file_url": self.api_file_url,
            "control_url": self.control_url,
            "key": self.key,
        }


@contextlib.asynccontextmanager
async def running_sandbox(
    *,
    port: int | socket.socket = 0,
    control_port: int | socket.socket = 0,
    token: str = DEFAULT_TOKEN,
    extras: Mapping[str, Extra] | None = None,
) -> AsyncIterator[RunningSandbox]:
    """Runs both servers while the block runs.

    A port of 0 means any free one; a port may be given as a bound socket too. `extras` as in ControlSide.
    Raises OSError for a port in use.
    """
    sandbox = Sandbox(time.time, token)
    key = secrets.token_urlsafe(24)
    with contextlib.ExitStack() as sockets:
        api_socket = sockets.enter_context(contextlib.closing(_bound(port)))
        control_socket = sockets.enter_context(contextlib.closing(_bound(control_port)))
        switch = _LateBreaker()
        api_server = _server(BotApi(sandbox, switch))
        switch.listener = listener = Listener(api_server, api_socket)
        control_server = _server(_control_application(ControlSide(sandbox, listener, key, extras or {}), key))
        async with serving(api_server, api_socket), serving(control_server, control_socket), pushing(sandbox):
            try:
                yield _where(sandbox, key, address_of(api_socket), address_of(control_socket))
            finally:
                await listener.close()


def _where(sandbox: Sandbox, key: str, api: str, control: str) -> RunningSandbox:
    return RunningSandbox(sandbox, sandbox.token, f"{api}/bot", f"{api}/file/bot", control, key)


def _control_application(control: ControlSide, key: str) -> Starlette:
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=[LOOPBACK, "localhost"])
    return Starlette(routes=[*control.routes(), *page_routes(key)], middleware=[hosts])


def _bound(port: int | socket.socket) -> socket.socket:
    return port if isinstance(port, socket.socket) else free_socket(port)


class _LateBreaker:
    """Stands between the application, which is made first, and the listener, which needs it."""

    def __init__(self) -> None:
        self.listener: Listener | None = None

    def break_connection(self, client: tuple[str, int] | None) -> None:
        if self.listener is not None:
            self.listener.break_connection(client)


def _server(application: object) -> OwnedServer:
    return OwnedServer(
        uvicorn.Config(
            application,  # type: ignore[arg-type]
            log_config=None,
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=IDLE_CONNECTION_SECONDS,
        )
    )
