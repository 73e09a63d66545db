"""The bot's life: opened, started, kept going, stopped in order."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.assembly import Assembled, BotApplication, assemble, now
from bot.commands.opening import opened
from bot.receiving.webhook import Address, pushed, webhook_address
from bot.settings import Settings
from bot.watching.health import watched
from bot.watching.logs import set_up_logging
from bot.watching.metrics import Metrics
from handlers.commands import set_menus
from knowledge.errors import InvalidSettings, StorylineError
from knowledge.store.conversations import ConversationStore
from knowledge.store.database import Database
from knowledge.store.housekeeping import forget_old

LOGGER = logging.getLogger(__name__)
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "inline_query",
    "callback_query",
    "my_chat_member",
    "message_reaction",
    "guest_message",
)
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 0.5, 30.0
RESTART_SECONDS = 5.0
DAY_SECONDS = 86_400.0


def run(settings: Settings) -> int:
    """Runs the bot until SIGTERM or Ctrl-C; returns 0. Raises InvalidSettings where Telegram refuses the token."""
    secrets = [secret.get_secret_value() for secret in (settings.token, settings.webhook_secret) if secret]
    set_up_logging(settings.log_format, secrets)
    asyncio.run(serve(settings))
    return 0


async def serve(settings: Settings) -> None:
    """Keeps the bot going until the signal to stop, which may come at any step of the start too."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.set_exception_handler(forgotten_failure)
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    life, stopping = asyncio.create_task(live(settings), name="life"), asyncio.create_task(stop.wait(), name="stop")
    await asyncio.wait({life, stopping}, return_when=asyncio.FIRST_COMPLETED)
    life.cancel()
    stopping.cancel()
    try:
        await life
    except asyncio.CancelledError:
        LOGGER.info("The bot has stopped.")


def forgotten_failure(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """One line for a call to Telegram that nobody waits for: the library forgets a poll that fails at the stop."""
    error = context.get("exception")
    if isinstance(error, TelegramError):
        LOGGER.warning("A call that nobody waited for failed: %s.", type(error).__name__)
    else:
        loop.default_exception_handler(context)


async def live(settings: Settings) -> None:
    """Opens the database, connects, starts every part, and runs until cancelled."""
    webhook, metrics = webhook_address(settings), Metrics()
    async with opened(settings.database) as database, watched(settings.health_listen, database, metrics):
        assembled = assemble(settings, database, metrics)
        try:
            await connect(assembled.application)
            async with receiving(assembled, webhook):
                await warm_up(assembled)
                async with delivering(assembled), in_background(assembled, database):
                    LOGGER.info("The bot is running.")
                    await asyncio.Event().wait()
        finally:
            await assembled.application.shutdown()
            await assembled.application.bot.shutdown()  # the line above does nothing where the start was broken off


async def connect(application: BotApplication) -> None:
    """Says hello to Telegram, again and again while it cannot be reached."""
    wait = FIRST_WAIT_SECONDS
    while True:
        try:
            return await application.initialize()
        except InvalidToken:
            raise InvalidSettings("STORYLINE_TOKEN is not a token that Telegram knows.") from None
        except NetworkError as error:
            LOGGER.warning("Telegram cannot be reached (%s); trying again in %.1f s.", type(error).__name__, wait)
        await asyncio.sleep(wait)
        wait = min(2 * wait, LONGEST_WAIT_SECONDS)


@asynccontextmanager
async def receiving(assembled: Assembled, webhook: Address | None) -> AsyncIterator[None]:
    """Fetches and handles updates inside the block; those that an earlier process left come first."""
    application = assembled.application
    await assembled.updates.replay(application.bot)
    await application.start()
    try:
        async with polled(application) if webhook is None else pushed(assembled, webhook, ALLOWED_UPDATES):
            yield
    finally:
        await application.stop()


async def warm_up(assembled: Assembled) -> None:
    """Makes the tables of answering while updates are handled; alerts wait: a busy loop would not keep their pace."""
    try:
        await assembled.answerer.warm_up()
    except StorylineError as error:
        LOGGER.warning("Not every story could be read beforehand: %s", error)


@asynccontextmanager
async def polled(application: BotApplication) -> AsyncIterator[None]:
    """Long polling; a webhook that was set is taken away, what it had not delivered comes here."""
    assert application.updater is not None
    try:
        await application.updater.start_polling(
            allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1, error_callback=polling_failed
        )
        yield
    finally:
        if application.updater.running:
            await application.updater.stop()


@asynccontextmanager
async def delivering(assembled: Assembled) -> AsyncIterator[None]:
    """Alerts go out inside the block; at its end those under way may finish, the others stay in the outbox."""
    await assembled.alerting.presence.start()
    await assembled.alerting.delivery.start()
    try:
        yield
    finally:
        await assembled.alerting.delivery.stop()


@asynccontextmanager
async def in_background(assembled: Assembled, database: Database) -> AsyncIterator[None]:
    """Runs what lasts as long as the bot; cancels it and waits for it at the end."""

    async def menus() -> None:
        await set_menus(assembled.application.bot)

    async def housekeeping() -> None:
        while True:
            await ConversationStore(database).drop_old(now=now())
            await forget_old(database, now())
            await asyncio.sleep(DAY_SECONDS)

    works = (menus, housekeeping, *assembled.alerting.background)
    tasks = [asyncio.create_task(kept_going(work), name=work.__name__) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def kept_going(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Does the work to its end; what fails is logged and begun again after five seconds."""
    while True:
        try:
            return await work()
        except TelegramError as error:  # its text may quote a message
            LOGGER.warning("The work %s failed: %s.", work.__name__, type(error).__name__)
        except Exception:
            LOGGER.exception("The work %s failed.", work.__name__)
        await asyncio.sleep(RESTART_SECONDS)


def polling_failed(error: TelegramError) -> None:
    """The library goes on by itself; one line is enough."""
    LOGGER.warning("Fetching updates failed: %s.", type(error).__name__)
