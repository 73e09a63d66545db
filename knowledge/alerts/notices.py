"""The notices of items, made once for each version."""

from collections import OrderedDict

from knowledge.alerts.notice import notice_of
from knowledge.model.alert import Item, Notice
from knowledge.store.stories import StoryStore

KEPT = 64


class Notices:
    """What the alerts of items show now."""

    def __init__(self, stories: StoryStore) -> None:
        self._stories = stories
        self._kept: OrderedDict[tuple[int, int], Notice] = OrderedDict()

    async def of(self, item: Item) -> Notice:
        """The notice of `item` in its version; raises LookupError where its story is not stored."""
        key = (item.id, item.version)
        if key not in self._kept:
            stored = await self._stories.story(item.slug)
            if stored is None:
                raise LookupError(f"Item {item.id} has no story.")
            self._kept[key] = notice_of(item, stored.story, stored.row.revision, stored.units)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]
