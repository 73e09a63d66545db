"""Who gets alerts and when: /subscribe, /unsubscribe, /alerts, /quiet, /zone, and the buttons of these screens."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from handlers.administrators import Administrators
from handlers.alert_choices import (
    choices_reply,
    clock_text,
    fewer_rows,
    follows_reply,
    hour_reply,
    quiet_reply,
    started_rows,
    stopped_rows,
    zone_reply,
)
from handlers.alert_keyboard import alert_rows, fewer_row
from handlers.buttons import Alerts
from handlers.incoming import Letter, PlaceKind, Press, Sender
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.rendering.reply import Reply, Rows, said
from handlers.rendering.texts import Texts
from knowledge.alerts.choosing import changed
from knowledge.alerts.notices import Notices
from knowledge.alerts.reading_choices import NotUnderstood, read_quiet, read_zone
from knowledge.model.alert import ChatKind, Choices, Subscription, SubscriptionState
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore
from knowledge.store.subscriptions import SubscriptionStore

KINDS = {PlaceKind.PRIVATE: ChatKind.PRIVATE, PlaceKind.GROUP: ChatKind.GROUP, PlaceKind.CHANNEL: ChatKind.CHANNEL}


class Subscriptions:
    """Keeps what subscribers choose. In groups only administrators may; a topic is a subscriber of its own."""

    def __init__(
        self,
        subscriptions: SubscriptionStore,
        outbox: OutboxStore,
        items: ItemStore,
        notices: Notices,
        administrators: Administrators,
        interface: Interface,
        outgoing: Outgoing,
        clock: Callable[[], datetime],
    ) -> None:
        self._subscriptions = subscriptions
        self._outbox = outbox
        self._items = items
        self._notices = notices
        self._administrators = administrators
        self._interface = interface
        self._outgoing = outgoing
        self._clock = clock

    async def subscribe(self, letter: Letter) -> None:
        """Starts alerts; says so, and sends no old ones."""
        texts = await self._interface.texts(letter)
        if not await self._may(letter, texts):
            return
        before = await self.standing(letter)
        _, started = await self.start(letter, texts)
        in_group = letter.place.kind is not PlaceKind.PRIVATE
        said_now = "subscribed-group" if in_group else "subscribed"
        if not started:
            said_now = "subscribed-already"
        elif before is not None:
            said_now = "subscribed-again"
        await self._outgoing.send(letter.place, said(texts.html(said_now), *started_rows(texts)))

    async def unsubscribe(self, letter: Letter) -> None:
        """Stops alerts; the choices are kept."""
        texts = await self._interface.texts(letter)
        if not await self._may(letter, texts):
            return
        subscription = await self.standing(letter)
        ended = subscription is not None and await self._subscriptions.end(subscription.id)
        rows = stopped_rows(texts) if ended else ()
        await self._outgoing.send(
            letter.place, said(texts.html("unsubscribed" if ended else "unsubscribed-already"), *rows)
        )

    async def alerts(self, letter: Letter) -> None:
        """Shows the screen of choices."""
        texts = await self._interface.texts(letter)
        if (subscription := await self.active(letter, texts)) is not None:
            await self._outgoing.send(letter.place, choices_reply(subscription, texts, self._clock()))

    async def quiet(self, letter: Letter) -> None:
        """Sets quiet hours as they are written, or shows those to choose from."""
        texts = await self._interface.texts(letter)
        if (subscription := await self.active(letter, texts)) is None:
            return
        if not letter.argument:
            await self._outgoing.send(letter.place, quiet_reply(subscription.choices, texts))
            return
        try:
            quiet = None if letter.argument.casefold() == "off" else read_quiet(letter.argument)
        except NotUnderstood:
            await self._outgoing.say(letter, texts.html("quiet-not-understood"))
            return
        await self._show(letter, replace(subscription, choices=replace(subscription.choices, quiet=quiet)), texts)

    async def zone(self, letter: Letter) -> None:
        """Sets the time zone as it is written, or shows some to choose from."""
        texts = await self._interface.texts(letter)
        if (subscription := await self.active(letter, texts)) is None:
            return
        if not letter.argument:
            await self._outgoing.send(letter.place, zone_reply(subscription.choices, texts))
            return
        try:
            zone = read_zone(letter.argument)
        except NotUnderstood:
            await self._outgoing.say(letter, texts.html("zone-not-known", zone=letter.argument[:60]))
            return
        await self._show(letter, replace(subscription, choices=replace(subscription.choices, zone=zone)), texts)

    async def press(self, press: Press, action: Alerts) -> None:
        """A button under an alert or on a screen of choices."""
        texts = await self._interface.texts(press)
        if not await self._administrators.may(press):
            await self._outgoing.acknowledge(press.query, texts("alerts-administrators-only"))
            return
        if action.step == "start":
            subscription, _ = await self.start(press, texts)
            await self._after(press, subscription, texts, texts("choice-kept"))
            return
        found = await self.standing(press)
        if found is None or found.state is SubscriptionState.ENDED:
            await self._outgoing.acknowledge(press.query, texts("alerts-not-subscribed"))
            return
        await self._choose(press, action, found, texts)

    async def standing(self, sender: Sender) -> Subscription | None:
        """The subscription of the place, in whatever state."""
        return await self._subscriptions.find(sender.place.chat, sender.place.thread or 0)

    async def start(self, sender: Sender, texts: Texts) -> tuple[Subscription, bool]:
        """Subscribes the place; True where no alerts were going there before."""
        place, zone = sender.place, "Europe/Kyiv" if sender.language_code == "uk" else "UTC"
        kind = KINDS[place.kind]
        return await self._subscriptions.subscribe(
            place.chat, place.thread or 0, kind, texts.language, zone, self._clock()
        )

    async def active(self, letter: Letter, texts: Texts) -> Subscription | None:
        """The place's subscription if there is one and the writer may change it; says what is missing otherwise."""
        if not await self._may(letter, texts):
            return None
        found = await self.standing(letter)
        if found is not None and found.state is SubscriptionState.ACTIVE:
            return found
        await self._outgoing.say(letter, texts.html("alerts-not-subscribed"))
        return None

    async def _may(self, letter: Letter, texts: Texts) -> bool:
        allowed = await self._administrators.may(letter)
        if not allowed:
            await self._outgoing.say(letter, texts.html("alerts-administrators-only"))
        return allowed

    async def _show(self, letter: Letter, changed: Subscription, texts: Texts) -> None:
        """Keeps changed choices and shows the main screen."""
        await self._subscriptions.choose(changed.id, changed.choices)
        await self._outgoing.send(letter.place, choices_reply(changed, texts, self._clock()))

    async def _choose(self, press: Press, action: Alerts, found: Subscription, texts: Texts) -> None:
        """A tap by somebody who may."""
        choices, now = found.choices, self._clock()
        screens: dict[str, Callable[[Choices, Texts], Reply]] = {
            "quiet": quiet_reply,
            "zone": zone_reply,
            "hour": hour_reply,
            "follows": follows_reply,
        }
        if action.step == "stop":
            await self._subscriptions.end(found.id)
            await self._outgoing.acknowledge(press.query, texts("unsubscribed"))
            await self._outgoing.change_buttons(press.place, press.message, await self._stopped(press, texts))
        elif action.step == "fewer":
            await self._outgoing.acknowledge(press.query)
            await self._outgoing.change_buttons(press.place, press.message, fewer_rows(choices, texts, now))
        elif action.step == "back":
            await self._outgoing.acknowledge(press.query)
            await self._outgoing.change_buttons(press.place, press.message, await self._under_alert(press, texts))
        elif action.step == "menu":
            await self._outgoing.acknowledge(press.query)
            await self._main_screen(press, found, texts)
        elif action.step in screens and not action.value:
            await self._outgoing.acknowledge(press.query)
            await self._outgoing.edit(press.place, (press.message,), screens[action.step](choices, texts))
        else:
            after = replace(found, choices=changed(choices, action.step, action.value, now))
            await self._subscriptions.choose(found.id, after.choices)
            until = after.choices.paused_until
            paused = action.step == "pause" and until
            kept = texts("choice-paused", until=clock_text(choices, until)) if paused else texts("choice-kept")
            await self._after(press, after, texts, kept)

    async def _after(self, press: Press, changed: Subscription, texts: Texts, words: str) -> None:
        """After a change: an alert gets its own buttons back, a screen shows what is chosen now."""
        await self._outgoing.acknowledge(press.query, words)
        if rows := await self._under_alert(press, texts):
            await self._outgoing.change_buttons(press.place, press.message, rows)
        else:
            await self._outgoing.edit(press.place, (press.message,), choices_reply(changed, texts, self._clock()))

    async def _main_screen(self, press: Press, found: Subscription, texts: Texts) -> None:
        """The main screen: below an alert as a message of its own, else in the screen's place."""
        reply = choices_reply(found, texts, self._clock())
        if rows := await self._under_alert(press, texts):
            await self._outgoing.change_buttons(press.place, press.message, rows)
            await self._outgoing.send(press.place, reply)
        else:
            await self._outgoing.edit(press.place, (press.message,), reply)

    async def _under_alert(self, press: Press, texts: Texts) -> Rows:
        """The buttons that belong under the alert that was tapped; none where it is no alert."""
        items = await self._outbox.items_in(press.place.chat, press.message)
        item = await self._items.get(items[0]) if len(items) == 1 else None
        if item is not None:
            return alert_rows(await self._notices.of(item, texts.language), texts)
        return (fewer_row(texts),) if items else ()

    async def _stopped(self, press: Press, texts: Texts) -> Rows:
        """Under what was tapped to stop: its questions stay, and the way back."""
        rows = await self._under_alert(press, texts)
        return (*rows[:-1], *stopped_rows(texts))
