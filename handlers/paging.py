"""The story part by part, and its questions page by page."""

from collections.abc import Callable

from handlers.bookmarks import Bookmarks
from handlers.buttons import FaqPage, StoryPart, pack
from handlers.incoming import Press, Sender
from handlers.interface import Interface
from handlers.keyboards import chips, pager
from handlers.outgoing import Outgoing
from handlers.rendering.browse import faq_page, story_part, story_parts
from handlers.rendering.reply import Reply, Tap, said
from handlers.rendering.texts import Texts
from knowledge.browsing.shelf import Shelf, reference_of
from knowledge.browsing.worth_asking import questions_of
from knowledge.model.answer import StoryCard
from knowledge.store.story_rows import StoredStory

QUESTIONS_ON_A_PAGE = 5


class Paging:
    """Turns pages inside one message."""

    def __init__(self, shelf: Shelf, bookmarks: Bookmarks, interface: Interface, outgoing: Outgoing) -> None:
        self._shelf = shelf
        self._bookmarks = bookmarks
        self._interface = interface
        self._outgoing = outgoing

    async def story(self, sender: Sender) -> None:
        """The first part of the current story."""
        await self._begin(sender, part_of)

    async def faq(self, sender: Sender) -> None:
        """The first page of the current story's questions."""
        await self._begin(sender, questions_page)

    async def turn(self, press: Press, action: StoryPart | FaqPage) -> None:
        """Another part or page, in the same message."""
        texts = await self._interface.texts(press)
        row = await self._shelf.by_reference(action.story)
        stored = await self._shelf.story(row) if row else None
        if stored is None:
            return await self._outgoing.acknowledge(press.query, texts("button-gone"))
        await self._outgoing.acknowledge(press.query)
        match action:
            case StoryPart():
                reply = part_of(stored, action.part, texts)
            case FaqPage():
                reply = questions_page(stored, action.page, texts)
        await self._outgoing.edit(press.place, (press.message,), reply)

    async def _begin(self, sender: Sender, page: Callable[[StoredStory, int, Texts], Reply]) -> None:
        texts = await self._interface.texts(sender)
        stored = await self._bookmarks.current(sender, texts.language)
        if stored is None:
            return await self._outgoing.say(sender, texts.html("refusal-no-stories", again=0))
        await self._outgoing.send(sender.place, page(stored, 0, texts))


def part_of(stored: StoredStory, number: int, texts: Texts) -> Reply:
    """Part `number` of a story, or its last, with the way on."""
    reference = reference_of(stored.row.slug)
    parts = story_parts(stored.story)
    number = min(number, len(parts) - 1)
    card = StoryCard.of(stored.story, stored.row.revision)
    turning = pager(number, len(parts), texts, lambda part: StoryPart(reference, part))
    last = number == len(parts) - 1 and bool(questions_of(stored))
    questions = (Tap(texts("menu-faq"), pack(FaqPage(reference, 0))),) if last else ()
    return said(story_part(parts, number, card, texts), turning, questions)


def questions_page(stored: StoredStory, page: int, texts: Texts) -> Reply:
    """Five of the questions that a story answers, as buttons."""
    reference = reference_of(stored.row.slug)
    questions = questions_of(stored)
    if not questions:
        return said(texts.html("faq-none"))
    pages = -(-len(questions) // QUESTIONS_ON_A_PAGE)
    page = min(page, pages - 1)
    shown = questions[page * QUESTIONS_ON_A_PAGE : (page + 1) * QUESTIONS_ON_A_PAGE]
    card = StoryCard.of(stored.story, stored.row.revision)
    turning = pager(page, pages, texts, lambda number: FaqPage(reference, number))
    return said(
        faq_page(card, page, pages, max(len(questions), stored.row.faq), texts),
        *chips(shown, QUESTIONS_ON_A_PAGE),
        turning,
    )
