"""The names that a story mentions."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from knowledge.answering.indexing.indexed_units import IndexedUnit
from knowledge.language.words import Token, words_of
from knowledge.model.story import Story

_SHORTEST = 3
_SHOWN = 5
_MAIN_SHARE = 0.4  # a name in so many of a story's units is its subject and need not be said again


class StoryNames:
    """The names that a story mentions."""

    def __init__(self, units: tuple[IndexedUnit, ...], story: Story, title_stems: frozenset[str]) -> None:
        self._units = units
        self._story = story
        self._title_stems = title_stems
        self.kept: dict[str, tuple[str, ...]] = {}  # what a finder keeps of names of the general lexicon and the story

    def prepare(self) -> None:
        """Makes every table that is otherwise made when a question first needs it."""
        for table in ("main", "primary", "forms", "longest", "initials", "shown", "_spellings", "_kinds"):
            getattr(self, table)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of words that stand with a capital inside a sentence, and of the story's listed names."""
        found = set()
        for entry in self._units:
            for place, word in enumerate(entry.tokens):
                if word.is_capital and not word.is_stop and (place > 0 or entry.unit.name is not None):
                    found.add(word.stem)
        lower = {word.stem for entry in self._units for word in entry.tokens if not word.is_capital}
        listed = {word.stem for name in self._story.names for word in words_of(name.name) if word.is_capital}
        return frozenset((found - lower) | listed)

    @cached_property
    def main(self) -> frozenset[str]:
        """Stems of the names that the whole story is about."""
        needed = max(2.0, _MAIN_SHARE * len(self._units))
        own = Counter(stem for entry in self._units for stem in set(entry.stems))
        return frozenset(s for s in self.stems if own[s] >= needed or s in self._title_stems)

    @cached_property
    def primary(self) -> frozenset[str]:
        """Stems of the listed names themselves, their other spellings aside."""
        return frozenset(word.stem for name in self._story.names for word in words_of(name.name) if word.is_capital)

    @cached_property
    def forms(self) -> dict[str, str]:
        """Latin spellings of the names, folded, with their stems."""
        return {
            word.folded: word.stem
            for entry in self._units
            for word in entry.tokens
            if word.stem in self.stems and len(word.folded) >= _SHORTEST
        }

    @cached_property
    def spelled(self) -> dict[tuple[str, ...], str]:
        """Every listed name and alias by its stems."""
        found: dict[tuple[str, ...], str] = {}
        for name in self._story.names:
            for spelling in (name.name, *name.aliases):
                stems = tuple(word.stem for word in words_of(spelling))
                if stems:
                    found.setdefault(stems, name.name)
        return found

    @cached_property
    def longest(self) -> dict[str, int]:
        """For a stem that begins a spelling, the number of words of the longest such one."""
        found: dict[str, int] = {}
        for stems in self.spelled:
            found[stems[0]] = max(found.get(stems[0], 0), len(stems))
        return found

    def spellings_of(self, name: str) -> tuple[str, ...]:
        """The name with every other spelling that the story lists for it."""
        return self._spellings.get(name, (name,))

    def kind_of(self, name: str) -> str | None:
        """What sort of name the story says it is."""
        return self._kinds.get(name)

    @cached_property
    def _kinds(self) -> dict[str, str | None]:
        return {name.name: name.kind for name in reversed(self._story.names)}

    @cached_property
    def initials(self) -> dict[str, tuple[str, ...]]:
        """Folded initials of names of two words and more, with the names' stems: "po" for Presiding Officer."""
        found: dict[str, tuple[str, ...]] = {}
        for entry in self._units:
            run: list[Token] = []
            for word in (*entry.tokens, None):
                if word is not None and word.is_capital and not word.is_stop:
                    run.append(word)
                    continue
                for size in range(2, len(run) + 1):
                    for first in range(len(run) - size + 1):
                        part = run[first : first + size]
                        found["".join(piece.folded[0] for piece in part)] = tuple(piece.stem for piece in part)
                run = []
        return found

    @cached_property
    def _spellings(self) -> dict[str, tuple[str, ...]]:
        return {name.name: (name.name, *name.aliases) for name in self._story.names}

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """Names worth telling a reader who asked about another: a few companies and people, else bullets' names.

        Those that the whole story is about go last: a reader knows them.
        """
        listed = [name.name for name in self._story.names if name.kind in ("company", "person")]
        bullets = _names_among([entry.unit.name for entry in self._units if entry.unit.name])
        counted: Counter[str] = Counter()
        for entry in self._units:
            for place, word in enumerate(entry.words):
                if place > 0 and word.is_capital and word.stem in self.stems and len(word.text) > 2:
                    counted[word.text] += 1
        frequent = [name for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]
        names = list(dict.fromkeys(listed or bullets or frequent))
        names.sort(key=lambda name: self.main.issuperset(word.stem for word in words_of(name)))
        return tuple(names)[:_SHOWN]


def _names_among(labels: Sequence[str]) -> list[str]:
    """Those of the bullets' labels that may be names; "Tier A" beside "Tier B" is none, nor is "Hospital staff"."""
    opening = Counter(label.split()[0] for label in labels)
    return [
        label
        for label in labels
        if opening[label.split()[0]] == 1 and not any(word[0].islower() for word in label.split())
    ]
