"""/desk, for editors: how the alerts go out, what was given up, what can be withdrawn."""

import math
from collections.abc import Callable
from datetime import datetime

from handlers.buttons import Desk as DeskAction
from handlers.buttons import DeskStep, pack
from handlers.incoming import Letter, Press
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.rendering.html import bold, lines, paragraphs
from handlers.rendering.reply import Reply, Tap, said
from handlers.rendering.texts import Texts
from knowledge.alerts.publishing import Publisher
from knowledge.store.items import ItemStore
from knowledge.store.outbox_report import OutboxReport

LETTERS, ITEMS, LABEL_CHARACTERS = 10, 8, 60


class Desk:
    """What only the editors (`admins`: their ids) see."""

    def __init__(
        self,
        report: OutboxReport,
        items: ItemStore,
        publisher: Publisher,
        interface: Interface,
        outgoing: Outgoing,
        admins: tuple[int, ...],
        wake: Callable[[], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._report = report
        self._items = items
        self._publisher = publisher
        self._interface = interface
        self._outgoing = outgoing
        self._admins = frozenset(admins)
        self._wake = wake
        self._clock = clock

    async def open(self, letter: Letter) -> None:
        """The desk as a new message; for anybody else, a plain word that it is not theirs."""
        texts = await self._interface.texts(letter)
        if letter.person not in self._admins:
            await self._outgoing.say(letter, texts.html("desk-only"))
            return
        await self._outgoing.send(letter.place, await self._overview(texts))

    async def press(self, press: Press, action: DeskAction) -> None:
        """A button on the desk."""
        texts = await self._interface.texts(press)
        if press.person not in self._admins:
            await self._outgoing.acknowledge(press.query, texts("desk-only"))
            return
        words = ""
        match action.step:
            case "open":
                reply = await self._overview(texts)
            case "letters":
                reply = await self._letters(texts)
            case "items":
                reply = await self._latest(texts)
            case "withdraw":
                reply = await self._sure(action.number, texts)
            case "retry":
                again = await self._report.retry(self._clock())
                self._wake()
                words, reply = texts("desk-retried", count=again), await self._overview(texts)
            case "sure":
                await self._publisher.withdraw_item(action.number, self._clock())
                self._wake()
                words, reply = texts("desk-withdrawn"), await self._overview(texts)
        await self._outgoing.acknowledge(press.query, words)
        await self._outgoing.edit(press.place, (press.message,), reply)

    async def _overview(self, texts: Texts) -> Reply:
        """How the alerts go out."""
        now = await self._report.summary(self._clock())
        due = now.waiting + now.edits
        minutes = math.ceil((now.seconds_left or 0) / 60)
        moving = due and now.per_second
        text = paragraphs(
            bold(texts("desk-title")),
            lines(
                texts.html("desk-waiting", count=due) if due else texts.html("desk-quiet"),
                texts.html("desk-rate", rate=f"{now.per_second:.1f}", minutes=minutes) if moving else None,
                texts.html("desk-held", count=now.held) if now.held else None,
                texts.html("desk-sent", count=now.sent) if now.sent else None,
                texts.html("desk-unsure", count=now.unsure) if now.unsure else None,
                texts.html("desk-dead", count=now.dead) if now.dead else None,
            ),
            lines(
                *(
                    texts.html("desk-broadcast", title=short(one.title), sent=one.sent, waiting=one.waiting)
                    for one in now.broadcasts
                )
            ),
        )
        return said(text, (tap(texts("desk-letters"), "letters"), tap(texts("desk-items"), "items")))

    async def _letters(self, texts: Texts) -> Reply:
        """The alerts given up last."""
        letters = await self._report.dead_letters(LETTERS)
        shown = [
            texts.html("desk-letter", title=short(one.title), chat=str(one.chat), reason=one.reason) for one in letters
        ]
        again = (tap(texts("desk-retry-all"), "retry"),) if letters else ()
        text = paragraphs(bold(texts("desk-letters")), lines(*shown) if shown else texts.html("desk-no-letters"))
        return said(text, again, (tap(texts("desk-back"), "open"),))

    async def _latest(self, texts: Texts) -> Reply:
        """The latest items, each to be withdrawn by a tap."""
        items = await self._items.latest(ITEMS)
        titles = [(item.id, await self._report.title(item.slug)) for item in items]
        rows = [(tap(short(title), "withdraw", number),) for number, title in titles]
        text = texts.html("desk-withdraw-which") if rows else texts.html("desk-no-items")
        return said(text, *rows, (tap(texts("desk-back"), "open"),))

    async def _sure(self, number: int, texts: Texts) -> Reply:
        """Asks once more."""
        item = await self._items.get(number)
        title = await self._report.title(item.slug) if item else ""
        text = texts.html("desk-withdraw-sure", title=title)
        return said(text, (tap(texts("desk-withdraw"), "sure", number), tap(texts("desk-back"), "items")))


def tap(label: str, step: DeskStep, number: int = 0) -> Tap:
    """A button of the desk."""
    return Tap(label, pack(DeskAction(step, number)))


def short(title: str) -> str:
    """A title for a button or a line."""
    return title if len(title) <= LABEL_CHARACTERS else title[: LABEL_CHARACTERS - 2].rsplit(" ", 1)[0] + " …"
