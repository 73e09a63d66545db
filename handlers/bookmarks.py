"""Which story a reader has open: what "the story" means to them."""

from collections.abc import Callable
from datetime import datetime

from handlers.incoming import Sender
from knowledge.browsing.shelf import Shelf
from knowledge.store.conversations import ConversationStore
from knowledge.store.story_rows import StoredStory, StoryRow


class Bookmarks:
    """The open story of a person in a chat; the newest where they have opened none."""

    def __init__(self, shelf: Shelf, conversations: ConversationStore, clock: Callable[[], datetime]) -> None:
        self._shelf = shelf
        self._conversations = conversations
        self._clock = clock

    async def current(self, sender: Sender, language: str) -> StoredStory | None:
        """Their story, as the edition in `language` where there is one; None while there are no stories."""
        opened = await self._conversations.open_story(sender.place.chat, sender.person)
        row = await self._shelf.current(language, opened)
        return await self._shelf.story(row) if row else None

    async def turn_to(self, sender: Sender, row: StoryRow) -> None:
        """Opens a story: what they ask from now on is about it first, and earlier questions are no context."""
        await self._conversations.start_over(sender.place.chat, sender.person, story=row.slug, now=self._clock())

    async def close(self, sender: Sender) -> None:
        """Forgets the open story and the context."""
        await self._conversations.start_over(sender.place.chat, sender.person, now=self._clock())
