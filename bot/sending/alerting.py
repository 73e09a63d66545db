"""Puts the alerts together: how items come in, who wants them, how they go out."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import CommandHandler, ExtBot, MessageHandler, TypeHandler, filters

from bot.gathering.ingest import Feeds, Folder
from bot.sending.announcing import Announcer
from bot.sending.delivery import Delivery
from bot.sending.limiter import Limiter
from bot.sending.posting import Posting
from bot.settings import Settings
from handlers.administrators import Administrators
from handlers.channel_posts import ChannelPosts
from handlers.desk import Desk
from handlers.following import Following
from handlers.incoming import Letter
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.presence import Presence
from handlers.rendering.texts import texts_in
from handlers.routes import NEW, Route, Taking
from handlers.subscriptions import Subscriptions
from knowledge.alerts.fan_out import FanOut
from knowledge.alerts.notices import Notices
from knowledge.alerts.pacing import Lane
from knowledge.alerts.publishing import Publisher
from knowledge.model.alert import Outcome
from knowledge.store.database import Database
from knowledge.store.feeds import FeedStore
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore
from knowledge.store.outbox_report import OutboxReport
from knowledge.store.stories import StoryStore
from knowledge.store.subscriptions import SubscriptionStore

LOGGER = logging.getLogger(__name__)

Work = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Alerting:
    """Alerts, ready to run. `first` are routes that see every update before the others do."""

    subscriptions: Subscriptions
    desk: Desk
    presence: Presence
    delivery: Delivery
    first: tuple[Route, ...]
    routes: tuple[Route, ...]
    background: tuple[Work, ...]


class Stores:
    """The tables that alerts live in, and what decides over them without Telegram."""

    def __init__(self, database: Database) -> None:
        self.subscriptions = SubscriptionStore(database)
        self.items = ItemStore(database)
        self.outbox = OutboxStore(database)
        self.stories = StoryStore(database)
        self.feeds = FeedStore(database)
        self.report = OutboxReport(database)
        self.notices = Notices(self.stories)
        self.fan_out = FanOut(database, self.subscriptions, self.items, self.outbox, self.stories)
        self.publisher = Publisher(database, self.stories, self.items, self.fan_out)


def assemble_alerts(
    settings: Settings,
    database: Database,
    bot: ExtBot[Lane],
    limiter: Limiter,
    interface: Interface,
    outgoing: Outgoing,
    noted: Callable[[Outcome | None], None],
) -> Alerting:
    """Everything about alerts over `database`; nothing is sent yet. `noted` hears what became of each attempt."""
    stores = Stores(database)
    choices = Subscriptions(
        stores.subscriptions, stores.outbox, stores.items, stores.notices, Administrators(bot), interface, outgoing, now
    )
    presence = Presence(
        stores.subscriptions, stores.outbox, stores.items, stores.notices, outgoing, now, stores.subscriptions.move
    )
    tell = teller(bot, settings.admins)
    announcer = Announcer(bot, stores.items, stores.notices, stores.outbox)
    posting = Posting(announcer, stores.outbox, stores.items, stores.subscriptions, now, tell, presence.suspend)
    delivery = Delivery(stores.outbox, stores.fan_out, posting, limiter, now, settings.alerts_per_second, noted)
    desk = Desk(stores.report, stores.items, stores.publisher, interface, outgoing, settings.admins, delivery.wake, now)
    following = Following(stores.subscriptions, choices, stores.items, stores.stories, interface, outgoing)
    posts = ChannelPosts(stores.publisher, settings.channel, delivery.wake, now)
    return Alerting(
        subscriptions=choices,
        desk=desk,
        presence=presence,
        delivery=delivery,
        first=(TypeHandler(Update, presence.on_update),),
        routes=alert_routes(bot, choices, following, desk, posts),
        background=(delivery.run, *watchers(settings, stores, delivery, tell)),
    )


def alert_routes(
    bot: ExtBot[Lane], choices: Subscriptions, following: Following, desk: Desk, posts: ChannelPosts
) -> tuple[Route, ...]:
    """The routes of alerts and of the desk."""
    take = Taking(bot)
    commands: dict[str, Callable[[Letter], Awaitable[None]]] = {
        "subscribe": choices.subscribe,
        "unsubscribe": choices.unsubscribe,
        "alerts": choices.alerts,
        "quiet": choices.quiet,
        "zone": choices.zone,
        "follow": following.follow,
        "unfollow": following.unfollow,
        "desk": desk.open,
    }
    return (
        *(CommandHandler(name, take.letter(act), filters=NEW) for name, act in commands.items()),
        MessageHandler(filters.UpdateType.CHANNEL_POSTS, posts.on_post),
    )


def watchers(
    settings: Settings, stores: Stores, delivery: Delivery, tell: Callable[..., Awaitable[None]]
) -> tuple[Work, ...]:
    """What looks for items outside the channel."""
    found: list[Work] = []
    if settings.feeds:
        feeds = Feeds(
            settings.feeds,
            settings.feed_seconds,
            stores.feeds,
            stores.publisher,
            now,
            delivery.wake,
            tell,
            private=settings.feed_private,
        )
        found.append(feeds.follow)
    if settings.folder:
        folder = Folder(settings.folder, stores.feeds, stores.publisher, now, delivery.wake, tell)
        found.append(folder.watch)
    return tuple(found)


def teller(bot: ExtBot[Lane], admins: tuple[int, ...]) -> Callable[..., Awaitable[None]]:
    """Tells the administrators something, by the name of its text."""

    async def tell(message: str, **values: str | int) -> None:
        for admin in admins:
            try:
                await bot.send_message(admin, texts_in("en")(message, **values))
            except TelegramError as error:  # an administrator who never wrote to the bot cannot be told
                LOGGER.warning("An administrator could not be told: %s.", type(error).__name__)

    return tell


def now() -> datetime:
    """The clock of the running bot."""
    return datetime.now(UTC)
