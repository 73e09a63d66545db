"""The notices of items, made once for each version."""

from collections import OrderedDict

from knowledge.alerts.notice import notice_of
from knowledge.model.alert import Item, Notice
from knowledge.store.stories import StoryStore
from knowledge.store.story_rows import StoredStory

KEPT = 64


class Notices:
    """What the alerts of items show now."""

    def __init__(self, stories: StoryStore) -> None:
        self._stories = stories
        self._kept: OrderedDict[tuple[int, int, str], Notice] = OrderedDict()

    async def of(self, item: Item, language: str) -> Notice:
        """The notice of `item` in its version, from our translation into `language` where there is a current one.

        Raises LookupError where its story is not stored.
        """
        key = (item.id, item.version, language)
        if key not in self._kept:
            stored = await self._edition(item.slug, language)
            self._kept[key] = notice_of(item, stored.story, stored.row.revision, stored.units)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    async def _edition(self, slug: str, language: str) -> StoredStory:
        stored = await self._stories.story(slug)
        if stored is None:
            raise LookupError(f"No story is named {slug}.")
        if stored.row.language != language:
            for row in await self._stories.rows():
                if row.translation_of == slug and row.language == language and not row.outdated and not row.withdrawn:
                    return await self._stories.story(row.slug) or stored
        return stored
