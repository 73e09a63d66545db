"""The stories that readers can see: by name, by short reference, newest first, in the reader's language."""

from collections import OrderedDict
from datetime import datetime
from hashlib import blake2s

from knowledge.model.answer import (
    AskedKind,
    DirectAnswer,
    Evidence,
    Explanation,
    Stance,
    StoryCard,
)
from knowledge.model.story import Story, Unit
from knowledge.store.excerpts import Excerpts
from knowledge.store.stories import StoryStore
from knowledge.store.story_rows import StoredStory, StoryRow

_DIGITS = "0123456789abcdefghijklmnopqrstuv"
_KEPT = 4  # stories in memory
_WHOLE = 1500  # units; of a longer story (a bank of questions) only the beginning is shown
_BEGINNING = 300


def reference_of(name: str) -> str:
    """A short stable stand-in for a slug or name where 64 bytes must hold more than it: 40 bits in 8 characters."""
    number = int.from_bytes(blake2s(name.encode(), digest_size=5).digest())
    return "".join(_DIGITS[number >> shift & 31] for shift in range(35, -5, -5))


class Shelf:
    """Stories in view: withdrawn ones and translations of an older revision are left out."""

    def __init__(self, store: StoryStore, excerpts: Excerpts) -> None:
        self._store = store
        self._excerpts = excerpts
        self._version = -1
        self._rows: tuple[StoryRow, ...] = ()
        self._stories: OrderedDict[tuple[str, int], StoredStory] = OrderedDict()

    async def rows(self) -> tuple[StoryRow, ...]:
        """All stories and translations in view, in the order in which they were first loaded."""
        version = await self._store.version()
        if version != self._version:
            rows = await self._store.rows()
            self._rows = tuple(row for row in rows if not row.withdrawn and not row.outdated)
            self._version = version
        return self._rows

    async def newest(self, language: str) -> tuple[StoryRow, ...]:
        """One row for each story, newest first, as the edition in `language` where there is one."""
        rows = await self.rows()
        slugs = {row.slug for row in rows}
        originals = [row for row in rows if row.translation_of not in slugs]
        originals.sort(key=lambda row: (row.published or "", row.id), reverse=True)
        return tuple(_edition(row, rows, language) for row in originals)

    async def current(self, language: str, preferred: str | None = None) -> StoryRow | None:
        """The story that "the story" means: the preferred one if it is in view, else the newest."""
        rows = await self.rows()
        chosen = next((row for row in rows if row.slug == preferred), None)
        if chosen is not None:
            return _edition(chosen, rows, language)
        return next(iter(await self.newest(language)), None)

    async def by_reference(self, reference: str) -> StoryRow | None:
        """The story that a button or link means, or None where it is gone."""
        return next((row for row in await self.rows() if reference_of(row.slug) == reference), None)

    async def story(self, row: StoryRow) -> StoredStory | None:
        """The story of `row`: whole, or of a bank of questions its first 300 pieces."""
        key = (row.slug, row.revision)
        if key not in self._stories:
            stored = await (self._store.story(row.slug) if row.units <= _WHOLE else self._beginning(row))
            if stored is None:
                return None
            self._stories[key] = stored
            while len(self._stories) > _KEPT:
                self._stories.popitem(last=False)
        self._stories.move_to_end(key)
        return self._stories[key]

    async def passage(self, reference: str, unit: str) -> tuple[StoredStory, Unit] | None:
        """A story with one of its units, wherever it stands; None where either is gone."""
        row = await self.by_reference(reference)
        stored = await self.story(row) if row else None
        found = await self._excerpts.unit(stored.row, unit) if stored else None
        return (stored, found) if stored and found else None

    async def _beginning(self, row: StoryRow) -> StoredStory:
        published = datetime.fromisoformat(row.published) if row.published else None
        story = Story(row.slug, row.language, row.title, source=row.source, url=row.url, published=published)
        return StoredStory(row, story, await self._excerpts.beginning(row, _BEGINNING))

    async def found(self, words: str, language: str) -> tuple[StoryRow, ...]:
        """Stories whose title holds every word of `words` (beginnings will do), newest first."""
        wanted = words.casefold().split()
        rows = await self.newest(language)
        return tuple(row for row in rows if all(_stands(word, row.title) for word in wanted))


def passage(stored: StoredStory, units: tuple[Unit, ...], language: str, stance: Stance) -> DirectAnswer:
    """Units that were chosen rather than asked for, as an answer in `language`."""
    card = StoryCard.of(stored.story, stored.row.revision)
    evidence = tuple(Evidence(card, unit.heading, unit.key, unit.text) for unit in units)
    return DirectAnswer(language, evidence, stance, 1.0, Explanation("chosen", AskedKind.OTHER, language))


def _edition(row: StoryRow, rows: tuple[StoryRow, ...], language: str) -> StoryRow:
    if row.language == language:
        return row
    original = row.translation_of or row.slug
    editions = [one for one in rows if original in (one.slug, one.translation_of)]
    return next((one for one in editions if one.language == language), row)


def _stands(word: str, title: str) -> bool:
    return any(part.startswith(word) for part in title.casefold().replace("-", " ").split())
