"""The pace of calls to Telegram: readers before alerts, flood waits kept, answers tried again after an outage."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.sending.http_client import NotDelivered
from bot.sending.outcomes import ChatHalted, seconds_of
from knowledge.alerts.pacing import Granted, Lane, Pacing, Wait
from knowledge.store.halts import EVERYONE, HaltStore

LOGGER = logging.getLogger(__name__)
HALT_MARGIN_SECONDS = 0.1  # Telegram counts from its own clock
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS, PATIENCE_SECONDS = 0.25, 10.0, 900.0
MESSAGES = ("send", "copy", "forward")  # calls that make messages; only these have a budget
FREE = ("sendChatAction",)

Result = bool | JSONDict | list[JSONDict]
Call = Callable[..., Coroutine[Any, Any, Result]]


class Limiter(BaseRateLimiter[Lane]):
    """Paces calls. A call of the readers' lane waits as long as it must; one of the alerts' lane is handed back to the
    outbox, which can wait without holding anything up."""

    def __init__(self, alerts_per_second: float, halts: HaltStore) -> None:
        self._pacing = Pacing[asyncio.Future[None]](alerts_per_second, time.monotonic())
        self._halts = halts
        self._changed = asyncio.Event()
        self._driver: asyncio.Task[None] | None = None
        self._alerts_waiting: set[asyncio.Future[None]] = set()
        self._no_more_alerts = False

    async def initialize(self) -> None:
        """Takes up the flood waits that a restart must not cut short."""
        now = datetime.now(UTC)
        for chat, until in (await self._halts.current(now)).items():
            end = time.monotonic() + (until - now).total_seconds()
            if chat == EVERYONE:
                self._pacing.halt_all(end)
            else:
                self._pacing.halt(chat, end)

    async def shutdown(self) -> None:
        """Stops handing out turns."""
        if self._driver is not None:
            self._driver.cancel()
            await asyncio.gather(self._driver, return_exceptions=True)

    def stop_alerts(self) -> None:
        """Hands back every alert that waits for its turn, and each that still comes: the bot is about to stop."""
        self._no_more_alerts = True
        for turn in tuple(self._alerts_waiting):
            if not turn.done():
                turn.set_exception(ChatHalted(0.0))

    async def process_request(
        self,
        callback: Call,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Result:
        """Makes the call when its turn has come."""
        lane = rate_limit_args if rate_limit_args is not None else Lane.READERS
        chat = data.get("chat_id")
        if not isinstance(chat, int) or endpoint in FREE:
            return await self._outlasting(lambda: callback(*args, **kwargs))
        budgeted = endpoint.startswith(MESSAGES)
        while True:
            await self._turn(chat, lane, budgeted=budgeted)
            try:
                if lane is Lane.ALERTS:
                    return await callback(*args, **kwargs)
                return await self._outlasting(lambda: callback(*args, **kwargs))
            except RetryAfter as error:
                await self._flooded(chat, seconds_of(error))
                if lane is Lane.ALERTS:
                    raise

    async def _turn(self, chat: int, lane: Lane, *, budgeted: bool) -> None:
        """Returns when the call may be made. Raises ChatHalted for alerts to a chat in a flood wait."""
        now = time.monotonic()
        while (halted := self._pacing.halted_until(chat)) > now:
            if lane is Lane.ALERTS:
                raise ChatHalted(halted - now)
            await asyncio.sleep(halted - now)
            now = time.monotonic()
        if not budgeted and lane is Lane.READERS:
            return
        if lane is Lane.READERS and self._pacing.try_now(chat, now):
            return
        if lane is Lane.ALERTS and self._no_more_alerts:
            raise ChatHalted(0.0)
        turn = asyncio.get_running_loop().create_future()
        if lane is Lane.ALERTS:
            self._alerts_waiting.add(turn)
            turn.add_done_callback(self._alerts_waiting.discard)
        self._pacing.add(turn, chat, lane)
        self._changed.set()
        if self._driver is None or self._driver.done():
            self._driver = asyncio.create_task(self._drive(), name="turns")
        try:
            await turn
        except asyncio.CancelledError:
            self._pacing.remove(turn, chat, lane)
            raise

    async def _drive(self) -> None:
        """Hands out turns while anybody waits."""
        while True:
            self._changed.clear()
            match self._pacing.next(time.monotonic()):
                case Granted(turn):
                    if not turn.done():
                        turn.set_result(None)
                    await asyncio.sleep(0)
                case Wait(None):
                    return
                case Wait(until):
                    await self._pause(until or 0.0)

    async def _pause(self, until: float) -> None:
        """Waits until the moment `until` or until somebody new stands in line."""
        try:
            async with asyncio.timeout(max(0.0, until - time.monotonic())):
                await self._changed.wait()
        except TimeoutError:
            pass

    async def _flooded(self, chat: int, seconds: float) -> None:
        """Keeps the flood wait here and in the database."""
        seconds += HALT_MARGIN_SECONDS
        now = time.monotonic()
        everything = self._pacing.flooded(chat, now + seconds, now)
        until = datetime.now(UTC) + timedelta(seconds=seconds)
        LOGGER.warning("Flood wait of %.0f s for %s.", seconds, "all chats" if everything else "one chat")
        await self._halts.keep(chat, until)
        if everything:
            await self._halts.keep(EVERYONE, until)

    async def _outlasting(self, call: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
        """Makes a call again while Telegram cannot be reached, for a quarter of an hour at most."""
        give_up = time.monotonic() + PATIENCE_SECONDS
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                return await call()
            except NotDelivered as error:
                if time.monotonic() + wait > give_up:
                    raise
                LOGGER.warning("%s Trying again in %.1f s.", error.message, wait)
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)
