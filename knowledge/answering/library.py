"""The stories in memory: indexes of current revisions, made when they are first asked for."""

from collections import OrderedDict
from collections.abc import Sequence

from knowledge.answering.story_index import StoryIndex
from knowledge.model.answer import Question
from knowledge.store.search import UnitSearch
from knowledge.store.stories import StoryStore
from knowledge.store.story_rows import StoryRow

_KEPT = 64  # indexes


class Library:
    """Gives the indexes that a question is to be tried on; notices when any process changes a story."""

    def __init__(self, store: StoryStore, search: UnitSearch) -> None:
        self._store = store
        self._search = search
        self._version: int | None = None
        self._rows: tuple[StoryRow, ...] = ()
        self._indexes: OrderedDict[tuple[str, int], StoryIndex] = OrderedDict()

    async def indexes_for(self, question: Question, language: str | None) -> tuple[StoryIndex, ...]:
        """Indexes in the order in which stories go first at equal fit: the reader's own, then the newest.

        `language` is the question's, or the reader's, or None; of a story's editions the one in it is given.
        """
        version = await self._store.version()
        if version != self._version:
            self._rows = tuple(row for row in await self._store.rows() if not row.withdrawn and not row.outdated)
            self._version = version
        rows = editions(self._rows, language)
        own = next((row.translation_of or row.slug for row in self._rows if row.slug == question.story), question.story)
        if question.only_story:
            rows = [row for row in rows if own in (row.slug, row.translation_of)]
        rows.sort(key=lambda row: row.id, reverse=True)
        rows.sort(key=lambda row: row.published or "", reverse=True)
        rows.sort(key=lambda row: own not in (row.slug, row.translation_of))
        return tuple([await self._index(row) for row in rows])

    async def _index(self, row: StoryRow) -> StoryIndex:
        key = (row.slug, row.revision)
        index = self._indexes.get(key)
        if index is None:
            stored = await self._store.story(row.slug)
            if stored is None:
                raise LookupError(row.slug)
            index = self._indexes[key] = StoryIndex(stored.story, stored.units, stored.row.revision)
            while len(self._indexes) > _KEPT:
                self._indexes.popitem(last=False)
        self._indexes.move_to_end(key)
        return index


def editions(rows: Sequence[StoryRow], language: str | None) -> list[StoryRow]:
    """One row of each story: the edition in the reader's language (Russian readers get the Ukrainian one)."""
    wanted = "uk" if language == "ru" else language
    slugs = {row.slug for row in rows}
    chosen: dict[str, StoryRow] = {}
    for row in rows:
        group = row.translation_of if row.translation_of in slugs else row.slug
        current = chosen.get(group or row.slug)
        better = current is not None and row.language == wanted and current.language != wanted
        original_back = current is not None and row.slug == group and current.language != wanted
        if current is None or better or original_back:
            chosen[group or row.slug] = row
    return list(chosen.values())
