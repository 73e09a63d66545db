"""/follow and /unfollow: only items with certain words or names, with a look at what that would have brought."""

from dataclasses import replace

from handlers.alert_choices import follows_reply, quoted
from handlers.incoming import Letter
from handlers.interface import Interface
from handlers.outgoing import Outgoing
from handlers.rendering.html import Html, escape, lines, link, paragraphs
from handlers.rendering.reply import Reply
from handlers.rendering.texts import Texts
from handlers.subscriptions import Subscriptions
from knowledge.alerts.follows import (
    MOST_CHARACTERS,
    MOST_FOLLOWS,
    NoWord,
    TooLong,
    readable_follow,
    searched_text,
    wanted,
)
from knowledge.model.story import Story
from knowledge.store.items import ItemStore
from knowledge.store.stories import StoryStore
from knowledge.store.subscriptions import SubscriptionStore

PREVIEW_ITEMS = 20
PREVIEW_TITLES = 5


class Following:
    """Keeps what subscribers follow."""

    def __init__(
        self,
        subscriptions: SubscriptionStore,
        choices: Subscriptions,
        items: ItemStore,
        stories: StoryStore,
        interface: Interface,
        outgoing: Outgoing,
    ) -> None:
        self._subscriptions = subscriptions
        self._choices = choices
        self._items = items
        self._stories = stories
        self._interface = interface
        self._outgoing = outgoing

    async def follow(self, letter: Letter) -> None:
        """Adds a word or phrase; without one shows the list. Somebody without alerts gets them by it."""
        texts = await self._interface.texts(letter)
        if await self._choices.standing(letter) is None and letter.argument:
            await self._choices.subscribe(letter)
        found = await self._choices.active(letter, texts)
        if found is None:
            return
        if not letter.argument:
            await self._outgoing.send(letter.place, follows_reply(found.choices, texts))
            return
        try:
            word = readable_follow(letter.argument)
        except TooLong:
            await self._outgoing.say(letter, texts.html("follow-too-long", most=MOST_CHARACTERS))
        except NoWord:
            await self._outgoing.say(letter, texts.html("follow-no-word"))
        else:
            follows = tuple(dict.fromkeys((*found.choices.follows, word)))
            if len(follows) > MOST_FOLLOWS:
                await self._outgoing.say(letter, texts.html("follow-too-many", most=MOST_FOLLOWS))
                return
            await self._subscriptions.choose(found.id, replace(found.choices, follows=follows))
            added = texts.html("follow-added", words=quoted(follows, texts))
            await self._outgoing.send(letter.place, Reply((paragraphs(added, await self._preview(word, texts)),)))

    async def unfollow(self, letter: Letter) -> None:
        """Takes a word off the list; without one shows the list."""
        texts = await self._interface.texts(letter)
        found = await self._choices.active(letter, texts)
        if found is None:
            return
        unwanted = letter.argument.casefold()
        follows = tuple(word for word in found.choices.follows if word.casefold() != unwanted)
        changed = replace(found.choices, follows=follows)
        await self._subscriptions.choose(found.id, changed)
        await self._outgoing.send(letter.place, follows_reply(changed, texts))

    async def _preview(self, word: str, texts: Texts) -> Html | None:
        """What the word would have let through of the last items."""
        items = await self._items.latest(PREVIEW_ITEMS)
        stored = [await self._stories.story(item.slug) for item in items]
        stories = [one.story for one in stored if one is not None]
        fitting = [story for story in stories if wanted((word,), searched_text(story))]
        if not stories:
            return None
        if not fitting:
            return texts.html("follow-preview-none", count=len(stories))
        opening = texts.html("follow-preview", count=len(fitting), of=len(stories))
        return lines(opening, *(titled(story) for story in fitting[:PREVIEW_TITLES]))


def titled(story: Story) -> Html:
    """A line of the preview."""
    title = link(story.title, story.url) if story.url else escape(story.title)
    return Html(f"• {title}")
