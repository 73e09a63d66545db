"""One story held in memory so that a question is scored against all of its units in well under a millisecond."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from knowledge.answering.kinds import kinds_held
from knowledge.language.words import Word, words_of
from knowledge.model.answer import AskedKind, StoryCard
from knowledge.model.story import Story, Unit, UnitKind

# Saturation and length normalisation of BM25, and what a neighbour, the title and the heading lend to a sentence.
# Measured with `python -m tests.benchmarks.answering_stories`.
_K1 = 0.2
_B = 0.6
_FROM_NEIGHBOUR = 0.2
_FROM_TITLE = 0.2
_FROM_HEADING = 0.15


@dataclass(frozen=True, slots=True)
class IndexedUnit:
    """A unit with its words; `previous` is the position of the unit before it in the same paragraph."""

    unit: Unit
    words: tuple[Word, ...]
    stems: tuple[str, ...]
    previous: int | None


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A question that the unit at `position` is known to answer."""

    position: int
    text: str
    stems: tuple[str, ...]
    content: frozenset[str]


class StoryIndex:
    """The words, phrasings, names and numbers of one revision of a story.

    `weights[stem][position]` says how much the unit at `position` is about `stem`, 0…1, its neighbours included.
    """

    def __init__(self, story: Story, units: tuple[Unit, ...], revision: int) -> None:
        self.story = story
        self.card = StoryCard.of(story, revision)
        self.furniture = {unit.key: unit for unit in units if unit.kind is UnitKind.FURNITURE}
        self.units = tuple(_indexed([unit for unit in units if unit.kind is not UnitKind.FURNITURE], story.language))
        self.positions = {entry.unit.key: position for position, entry in enumerate(self.units)}
        self.phrasings = tuple(_phrasings(self.units, story.language))
        self.title_stems = frozenset(word.stem for word in words_of(story.title, story.language))
        self.weights: Mapping[str, Mapping[int, float]] = self._weights()
        self.forms = self._forms()
        self._kinds: dict[int, frozenset[AskedKind]] = {}

    @cached_property
    def phrasings_by_stem(self) -> Mapping[str, tuple[int, ...]]:
        """Numbers of the phrasings that hold a stem."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, phrasing in enumerate(self.phrasings):
            for stem in set(phrasing.stems):
                found[stem].append(number)
        return {stem: tuple(numbers) for stem, numbers in found.items()}

    @cached_property
    def document_frequency(self) -> Mapping[str, int]:
        """In how many units a stem stands, their phrasings included."""
        found: dict[str, set[int]] = defaultdict(set)
        for position, entry in enumerate(self.units):
            for stem in entry.stems:
                found[stem].add(position)
        for phrasing in self.phrasings:
            for stem in phrasing.stems:
                found[stem].add(phrasing.position)
        return {stem: len(positions) for stem, positions in found.items()}

    @cached_property
    def form_list(self) -> tuple[str, ...]:
        """Every known folded word of four letters or more, for finding what a typo meant."""
        return tuple(form for form in self.forms if len(form) >= 4)

    @cached_property
    def _sorted_stems(self) -> tuple[str, ...]:
        return tuple(sorted(self.document_frequency))

    def beginning_with(self, stem: str, shortest: int) -> Iterable[tuple[str, float]]:
        """Story stems of which one is the beginning of the other, with the ratio of their lengths."""
        stems = self._sorted_stems
        place = bisect_left(stems, stem)
        while place < len(stems) and stems[place].startswith(stem):
            yield stems[place], len(stem) / len(stems[place])
            place += 1
        for length in range(shortest, len(stem)):
            if stem[:length] in self.document_frequency:
                yield stem[:length], length / len(stem)

    def idf(self, stem: str) -> float:
        """ln(1 + (n - df + .5)/(df + .5)) inside the story."""
        df = self.document_frequency.get(stem, 0)
        return log(1 + (len(self.units) - df + 0.5) / (df + 0.5))

    def kinds(self, position: int) -> frozenset[AskedKind]:
        """The kinds of answer that the unit at `position` holds."""
        held = self._kinds.get(position)
        if held is None:
            held = self._kinds[position] = kinds_held(self.units[position].unit.text)
        return held

    def neighbourhood(self, position: int) -> tuple[int, ...]:
        """The unit itself and those beside it in its paragraph."""
        paragraph = self.units[position].unit.paragraph
        near = (position - 1, position, position + 1)
        return tuple(
            other for other in near if 0 <= other < len(self.units) and self.units[other].unit.paragraph == paragraph
        )

    def _weights(self) -> dict[str, dict[int, float]]:
        average = sum(len(entry.stems) for entry in self.units) / max(1, len(self.units))
        own: list[dict[str, float]] = []
        for entry in self.units:
            counts: dict[str, int] = defaultdict(int)
            for stem in entry.stems:
                counts[stem] += 1
            norm = _K1 * (1 - _B + _B * len(entry.stems) / average)
            own.append({stem: count * (1 + _K1) / (count + norm) for stem, count in counts.items()})
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        headings: dict[str, frozenset[str]] = {}
        for position, entry in enumerate(self.units):
            if entry.unit.heading and entry.unit.heading not in headings:
                words = words_of(entry.unit.heading, self.story.language)
                headings[entry.unit.heading] = frozenset(word.stem for word in words)
            for stem in headings.get(entry.unit.heading or "", frozenset()):
                weights[stem][position] = _FROM_HEADING
            if entry.previous is not None:
                for stem, weight in own[entry.previous].items():
                    weights[stem][position] = _FROM_NEIGHBOUR * weight
            for stem in self.title_stems:
                weights[stem][position] = max(_FROM_TITLE, weights[stem].get(position, 0.0))
            for stem, weight in own[position].items():
                weights[stem][position] = weight
        return dict(weights)

    def _forms(self) -> Mapping[str, str]:
        """Every folded word of the story and its phrasings, with its stem: what a typo is corrected to."""
        forms: dict[str, str] = {}
        for entry in self.units:
            for word in entry.words:
                forms.setdefault(word.folded, word.stem)
        return forms


def _indexed(units: Iterable[Unit], language: str) -> Iterable[IndexedUnit]:
    previous_paragraph: int | None = None
    for position, unit in enumerate(units):
        words = words_of(unit.text, language)
        before = position - 1 if unit.paragraph == previous_paragraph else None
        yield IndexedUnit(unit, words, tuple(word.stem for word in words), before)
        previous_paragraph = unit.paragraph


def _phrasings(units: tuple[IndexedUnit, ...], language: str) -> Iterable[Phrasing]:
    for position, entry in enumerate(units):
        questions = ([entry.unit.question] if entry.unit.question else []) + list(entry.unit.asks)
        for text in questions:
            words = words_of(text)
            content = frozenset(word.stem for word in words if not word.is_stop)
            yield Phrasing(position, text, tuple(word.stem for word in words), content)
