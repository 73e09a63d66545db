"""Looking around without asking: /start with its links, /stories, /source, /name."""

import re

from handlers.bookmarks import Bookmarks
from handlers.buttons import OpenStory, StoriesPage, pack
from handlers.choices import Choices
from handlers.incoming import Letter, Press, Sender
from handlers.interface import Interface
from handlers.keyboards import chips, pager
from handlers.outgoing import Outgoing
from handlers.rendering.answer import answer_html
from handlers.rendering.browse import source_card, story_card
from handlers.rendering.html import Html, paragraphs, split
from handlers.rendering.reply import Open, Reply, Tap, said
from handlers.rendering.texts import Texts
from knowledge.browsing.names import mentions, name_meant
from knowledge.browsing.shelf import Shelf, passage, reference_of
from knowledge.browsing.worth_asking import questions_of
from knowledge.model.answer import Stance, StoryCard
from knowledge.store.story_rows import StoredStory

DEEP_LINK = re.compile(r"([a-v0-9]{8})(?:-([a-z0-9-]{1,40}))?")
QUESTIONS_AT_START = 5
STORIES_ON_A_PAGE = 6
MENTIONS_SHOWN = 6
STORIES_SEARCHED = 20


class Browsing:
    """Shows which stories there are and what one of them is."""

    def __init__(
        self, shelf: Shelf, bookmarks: Bookmarks, interface: Interface, choices: Choices, outgoing: Outgoing
    ) -> None:
        self._shelf = shelf
        self._bookmarks = bookmarks
        self._interface = interface
        self._choices = choices
        self._outgoing = outgoing

    async def start(self, letter: Letter) -> None:
        """The current story and five questions worth asking; with a link, the story or passage that it names."""
        texts = await self._interface.texts(letter)
        link = DEEP_LINK.fullmatch(letter.argument)
        row = await self._shelf.by_reference(link[1]) if link else None
        if link is None or row is None:
            return await self._show(letter, await self._bookmarks.current(letter, texts.language), texts, greeting=True)
        await self._bookmarks.turn_to(letter, row)
        found = await self._shelf.passage(link[1], link[2]) if link[2] else None
        if found is not None:
            return await self._choices.present(letter, found, None)
        await self._show(letter, await self._shelf.story(row), texts, greeting=True)

    async def open(self, press: Press, action: OpenStory) -> None:
        """A story out of the list."""
        texts = await self._interface.texts(press)
        row = await self._shelf.by_reference(action.story)
        if row is None:
            return await self._outgoing.acknowledge(press.query, texts("button-gone"))
        await self._outgoing.acknowledge(press.query)
        await self._bookmarks.turn_to(press, row)
        await self._show(press, await self._shelf.story(row), texts, greeting=False)

    async def stories(self, sender: Sender) -> None:
        """All stories, or those whose headline holds the words after the command."""
        texts = await self._interface.texts(sender)
        words = sender.argument if isinstance(sender, Letter) else ""
        await self._outgoing.send(sender.place, await self._list(texts, 0, words))

    async def stories_page(self, press: Press, page: int) -> None:
        """Another page of the list, in the same message."""
        texts = await self._interface.texts(press)
        await self._outgoing.acknowledge(press.query)
        await self._outgoing.edit(press.place, (press.message,), await self._list(texts, page, ""))

    async def source(self, letter: Letter) -> None:
        """Where the current story comes from, with its address."""
        texts = await self._interface.texts(letter)
        stored = await self._bookmarks.current(letter, texts.language)
        if stored is None:
            return await self._nothing_yet(letter, texts)
        card = StoryCard.of(stored.story, stored.row.revision)
        button = (Open(texts("source-read"), stored.story.url),) if stored.story.url else ()
        await self._outgoing.send(letter.place, said(source_card(stored.story, card, texts), button))

    async def name(self, letter: Letter) -> None:
        """What the stories say of the name after the command."""
        texts = await self._interface.texts(letter)
        if not letter.argument:
            return await self._names_there_are(letter, texts)
        found: list[Html] = []
        meant = letter.argument
        for row in (await self._shelf.newest(texts.language))[:STORIES_SEARCHED]:
            stored = await self._shelf.story(row)
            units = mentions(stored, letter.argument)[:MENTIONS_SHOWN] if stored else ()
            if stored and units:
                name = name_meant(letter.argument, stored.story)
                meant = name.name if name and not found else meant
                found.extend(answer_html(passage(stored, units, texts.language, Stance.STATEMENT), texts))
        if not found:
            return await self._outgoing.say(letter, texts.html("name-unknown", name=letter.argument))
        parts = split(paragraphs(texts.html("name-found", name=meant), *found))
        await self._outgoing.send(letter.place, Reply(parts))

    async def _show(self, sender: Sender, stored: StoredStory | None, texts: Texts, *, greeting: bool) -> None:
        if stored is None:
            return await self._nothing_yet(sender, texts)
        card = StoryCard.of(stored.story, stored.row.revision)
        opening = texts.html("start-welcome") if greeting else None
        parts = story_card(stored.story, card, texts, opening, texts.html("start-ask"))
        rows = chips(questions_of(stored), QUESTIONS_AT_START)
        await self._outgoing.send(sender.place, Reply(parts, rows))

    async def _list(self, texts: Texts, page: int, words: str) -> Reply:
        rows = await self._shelf.found(words, texts.language)
        if not rows:
            return said(texts.html("stories-none-found", words=words) if words else texts.html("stories-none"))
        pages = -(-len(rows) // STORIES_ON_A_PAGE)
        page = min(page, pages - 1)
        shown = rows[page * STORIES_ON_A_PAGE : (page + 1) * STORIES_ON_A_PAGE]
        buttons = [(Tap(row.title, pack(OpenStory(reference_of(row.slug)))),) for row in shown]
        turning = () if words else pager(page, pages, texts, StoriesPage)  # a search shows its first page only
        heading = (
            texts.html("stories-found", count=len(rows), words=words)
            if words
            else texts.html("stories-all", count=len(rows))
        )
        return said(heading, *buttons, turning)

    async def _names_there_are(self, letter: Letter, texts: Texts) -> None:
        stored = await self._bookmarks.current(letter, texts.language)
        names = tuple(name.name for name in stored.story.names) if stored else ()
        if not names:
            return await self._outgoing.say(letter, texts.html("name-which"))
        await self._outgoing.say(letter, texts.html("name-which-of", names=texts.joined(names)))

    async def _nothing_yet(self, sender: Sender, texts: Texts) -> None:
        await self._outgoing.say(sender, texts.html("refusal-no-stories", again=0))
