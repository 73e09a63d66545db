"""Tapped buttons: each action to whoever does it; what is none does nothing."""

from collections.abc import Awaitable, Callable
from typing import assert_never

from telegram import Update
from telegram.ext import ContextTypes

from handlers.browsing import Browsing
from handlers.buttons import (
    Action,
    Alerts,
    AskEditors,
    BadBecause,
    ChooseUnit,
    Desk,
    FaqPage,
    Forget,
    Menu,
    NoneOfThese,
    OpenStory,
    SetLanguage,
    ShowUnit,
    StoriesPage,
    StoryPart,
    Vote,
    unpack,
)
from handlers.choices import Choices
from handlers.feedback import Feedback
from handlers.incoming import Press, press_of
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.paging import Paging
from handlers.settings import Settings


class Presses:
    """Does what a button says."""

    def __init__(
        self,
        browsing: Browsing,
        paging: Paging,
        choices: Choices,
        feedback: Feedback,
        settings: Settings,
        interface: Interface,
        alerts: Callable[[Press, Alerts], Awaitable[None]],
        desk: Callable[[Press, Desk], Awaitable[None]],
        outgoing: Outgoing,
    ) -> None:
        self._browsing = browsing
        self._paging = paging
        self._choices = choices
        self._feedback = feedback
        self._settings = settings
        self._interface = interface
        self._alerts = alerts
        self._desk = desk
        self._outgoing = outgoing

    async def on_press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Every tap is acknowledged; one on no button of its message (forged), or on one too old, does nothing else."""
        press = press_of(update)
        if press is None:
            if update.callback_query is not None:
                await self._outgoing.acknowledge(update.callback_query.id)
            return
        action = unpack(press.data) if press.label is not None else None
        if action is None:
            texts = await self._interface.texts(press)
            await self._outgoing.acknowledge(press.query, texts("button-gone"))
        else:
            await self._do(press, action)

    async def _do(self, press: Press, action: Action) -> None:
        match action:
            case ShowUnit():
                await self._choices.show(press, action)
            case ChooseUnit():
                await self._choices.choose(press, action)
            case NoneOfThese():
                await self._choices.none_of_these(press)
            case FaqPage() | StoryPart():
                await self._paging.turn(press, action)
            case StoriesPage():
                await self._browsing.stories_page(press, action.page)
            case OpenStory():
                await self._browsing.open(press, action)
            case Menu():
                await self._enter(press, action)
            case SetLanguage():
                await self._settings.set_language(press, action)
            case Forget():
                await self._settings.forget(press, action)
            case Vote():
                await self._feedback.vote(press, action)
            case BadBecause():
                await self._feedback.because(press, action)
            case AskEditors():
                await self._feedback.pass_on(press)
            case Alerts():
                await self._alerts(press, action)
            case Desk():
                await self._desk(press, action)
            case _:
                assert_never(action)

    async def _enter(self, press: Press, action: Menu) -> None:
        await self._outgoing.acknowledge(press.query)
        match action.entry:
            case "faq":
                await self._paging.faq(press)
            case "story":
                await self._paging.story(press)
            case "stories":
                await self._browsing.stories(press)
            case _:
                assert_never(action.entry)
