"""Updates that Telegram pushes: checked, written to the durable queue, and only then confirmed."""

import asyncio
import hmac
import json
import logging
import re
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot, Update
from telegram.error import BadRequest, TelegramError

from bot.assembly import Assembled
from bot.receiving.listening import address_of, listening
from bot.receiving.updates import UpdateQueue
from bot.settings import Settings
from bot.watching.metrics import Metrics
from knowledge.errors import InvalidSettings

LOGGER = logging.getLogger(__name__)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
USABLE_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LARGEST_UPDATE = 1_048_576  # bytes
READING_SECONDS = 20.0
REGISTERING_SECONDS = 8.0
LOOK_EVERY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Address:
    """Where updates come in: the public address, the local one, and the secret that comes with each update."""

    url: str
    listen: tuple[str, int]
    secret: str

    @property
    def path(self) -> str:
        """The path that the server in front must keep."""
        return urlsplit(self.url).path or "/"


def webhook_address(settings: Settings) -> Address | None:
    """What the settings say of a webhook; None for long polling. A secret is made up where none is set.

    Raises InvalidSettings for an address or a secret that Telegram would refuse.
    """
    if settings.webhook_url is None:
        return None
    parts = urlsplit(settings.webhook_url)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise InvalidSettings("STORYLINE_WEBHOOK_URL has no usable value: write an address that begins with https://.")
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else secrets.token_urlsafe(32)
    if not USABLE_SECRET.fullmatch(secret):
        raise InvalidSettings("STORYLINE_WEBHOOK_SECRET may hold letters A-Z, a-z, digits, _ and -, 256 at most.")
    return Address(settings.webhook_url, address_of(settings.webhook_listen, "STORYLINE_WEBHOOK_LISTEN"), secret)


class Door:
    """Takes one update at a time from Telegram's hands."""

    def __init__(self, bot: Bot, updates: UpdateQueue, metrics: Metrics, secret: str) -> None:
        self._bot = bot
        self._updates = updates
        self._metrics = metrics
        self._secret = secret.encode()

    async def take(self, request: web.Request) -> web.Response:
        """200 once the update is committed, or is known already; anything else makes Telegram deliver it again."""
        given = request.headers.get(HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        async with asyncio.timeout(READING_SECONDS):
            content = await request.read()  # raises 413 where it is too large
        update = self._read(content)
        if update is None:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        await self._updates.put(update)
        self._metrics.last_heard = time.monotonic()
        return web.Response()

    def _read(self, content: bytes) -> Update | None:
        try:
            body = json.loads(content)
            if not isinstance(body["update_id"], int):
                raise TypeError("update_id")
            return Update.de_json(body, self._bot)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            LOGGER.warning("Something that is no update came to the webhook: %s.", type(error).__name__)
            return None


class Registration:
    """What Telegram knows of the webhook."""

    def __init__(self, bot: Bot, address: Address, allowed: Sequence[str], metrics: Metrics) -> None:
        self._bot = bot
        self._address = address
        self._allowed = allowed
        self._metrics = metrics
        self._made = False
        self._last_error: datetime | None = None

    async def make(self) -> None:
        """Tells Telegram the address. Raises InvalidSettings where Telegram does not want it."""
        try:
            await self._bot.set_webhook(
                self._address.url, secret_token=self._address.secret, allowed_updates=self._allowed
            )
        except BadRequest as error:
            raise InvalidSettings(f"Telegram refuses STORYLINE_WEBHOOK_URL: {error.message}.") from None
        self._made = True
        self._metrics.last_heard = time.monotonic()

    async def keep_watch(self) -> None:
        """Looks every half minute whether Telegram still delivers here; says so in the log where it does not."""
        while True:
            try:
                await (self.look() if self._made else self.make())
            except (TelegramError, InvalidSettings) as error:
                LOGGER.warning("The webhook could not be looked after: %s.", type(error).__name__)
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def look(self) -> None:
        """One look; a sign of life where Telegram delivers here and nothing new went wrong."""
        info = await self._bot.get_webhook_info()
        if info.url != self._address.url:
            LOGGER.error("Telegram does not deliver here any more: another program has changed the webhook.")
            return
        if info.last_error_date and info.last_error_date != self._last_error:
            self._last_error = info.last_error_date
            LOGGER.warning("Telegram could not deliver an update: %s.", info.last_error_message)
            return
        self._metrics.last_heard = time.monotonic()


def webhook_server(path: str, door: Door) -> web.Application:
    """A server with the door at `path` and nothing else."""
    server = web.Application(client_max_size=LARGEST_UPDATE)
    server.router.add_post(path, door.take)
    return server


@asynccontextmanager
async def pushed(assembled: Assembled, address: Address, allowed: Sequence[str]) -> AsyncIterator[None]:
    """Takes updates in inside the block: listens first, then tells Telegram where.

    At the end the webhook stays as it is: Telegram keeps what comes for a day and delivers it after the next start.
    """
    bot, metrics = assembled.application.bot, assembled.metrics
    server = webhook_server(address.path, Door(bot, assembled.updates, metrics, address.secret))
    registration = Registration(bot, address, allowed, metrics)
    async with listening(server, address.listen, "STORYLINE_WEBHOOK_LISTEN"):
        try:
            async with asyncio.timeout(REGISTERING_SECONDS):
                await registration.make()
        except (TelegramError, TimeoutError) as error:
            LOGGER.warning("Telegram could not be told of the webhook (%s); trying again.", type(error).__name__)
        watch = asyncio.create_task(registration.keep_watch(), name="webhook")
        try:
            yield
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)
