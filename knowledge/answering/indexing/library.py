"""The stories that a question is tried on: small ones whole in memory, banks by their likeliest units."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.answering.indexing.editions import editions
from knowledge.answering.indexing.partial_index import partial_index
from knowledge.answering.indexing.search_terms import SearchTerms, sought
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.language.lexicon import load_lexicon
from knowledge.model.answer import Question
from knowledge.store.search import FoundUnit, Sought, UnitSearch
from knowledge.store.stories import StoryStore
from knowledge.store.story_rows import StoryRow

_KEPT = 24  # whole stories in memory
_WHOLE = 1500  # units up to which a story is indexed whole
_TRIED = 8  # stories that a question is tried on when there are more
_CANDIDATES = 12  # units of a bank; measured with `storyline bench --bank 100000`
_TOPICS = ("minutes", "views", "picture", "credit", "channel", "source", "reporter", "link", "date", "category")
_ALWAYS = ("title", *(f"furniture-{topic}" for topic in _TOPICS))  # units that every part of a bank has


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What is on offer at one version of the catalogue."""

    version: int
    rows: tuple[StoryRow, ...]


@dataclass(frozen=True, slots=True)
class _Terms:
    """A question's tokens: in how many units each stands, and what to look up."""

    frequencies: Mapping[str, int]
    sought: Sought | None


class Library:
    """Gives the indexes that a question is to be tried on; notices when any process changes a story."""

    def __init__(self, store: StoryStore, search: UnitSearch) -> None:
        self._store = store
        self._search = search
        self._terms = SearchTerms(search, load_lexicon())
        self._shelf: _Shelf | None = None
        self._around: dict[tuple[str, int], tuple[FoundUnit, ...]] = {}
        self._indexes: OrderedDict[tuple[str, int], StoryIndex] = OrderedDict()

    async def indexes_for(self, question: Question, language: str | None) -> tuple[StoryIndex, ...]:
        """Indexes in the order in which stories go first at equal fit: the reader's own, then the newest.

        `language` is the question's, or the reader's, or None; of a story's editions the one in it is given.
        """
        shelf = await self._current()
        rows = _in_order(editions(shelf.rows, language), question, shelf.rows)
        if len(rows) <= _TRIED and all(row.units <= _WHOLE for row in rows):
            return tuple([await self._whole(row) for row in rows])
        return await self._likeliest(question, rows)

    async def newest(self, most: int) -> tuple[StoryIndex, ...]:
        """Indexes of the newest stories that are held whole, at most so many, every edition counted."""
        rows = [row for row in _in_order(list((await self._current()).rows), Question(""), ()) if row.units <= _WHOLE]
        return tuple([await self._whole(row) for row in rows[:most]])

    async def version(self) -> int:
        """A number that changes with every change to any story."""
        return (await self._current()).version

    async def _current(self) -> _Shelf:
        version = await self._store.version()
        if self._shelf is None or self._shelf.version != version:
            rows = tuple(row for row in await self._store.rows() if not row.withdrawn and not row.outdated)
            self._shelf = _Shelf(version, rows)
            self._terms.forget()
        return self._shelf

    async def _likeliest(self, question: Question, rows: Sequence[StoryRow]) -> tuple[StoryIndex, ...]:
        frequencies = await self._terms.of(question)
        terms = _Terms(frequencies, sought(frequencies, sum(row.units for row in rows)))
        if len(rows) == 1:
            return (await self._index(rows[0], terms),)
        hits = await self._search.stories(terms.sought, 4 * _CANDIDATES) if terms.sought else ()
        ranks = {story: rank for rank, story in enumerate(hits)}
        chosen = [row for place, row in enumerate(rows) if place == 0 or row.id in ranks]
        if len(chosen) > _TRIED:
            near = sorted(chosen[1:], key=lambda row: ranks[row.id])[: _TRIED - 1]
            chosen = [row for row in chosen if row is chosen[0] or row in near]
        return tuple([await self._index(row, terms) for row in chosen])

    async def _index(self, row: StoryRow, terms: _Terms) -> StoryIndex:
        return await self._whole(row) if row.units <= _WHOLE else await self._part(row, terms)

    async def _part(self, row: StoryRow, terms: _Terms) -> StoryIndex:
        key = (row.slug, row.revision)
        around = self._around.get(key)
        if around is None:
            around = self._around[key] = await self._search.keyed(row.id, _ALWAYS)
        hits = await self._search.units(terms.sought, row.id, _CANDIDATES) if terms.sought else ()
        return partial_index(row, (*around, *hits), terms.frequencies)

    async def _whole(self, row: StoryRow) -> StoryIndex:
        key = (row.slug, row.revision)
        index = self._indexes.get(key)
        if index is None:
            stored = await self._store.story(row.slug)
            if stored is None:
                raise LookupError(row.slug)
            index = self._indexes.get(key)  # another question may have built it while this one waited
            if index is None:
                index = self._indexes[key] = StoryIndex(stored.story, stored.units, stored.row.revision)
            while len(self._indexes) > _KEPT:
                self._indexes.popitem(last=False)
        self._indexes.move_to_end(key)
        return index


def _in_order(rows: list[StoryRow], question: Question, every: Sequence[StoryRow]) -> list[StoryRow]:
    """The reader's own story first (or alone), then the newest; of equally old ones the last loaded."""
    own = next((row.translation_of or row.slug for row in every if row.slug == question.story), question.story)
    if question.only_story:
        rows = [row for row in rows if own in (row.slug, row.translation_of)]
    by_age = sorted(rows, key=lambda row: (row.published or "", row.id), reverse=True)
    return sorted(by_age, key=lambda row: own not in (row.slug, row.translation_of))
