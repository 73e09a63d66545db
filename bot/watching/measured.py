"""Parts of the bot that count what they do; each stands in the place of the part that it extends or wraps."""

import re
import time
from collections.abc import Awaitable
from http import HTTPStatus
from typing import Any

from telegram._utils.types import ODVInput
from telegram.error import RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.receiving.updates import InChatOrder, UpdateQueue
from bot.sending.http_client import NotDelivered, telegram_parameters
from bot.sending.outcomes import seconds_of
from bot.watching.metrics import Metrics
from knowledge.answering.indexing.library import Library
from knowledge.answering.remembering import RememberingAnswerer
from knowledge.model.answer import Answer, Question
from knowledge.model.status import status_of

METHOD = re.compile(r"/([A-Za-z]+)\Z")
MESSAGES = ("send", "copy", "forward", "edit")
NO_MESSAGE = "sendChatAction"
POLLING = "getUpdates"


class MeasuredAnswerer(RememberingAnswerer):
    """Counts answers by status, and how long the work for each took."""

    def __init__(self, library: Library, metrics: Metrics) -> None:
        super().__init__(library)
        self._metrics = metrics

    async def answer(self, question: Question) -> Answer:
        """The answer to `question`."""
        began = time.perf_counter()
        answer = await super().answer(question)
        self._metrics.answer_seconds.observe(time.perf_counter() - began)
        self._metrics.answers[status_of(answer).value] += 1
        return answer


class MeasuredUpdates(InChatOrder):
    """Counts updates that were handled to their end."""

    def __init__(self, queue: UpdateQueue, metrics: Metrics) -> None:
        super().__init__(queue)
        self._metrics = metrics

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handles one update."""
        await super().do_process_update(update, coroutine)
        self._metrics.updates += 1


class MeasuredRequest(BaseRequest):
    """Counts the calls that go through `client`, and notes when Telegram was last heard."""

    def __init__(self, client: BaseRequest, metrics: Metrics) -> None:
        self._client = client
        self._metrics = metrics

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take where the call does not say."""
        return self._client.read_timeout

    async def initialize(self) -> None:
        """Opens the client."""
        await self._client.initialize()

    async def shutdown(self) -> None:
        """Closes the client."""
        await self._client.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call, counted by its method and what came of it."""
        name, began = name_of(url, method), time.monotonic()
        outcome = "broken off"
        try:
            status, payload = await self._client.do_request(
                url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
            )
            outcome = self._answered(name, status, payload)
        except RetryAfter as error:
            outcome = "flood"
            self._metrics.flooded(seconds_of(error))
            raise
        except NotDelivered:
            outcome = "undelivered"
            raise
        except TimedOut:
            outcome = "unsure"
            raise
        finally:
            self._metrics.calls[name, outcome] += 1
            if name != POLLING:
                self._metrics.call_seconds.observe(time.monotonic() - began)
        return status, payload

    def _answered(self, name: str, status: int, payload: bytes) -> str:
        """Notes an answer; its outcome in one word."""
        now = time.monotonic()
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            seconds = (telegram_parameters(payload) or {}).get("retry_after")
            self._metrics.flooded(float(seconds) if isinstance(seconds, int | float) else 0.0)
            return "flood"
        if status >= HTTPStatus.BAD_REQUEST:
            return "refused"
        self._metrics.last_reached = now
        if name == POLLING:
            self._metrics.last_heard = now
        elif name.startswith(MESSAGES) and name != NO_MESSAGE:
            self._metrics.message_sent(now)
        return "ok"


def name_of(url: str, method: str) -> str:
    """The Bot API's method that is called; "file" for a download. No other part of the address, which is secret."""
    found = METHOD.search(url)
    return found[1] if found and method == "POST" else "file"
