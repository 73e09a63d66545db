"""The Bot API over HTTP: /bot<token>/METHOD and the download of files."""

import asyncio
import json
import math
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.methods.catalogue import METHODS, WAITING_METHODS
from bot.sandbox.parameters import JsonObject, Parameters, read_parameters
from bot.sandbox.refusals import ApiRefusal, not_found, too_many_requests
from bot.sandbox.sandbox import Sandbox

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

LONGEST_SILENCE_SECONDS = 300.0
UNLOGGED = frozenset({"getupdates"})


class Breaker(Protocol):
    """Whoever can reset a caller's connection."""

    def break_connection(self, client: tuple[str, int] | None) -> None:
        """Resets the connection of this caller."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP status with a JSON body in Telegram's form."""

    status: int
    body: JsonObject

    @staticmethod
    def of(refusal: ApiRefusal) -> "Reply":
        """The refusal as Telegram words it."""
        body: JsonObject = {"ok": False, "error_code": refusal.code, "description": refusal.description}
        if refusal.parameters:
            body["parameters"] = refusal.parameters
        return Reply(refusal.code, body)


class BotApi:
    """An ASGI application; `breaker` resets connections for faults. Answers only to a loopback Host."""

    def __init__(self, sandbox: Sandbox, breaker: Breaker) -> None:
        self._sandbox = sandbox
        self._breaker = breaker
        self._prefix = f"/bot{sandbox.token}/"
        self._file_prefix = f"/file/bot{sandbox.token}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one call."""
        if scope["type"] != "http":
            return
        path: str = scope["path"]
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if not is_loopback(headers.get(b"host", b"")):
            await _send_json(send, Reply.of(ApiRefusal(403, "Forbidden")))
        elif path.startswith(self._prefix):
            await self._call(scope, headers, receive, send, path[len(self._prefix) :])
        elif path.startswith(self._file_prefix):
            await self._download(send, path[len(self._file_prefix) :])
        else:
            is_token = path.startswith("/bot") and path.count("/") == 2 and ":" in path
            await _send_json(send, Reply.of(ApiRefusal(401, "Unauthorized") if is_token else not_found()))

    async def _call(self, scope: Scope, headers: dict[bytes, bytes], receive: Receive, send: Send, name: str) -> None:
        sandbox = self._sandbox
        began_at = sandbox.clock()
        body = await _read_body(receive)
        try:
            parameters = read_parameters(
                scope["query_string"], headers.get(b"content-type", b"").decode("latin-1"), body
            )
        except ApiRefusal as refusal:
            parameters, reply, fault = Parameters(), Reply.of(refusal), None
        else:
            fault = sandbox.faults.hit(name.lower(), _chat_of(parameters)) if sandbox.faults.ordered else None
            reply = await self._run(name.lower(), parameters, fault, receive)
        is_answered = fault is None or fault.kind not in {FaultKind.RESET, FaultKind.LOST, FaultKind.SWALLOW}
        self._log(name, parameters, began_at, reply, is_answered, fault)
        if is_answered:
            await _send_json(send, reply)
        elif fault is not None and fault.kind is FaultKind.RESET:
            self._breaker.break_connection(scope.get("client"))
        else:
            await _until_gone(receive, LONGEST_SILENCE_SECONDS)

    async def _run(self, name: str, parameters: Parameters, fault: Fault | None, receive: Receive) -> Reply:
        if fault is not None:
            reply = await self._faulty(fault)
            if reply is not None:
                return reply
        try:
            if name in WAITING_METHODS:
                result = await self._wait(name, parameters, receive)
            elif name in METHODS:
                result = METHODS[name](self._sandbox, parameters)
            else:
                raise not_found()
        except ApiRefusal as refusal:
            return Reply.of(refusal)
        return Reply(200, {"ok": True, "result": result})

    async def _faulty(self, fault: Fault) -> Reply | None:
        """What the fault answers in the method's place; None where the method runs all the same."""
        match fault.kind:
            case FaultKind.FLOOD:
                return Reply.of(too_many_requests(max(1, math.ceil(self._sandbox.faults.seconds_left(fault)))))
            case FaultKind.ERROR:
                return Reply.of(ApiRefusal(fault.status, fault.text or "Internal Server Error"))
            case FaultKind.REFUSE:
                return Reply.of(ApiRefusal(fault.status, fault.text))
            case FaultKind.SLOW:
                await asyncio.sleep(fault.seconds)
                return None
            case FaultKind.RESET | FaultKind.LOST:
                return Reply(0, {})
            case _:
                return None

    async def _wait(self, name: str, parameters: Parameters, receive: Receive) -> Any:
        """Runs a long poll until it ends or its caller is gone; then nobody gets the updates, and they stay."""
        polling = asyncio.ensure_future(WAITING_METHODS[name](self._sandbox, parameters))
        leaving = asyncio.ensure_future(receive())
        try:
            await asyncio.wait({polling, leaving}, return_when=asyncio.FIRST_COMPLETED)
            return polling.result() if polling.done() else []
        finally:
            for task in (polling, leaving):
                task.cancel()
            await asyncio.gather(polling, leaving, return_exceptions=True)

    async def _download(self, send: Send, path: str) -> None:
        file = self._sandbox.files.by_path.get(path)
        if file is None:
            await _send_json(send, Reply.of(not_found()))
        else:
            await _send_bytes(send, 200, file.content, [(b"content-type", b"application/octet-stream")])

    def _log(
        self,
        name: str,
        parameters: Parameters,
        began_at: float,
        reply: Reply,
        is_answered: bool,
        fault: Fault | None,
    ) -> None:
        if name.lower() in UNLOGGED and reply.status == 200:
            return
        values = parameters.values
        if parameters.files:
            values = {**values, **{key: f"<{len(file.content)} bytes>" for key, file in parameters.files.items()}}
        status = reply.status if is_answered else 0
        kind = str(fault.kind) if fault is not None else None
        call = self._sandbox.journal.add(name, values, began_at, status, reply.body, kind)
        self._sandbox.events.tell("call", number=call.number)


def is_loopback(host: bytes) -> bool:
    """Whether a Host header names this machine, whatever the port."""
    name = host.rpartition(b":")[0] if b":" in host else host
    return name in {b"127.0.0.1", b"localhost"}


def _chat_of(parameters: Parameters) -> int | None:
    return parameters.integer("chat_id") or None


async def _read_body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    pieces = [body]
    while message.get("more_body"):
        message = await receive()
        pieces.append(message.get("body", b""))
    return b"".join(pieces)


async def _until_gone(receive: Receive, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        return


async def _send_json(send: Send, reply: Reply) -> None:
    headers = [(b"content-type", b"application/json")]
    seconds = reply.body.get("parameters", {}).get("retry_after") if reply.status == 429 else None
    if seconds is not None:
        headers.append((b"retry-after", str(seconds).encode()))
    await _send_bytes(send, reply.status, json.dumps(reply.body, separators=(",", ":")).encode(), headers)


async def _send_bytes(send: Send, status: int, content: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    headers.append((b"content-length", str(len(content)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})
