"""Chats that block the bot, come back, or move: their alerts are suspended, woken, moved along."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from telegram import ChatMember, Update
from telegram.ext import ContextTypes

from handlers.alert_keyboard import fewer_row
from handlers.incoming import Place, PlaceKind
from handlers.outgoing import Outgoing
from handlers.rendering.alert import digest_text
from handlers.rendering.reply import said
from handlers.rendering.texts import texts_in
from knowledge.alerts.notices import Notices
from knowledge.model.alert import Subscription
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore
from knowledge.store.subscriptions import SubscriptionStore

AWAY = (ChatMember.BANNED, ChatMember.LEFT)


class Presence:
    """Looks at every update before anything else does."""

    def __init__(
        self,
        subscriptions: SubscriptionStore,
        outbox: OutboxStore,
        items: ItemStore,
        notices: Notices,
        outgoing: Outgoing,
        clock: Callable[[], datetime],
        moved: Callable[[int, int], Awaitable[None]],
    ) -> None:
        self._subscriptions = subscriptions
        self._outbox = outbox
        self._items = items
        self._notices = notices
        self._outgoing = outgoing
        self._clock = clock
        self._moved = moved
        self._suspended: set[int] = set()

    async def start(self) -> None:
        """Learns which chats are suspended."""
        self._suspended.update(await self._subscriptions.suspended_chats())

    def suspend(self, chat: int) -> None:
        """Delivery found a chat gone."""
        self._suspended.add(chat)

    async def on_update(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Notices who left, who is back, and which group has a new id."""
        chat = update.effective_chat
        if chat is None:
            return
        message = update.message
        if message is not None and message.migrate_to_chat_id is not None:
            await self._moved(chat.id, message.migrate_to_chat_id)
        elif message is not None and message.migrate_from_chat_id is not None:
            await self._moved(message.migrate_from_chat_id, chat.id)
        elif update.my_chat_member is not None and update.my_chat_member.new_chat_member.status in AWAY:
            await self._subscriptions.suspend(chat.id, "blocked", self._clock())
            self._suspended.add(chat.id)
        elif chat.id in self._suspended:
            self._suspended.discard(chat.id)
            for subscription in await self._subscriptions.wake(chat.id):
                await self._sum_up(subscription)

    async def _sum_up(self, subscription: Subscription) -> None:
        """What came out meanwhile, in one message; nothing where nothing did."""
        if subscription.suspended_at is None:
            return
        numbers = await self._outbox.missed(subscription.id, subscription.suspended_at)
        items = [item for number in numbers if (item := await self._items.get(number)) is not None]
        if not items:
            return
        texts = texts_in(subscription.language)
        notices = tuple([await self._notices.of(item, texts.language) for item in items])
        kind = PlaceKind.PRIVATE if subscription.chat > 0 else PlaceKind.GROUP
        place = Place(subscription.chat, kind, subscription.topic or None)
        await self._outgoing.send(place, said(digest_text(notices, texts, opening="digest-away"), fewer_row(texts)))
