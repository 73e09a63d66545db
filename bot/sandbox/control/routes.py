"""The control side's HTTP: acts by POST, looks by GET, a stream of events; only for who knows the key."""

import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox.connections import Listener
from bot.sandbox.control import orders
from bot.sandbox.control.acting import ACTS
from bot.sandbox.control.looking import LOOKS, message_json
from bot.sandbox.faults import FaultKind
from bot.sandbox.refusals import ApiRefusal
from bot.sandbox.sandbox import Sandbox

KEY_HEADER = "x-sandbox-key"
LONGEST_WAIT_SECONDS = 60.0
PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}
MESSAGE_EVENTS = frozenset({"message", "edited", "reaction"})

Extra = Callable[[bytes], Awaitable[Any]]


class ControlSide:
    """The routes under /sandbox/. `key` must come with every request, as a header or as the query's `key`.

    `extras` are further acts by their names: what the demo adds. Each gets the body and gives what JSON can hold.
    """

    def __init__(self, sandbox: Sandbox, listener: Listener, key: str, extras: Mapping[str, Extra]) -> None:
        self._sandbox = sandbox
        self._extras = extras
        self._listener = listener
        self._key = key

    def routes(self) -> list[Route]:
        """All of them, fit for a Starlette application."""
        table: list[tuple[str, str, Callable[[Request], Awaitable[Response]]]] = [
            ("/sandbox/faults", "POST", self._order_fault),
            ("/sandbox/faults", "DELETE", self._clear_faults),
            ("/sandbox/switches", "POST", self._switch),
            ("/sandbox/redeliver", "POST", self._redeliver),
            ("/sandbox/changes", "GET", self._wait_for_change),
            ("/sandbox/events", "GET", self._stream),
            ("/sandbox/file", "GET", self._file),
            ("/sandbox/{name}", "POST", self._act),
            ("/sandbox/{name}", "GET", self._look),
        ]
        return [Route(path, self._guarded(endpoint), methods=[method]) for path, method, endpoint in table]

    def _guarded(self, endpoint: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            given = request.headers.get(KEY_HEADER) or request.query_params.get("key") or ""
            if not hmac.compare_digest(given.encode(), self._key.encode()):
                return _refused(403, "the sandbox's key is missing or wrong")
            try:
                return await endpoint(request)
            except ApiRefusal as refusal:
                return _refused(refusal.code, refusal.description)
            except ValidationError as error:
                problems = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
                return _refused(422, problems)
            except ValueError as error:
                return _refused(422, str(error))

        return answer

    async def _act(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name in self._extras:
            return JSONResponse(await self._extras[name](await request.body()))
        act = ACTS.get(name)
        if act is None:
            return _refused(404, "no such act")
        kind, perform = act
        return JSONResponse(perform(self._sandbox, kind.model_validate_json(await request.body() or b"{}")))

    async def _look(self, request: Request) -> Response:
        look = LOOKS.get(request.path_params["name"])
        if look is None:
            return _refused(404, "nothing to see under this name")
        return JSONResponse(look(self._sandbox, request.query_params))

    async def _file(self, request: Request) -> Response:
        file = self._sandbox.files.known(request.query_params.get("id", ""))
        kind = next(
            (kind for start, kind in PICTURES.items() if file.content.startswith(start)), "application/octet-stream"
        )
        return Response(file.content, media_type=kind, headers={"X-Content-Type-Options": "nosniff"})

    async def _order_fault(self, request: Request) -> Response:
        order = orders.FaultOrder.model_validate_json(await request.body())
        if order.kind is FaultKind.DOWN:
            self._listener.go_down(order.seconds)
            return JSONResponse({"id": 0})
        fault = self._sandbox.faults.order(**order.model_dump())
        return JSONResponse({"id": fault.fault_id})

    async def _clear_faults(self, request: Request) -> Response:
        self._sandbox.faults.clear()
        return JSONResponse({})

    async def _switch(self, request: Request) -> Response:
        switches = orders.Switches.model_validate_json(await request.body())
        if switches.flood_limits is not None:
            self._sandbox.flood.switched_on = switches.flood_limits
        if switches.privacy_mode is not None:
            self._sandbox.world.privacy_mode = switches.privacy_mode
        return JSONResponse(
            {"flood_limits": self._sandbox.flood.switched_on, "privacy_mode": self._sandbox.world.privacy_mode}
        )

    async def _redeliver(self, request: Request) -> Response:
        order = orders.Redelivery.model_validate_json(await request.body())
        return JSONResponse({"redelivered": self._sandbox.updates.add_again(order.update_id)})

    async def _wait_for_change(self, request: Request) -> Response:
        seen = int(request.query_params.get("seen", 0))
        seconds = min(float(request.query_params.get("seconds", 1)), LONGEST_WAIT_SECONDS)
        chat = int(request.query_params["chat"]) if "chat" in request.query_params else None
        return JSONResponse({"changes": await self._sandbox.events.wait_past(seen, seconds, chat)})

    async def _stream(self, request: Request) -> Response:
        return StreamingResponse(self._lines(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _lines(self) -> AsyncIterator[str]:
        queue = self._sandbox.events.watch()
        try:
            yield ": open\n\n"
            while True:
                yield f"data: {json.dumps(self._told(await queue.get()))}\n\n"
        finally:
            self._sandbox.events.unwatch(queue)

    def _told(self, event: dict[str, Any]) -> dict[str, Any]:
        """The event as the page gets it: with the message that it is about."""
        if event["kind"] not in MESSAGE_EVENTS:
            return event
        return event | {"message": message_json(self._sandbox, event["chat"], event["message_id"])}


def _refused(status: int, problem: str) -> JSONResponse:
    return JSONResponse({"problem": problem}, status_code=status)
