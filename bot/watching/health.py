"""Whether the bot is well, for whoever watches it over HTTP: /health in JSON, /metrics for Prometheus."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from importlib.metadata import version

from aiohttp import web

from bot.receiving.listening import address_of, listening
from bot.watching.metrics import Metrics
from knowledge.errors import StoreError
from knowledge.store.database import Database
from knowledge.store.vital_signs import VitalSigns, vital_signs

LONGEST_SILENCE_SECONDS = 90.0  # a poll takes ten, a look at the webhook comes every thirty
LONGEST_STANDSTILL_SECONDS = 600.0  # alerts are due and none has gone out
DATABASE_SECONDS = 5.0
PLAIN = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the bot found; `signs` is None where the database does not answer. Durations in seconds."""

    signs: VitalSigns | None
    silence: float | None
    backlog: float
    since_message: float | None
    seconds_up: float

    @property
    def hears(self) -> bool:
        """Whether Telegram hands over updates."""
        return self.silence is not None and self.silence < LONGEST_SILENCE_SECONDS

    @property
    def sends(self) -> bool:
        """Whether alerts that are due go out."""
        quiet = self.seconds_up if self.since_message is None else self.since_message
        return min(self.backlog, quiet) < LONGEST_STANDSTILL_SECONDS

    @property
    def is_well(self) -> bool:
        """Whether everything works."""
        return self.signs is not None and self.hears and self.sends


class Health:
    """Looks at the running bot when asked."""

    def __init__(self, database: Database, metrics: Metrics) -> None:
        self._database = database
        self._metrics = metrics
        self._began = time.monotonic()
        self._version = version("storyline")

    async def look(self) -> Look:
        """How the bot is now."""
        now, moment = time.monotonic(), datetime.now(UTC)
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                signs = await vital_signs(self._database, moment)
        except (StoreError, OSError, TimeoutError):
            signs = None
        heard, sent = self._metrics.last_heard or self._metrics.last_reached, self._metrics.last_message
        oldest = signs.oldest_due if signs else None
        return Look(
            signs=signs,
            silence=None if heard is None else now - heard,
            backlog=(moment - oldest).total_seconds() if oldest else 0.0,
            since_message=None if sent is None else now - sent,
            seconds_up=now - self._began,
        )

    async def health(self, request: web.Request) -> web.Response:
        """200 where everything works, else 503; the body says what does not."""
        look = await self.look()
        body = {
            "status": "well" if look.is_well else "failing",
            "version": self._version,
            "seconds_up": round(look.seconds_up, 1),
            "checks": {
                "database": {"well": look.signs is not None},
                "updates": {"well": look.hears, "seconds_since_heard": rounded(look.silence)},
                "alerts": {
                    "well": look.sends,
                    "due": look.signs.due if look.signs else None,
                    "oldest_due_seconds": rounded(look.backlog),
                },
            },
        }
        return web.json_response(body, status=HTTPStatus.OK if look.is_well else HTTPStatus.SERVICE_UNAVAILABLE)

    async def metrics(self, request: web.Request) -> web.Response:
        """The counts since the start and the numbers of the moment."""
        return web.Response(body=(await self.page()).encode(), headers={"Content-Type": PLAIN})

    async def page(self) -> str:
        """All of them in Prometheus' text format."""
        look = await self.look()
        gauges: dict[str, tuple[str, float]] = {
            "well": ("1 where /health answers 200.", int(look.is_well)),
            "seconds_up": ("Since the process began.", look.seconds_up),
            "oldest_due_seconds": ("How long the oldest alert that is due has waited.", look.backlog),
        }
        if look.signs:
            gauges |= {
                "alerts_due": ("Alerts to be sent or edited now.", look.signs.due),
                "alerts_later": ("Alerts held for a digest, the morning or a retry.", look.signs.later),
                "alerts_dead": ("Alerts given up.", look.signs.dead),
                "subscriptions": ("Subscriptions that get alerts.", look.signs.subscriptions),
                "updates_waiting": ("Updates taken from Telegram and not handled yet.", look.signs.updates),
                "database_bytes": ("Size of the database with its write-ahead log.", look.signs.size),
            }
        return self._metrics.page(time.monotonic(), gauges)


@asynccontextmanager
async def watched(listen: str | None, database: Database, metrics: Metrics) -> AsyncIterator[None]:
    """Answers at `listen` inside the block, where that is set. Raises InvalidSettings for an unusable address."""
    if listen is None:
        yield
        return
    health = Health(database, metrics)
    application = web.Application(client_max_size=1024)
    application.router.add_get("/health", health.health)
    application.router.add_get("/metrics", health.metrics)
    async with listening(application, address_of(listen, "STORYLINE_HEALTH_LISTEN"), "STORYLINE_HEALTH_LISTEN"):
        yield


def rounded(seconds: float | None) -> float | None:
    """To a tenth."""
    return None if seconds is None else round(seconds, 1)
