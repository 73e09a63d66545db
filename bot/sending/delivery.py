"""Drains the outbox: takes what is due, keeps order inside a chat, waits while Telegram is away."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.sending.limiter import Limiter
from bot.sending.posting import Posting
from knowledge.alerts.fan_out import FanOut
from knowledge.model.alert import OutboxRow, Outcome, Undelivered, Unsure
from knowledge.store.outbox import OutboxStore

LOGGER = logging.getLogger(__name__)
LOOK_EVERY_SECONDS = 0.5  # other processes may publish too
FEWEST_IN_HAND, MOST_IN_HAND = 16, 500
SECONDS_IN_HAND = 2.5  # of the rate: so many alerts may wait for their turn or for Telegram at once
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 8.0
GRACE_SECONDS = 5.0
MANY_UNSURE = 20  # answers in a row that never came


class Delivery:
    """The loop that sends alerts; `async with` it, `run` it in a task, `wake` it when something was published."""

    def __init__(
        self,
        outbox: OutboxStore,
        fan_out: FanOut,
        posting: Posting,
        limiter: Limiter,
        clock: Callable[[], datetime],
        alerts_per_second: float,
        noted: Callable[[Outcome | None], None] = lambda outcome: None,
    ) -> None:
        self._outbox = outbox
        self._fan_out = fan_out
        self._posting = posting
        self._limiter = limiter
        self._clock = clock
        self._noted = noted
        self._most = min(max(FEWEST_IN_HAND, int(alerts_per_second * SECONDS_IN_HAND)), MOST_IN_HAND)
        self._under_way: dict[int, asyncio.Task[None]] = {}  # by chat: one at a time keeps their order
        self._awake = asyncio.Event()
        self._failures = 0
        self._unsure = 0
        self._away_until: datetime | None = None

    def wake(self) -> None:
        """Something may be due."""
        self._awake.set()

    async def start(self) -> None:
        """Takes up what an earlier process left; call it before `run`."""
        if left := await self._outbox.start(self._clock()):
            LOGGER.info("Marked %d alerts that were sent just before the last stop.", left)

    async def run(self) -> None:
        """Delivers until cancelled."""
        while True:
            self._awake.clear()
            busy = False
            try:
                busy = await self._fan_out.go_on(self._clock())
                await self._start_due()
            except Exception:
                # The loop's top: a full disk or a locked file passes, and the alerts must go on then.
                LOGGER.exception("The outbox could not be worked on; trying again.")
            await self._rest(busy=busy)

    async def stop(self) -> None:
        """Lets calls that are under way end, hands everything else back to the outbox."""
        self._limiter.stop_alerts()
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=GRACE_SECONDS)
        for task in tuple(self._under_way.values()):
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        await self._outbox.close()

    async def _rest(self, *, busy: bool) -> None:
        """Waits for a wake, for what is due next, or half a second; only for a moment while the fan-out has work."""
        if busy:
            await asyncio.sleep(0)
            return
        due = await self._outbox.next_due(self._clock())
        soon = (due - self._clock()).total_seconds() if due else LOOK_EVERY_SECONDS
        try:
            async with asyncio.timeout(min(max(soon, 0.0), LOOK_EVERY_SECONDS)):
                await self._awake.wait()
        except TimeoutError:
            pass

    async def _start_due(self) -> None:
        """Starts sending what is due, as far as there are free hands."""
        now = self._clock()
        room = self._room(now) - len(self._under_way)
        if room <= 0 or (self._under_way and room < self._most // 2):  # several in one query
            return
        for row in await self._outbox.due(now, 2 * self._most, busy=self._under_way):
            if room and row.subscription.chat not in self._under_way:
                self._under_way[row.subscription.chat] = asyncio.create_task(self._deliver(row), name="alert")
                room -= 1

    def _room(self, now: datetime) -> int:
        """How many alerts may be under way: one, to try, while Telegram does not answer."""
        if self._away_until is None:
            return self._most
        return 1 if now >= self._away_until else 0

    async def _deliver(self, row: OutboxRow) -> None:
        try:
            self._note(await self._posting.deliver(row))
        except Exception:
            # The loop's top for one alert: what is wrong with it must not stop the others.
            LOGGER.exception("Alert %d could not be handled.", row.id)
            await self._outbox.give_up(row.id, "A fault of the bot; see its log.")
        finally:
            del self._under_way[row.subscription.chat]
            self._awake.set()

    def _note(self, outcome: Outcome | None) -> None:
        """Pauses everything, longer each time, while Telegram as a whole does not answer."""
        self._noted(outcome)
        match outcome:
            case Undelivered(_, everywhere=True):
                self._pause()
            case Unsure():
                self._unsure += 1
                if self._unsure >= MANY_UNSURE:
                    self._pause()
            case None:
                pass
            case _:
                self._failures, self._unsure, self._away_until = 0, 0, None

    def _pause(self) -> None:
        now = self._clock()
        if self._away_until is not None and now < self._away_until:
            return  # one of those that were under way together with the one that failed first
        wait = min(FIRST_PAUSE_SECONDS * 2**self._failures, LONGEST_PAUSE_SECONDS)
        self._failures = min(self._failures + 1, 10)
        self._away_until = now + timedelta(seconds=wait)
