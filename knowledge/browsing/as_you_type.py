"""Passages that fit what somebody has typed so far; the beginning of a word will do."""

from knowledge.browsing.shelf import Shelf
from knowledge.language.transliterate import latin_forms
from knowledge.language.words import Word, words_of
from knowledge.model.answer import Evidence, StoryCard
from knowledge.model.story import Unit, UnitKind
from knowledge.store.story_rows import StoryRow
from knowledge.store.typing_ahead import TypingAhead

SHORTEST = 3
WORDS_READ = 8
CANDIDATES = 60
SPELLINGS = 8


class AsYouType:
    """Finds finished passages for unfinished words."""

    def __init__(self, ahead: TypingAhead, shelf: Shelf) -> None:
        self._ahead = ahead
        self._shelf = shelf

    async def passages(self, text: str, language: str, limit: int) -> tuple[tuple[Evidence, Unit], ...]:
        """At most `limit` passages, best first, each once: in the edition in `language` where it stands in several."""
        words = [word for word in words_of(text[:256]) if len(word.folded) >= SHORTEST][:WORDS_READ]
        telling = [word for word in words if not word.is_stop] or words
        starts = tuple(one for word in telling if (one := _starts(word)))
        if not starts:
            return ()
        found = await self._ahead.units(starts, CANDIDATES)
        rows = {row.slug: row for row in await self._shelf.rows()}
        seen: dict[tuple[str, str], tuple[float, StoryRow, Unit]] = {}
        for order, (slug, unit) in enumerate(found):
            row = rows.get(slug)
            if row is None:
                continue
            place = (row.translation_of or row.slug, unit.key)
            score = _fit(unit, starts) + 0.5 * (row.language == language) - 0.001 * order
            if place not in seen or score > seen[place][0]:
                seen[place] = (score, row, unit)
        best = sorted(seen.values(), key=lambda one: -one[0])[:limit]
        return tuple([(await self._evidence(row, unit), unit) for _, row, unit in best])

    async def _evidence(self, row: StoryRow, unit: Unit) -> Evidence:
        stored = await self._shelf.story(row)
        if stored is None:
            raise LookupError(row.slug)
        return Evidence(StoryCard.of(stored.story, row.revision), unit.heading, unit.key, unit.text)


def _starts(word: Word) -> tuple[str, ...]:
    """The beginnings that stand for `word`: as typed, its stem, and in Latin letters for a Cyrillic name."""
    spellings = latin_forms(word.folded)[:SPELLINGS]
    pieces = (piece for start in (word.folded, word.stem, *spellings) for piece in [start.replace(" ", "")])
    return tuple(dict.fromkeys(piece for piece in pieces if piece.isalnum()))


def _fit(unit: Unit, starts: tuple[tuple[str, ...], ...]) -> float:
    """How many of the words stand in the passage itself rather than in its heading; headlines go last."""
    held = [word.folded for word in words_of(unit.text)]
    inside = sum(any(word.startswith(start) for word in held for start in options) for options in starts)
    return inside / len(starts) - (0.3 if unit.kind is UnitKind.TITLE else 0.0)
