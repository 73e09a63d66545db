"""One story held in memory so that a question is scored against all of its units in well under a millisecond."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import chain, pairwise
from math import log

from knowledge.answering.indexing.credits import credit_in
from knowledge.answering.indexing.indexed_units import average_length, indexed_units, open_phrasings_of, phrasings_of
from knowledge.answering.indexing.lessons import Lessons, enough
from knowledge.answering.indexing.measures import MEASURES, holds_measure
from knowledge.answering.indexing.phrasebook import Phrasebook
from knowledge.answering.indexing.priors import priors_of
from knowledge.answering.indexing.referents import referents_of
from knowledge.answering.indexing.story_names import StoryNames
from knowledge.answering.indexing.surroundings import Surroundings
from knowledge.answering.indexing.weights import Lent, Weights
from knowledge.answering.reading.kinds import holds
from knowledge.language.numbers import Number, numbers_in
from knowledge.language.words import stems_of, words_of
from knowledge.model.answer import AskedKind, StoryCard, Suggestion
from knowledge.model.story import Story, Unit, UnitKind

_DIGIT = re.compile(
    r"\d|(?i:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|тисяч|мільйон|мільярд)"
)

_TABLES = (
    "content_stems",
    "told",
    "pairs",
    "headings",
    "numbers",
    "is_bank",
    "form_list",
    "_sorted_stems",
    "priors",
    "credit",
)


class StoryIndex:
    """The words, phrasings, names and numbers of one revision of a story.

    `weights[stem][position]` says how much the unit at `position` is about `stem`, 0…1, its neighbours included.
    """

    def __init__(
        self,
        story: Story,
        units: tuple[Unit, ...],
        revision: int,
        frequencies: Mapping[str, int] | None = None,
        size: int | None = None,
    ) -> None:
        """`units` may be a part of `size`; `frequencies` then say in how many of all the words stand."""
        self.story = story
        self.card = StoryCard.of(story, revision)
        self.furniture = {unit.key: unit for unit in units if unit.kind is UnitKind.FURNITURE}
        self.furniture |= {f"furniture-{unit.key}": unit for unit in units if unit.kind is UnitKind.TITLE}
        self.units = tuple(
            indexed_units([unit for unit in units if unit.kind is not UnitKind.FURNITURE], story.language)
        )
        self.referents = referents_of(self.units, story)
        self.positions = {entry.unit.key: position for position, entry in enumerate(self.units)}
        self.phrasings = phrasings_of(self.units)
        self.title_stems = frozenset(word.stem for word in words_of(story.title, story.language))
        self._frequencies = frequencies or {}
        self._size = max(size or 0, len(self.units))
        self.kin: dict[
            int, tuple[int, ...]
        ] = {}  # for each position the others, nearest kin first, as they are asked for
        self.kept_suggestions: dict[tuple[str, int | None, frozenset[str]], tuple[Suggestion, ...]] = {}
        self.first_questions: dict[tuple[str, str, bool], str | None] = {}  # by unit, language and whether in another
        self.kept_ways: dict[object, object] = {}  # what a matcher keeps of words that were asked about
        self._places: dict[int, Mapping[str, tuple[int, ...]]] = {}
        self._spellings: dict[str, tuple[str, ...]] = {}
        self._numbers: dict[int, tuple[Number, ...]] = {}
        self.around = Surroundings(self.units, self.referents, self.title_stems, story.language)
        lent = [Lent(self.around.heading_stems(place), self.around.meant(place)) for place in range(len(self.units))]
        self.weights = Weights(self.units, lent, self.title_stems)
        self.forms = self._forms()
        self._idf: dict[str, float] = {}
        self._holding: dict[AskedKind, frozenset[int]] = {}
        self._measured: dict[str, frozenset[int]] = {}

    @cached_property
    def names(self) -> StoryNames:
        """The names that the story mentions."""
        return StoryNames(self.units, self.story, self.title_stems)

    @cached_property
    def credit(self) -> Unit | None:
        """The unit that says whom the page's outlet follows."""
        return credit_in((entry.unit for entry in self.units), self.story.source)

    @cached_property
    def content_stems(self) -> frozenset[str]:
        """Stems that stand somewhere in the story or its phrasings as words that say something of their own."""
        found = {token.stem for entry in self.units for token in entry.tokens if not token.is_stop}
        return frozenset(found.union(*(phrasing.content for phrasing in self.phrasings)) | self.title_stems)

    @cached_property
    def told(self) -> frozenset[str]:
        """Stems that stand in the story itself; a phrasing may hold a wrong guess."""
        return self.title_stems.union(*(entry.distinct for entry in self.units))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Stems that stand side by side somewhere in the story."""
        return frozenset(pair for entry in self.units for pair in pairwise(entry.stems))

    @cached_property
    def headings(self) -> Mapping[str, frozenset[str]]:
        """The headings with the stems of their telling words."""
        headings = {entry.unit.heading for entry in self.units if entry.unit.heading}
        return {
            heading: frozenset(word.stem for word in words_of(heading, self.story.language) if not word.is_stop)
            for heading in sorted(headings)
        }

    @cached_property
    def numbers(self) -> frozenset[float]:
        """Every number that the story mentions, by value."""
        of_units = [number for position in range(len(self.units)) for number in self.numbers_at(position)]
        return frozenset(number.value for number in (*_numbers_of(self.story.title), *of_units))

    def numbers_at(self, position: int) -> tuple[Number, ...]:
        """The numbers in the text of the unit at `position`."""
        found = self._numbers.get(position)
        if found is None:
            found = self._numbers[position] = _numbers_of(self.units[position].unit.text)
        return found

    def stems_of_number(self, typed: str) -> tuple[str, ...]:
        """The stems of a number that the story writes in another way: of "1 billion" for "1bn"."""
        values = {number.value for number in numbers_in(typed)}
        numbers = (number for position in range(len(self.units)) for number in self.numbers_at(position))
        texts = [number.text for number in numbers if number.value in values]
        return tuple(dict.fromkeys(stem for text in texts for stem in stems_of(text, self.story.language)))

    @cached_property
    def phrasebook(self) -> Phrasebook:
        """The phrasings by their words, and those of questions that the story is known to leave open.

        The words of the latter are no words of the story.
        """
        return Phrasebook(self.phrasings, open_phrasings_of(self.units), self.idf)

    @cached_property
    def lessons(self) -> Lessons | None:
        """What the phrasings teach; nothing where they are few, or the index is a part of a large bank."""
        if self._frequencies or not enough(self.phrasings):
            return None
        return Lessons(self.phrasings, self.phrasebook.phrasings[self.phrasebook.answered :])

    @cached_property
    def is_bank(self) -> bool:
        """Whether it is a table of questions and answers and no story."""
        return bool(self.units) and all(entry.unit.kind in (UnitKind.FAQ, UnitKind.TITLE) for entry in self.units)

    @cached_property
    def document_frequency(self) -> Mapping[str, int]:
        """In how many units a stem stands, their phrasings included."""
        stems = [set(entry.distinct) for entry in self.units]
        for phrasing in self.phrasings:
            stems[phrasing.position].update(phrasing.stems)
        return Counter(chain.from_iterable(stems))

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

    def prepare(self) -> None:
        """Makes every table that is otherwise made when a question first needs it."""
        for kind in AskedKind:
            self.holding(kind)
        for measure in MEASURES:
            self.holding_measure(measure)
        for stem in self.weights.stems:
            self.weights.of(stem)
        for position in range(len(self.units)):
            len(self.units[position].words)
            self.around.context_stems(position)
            self.around.window_stems(position)
            self.places(position)
        for table in _TABLES:
            getattr(self, table)
        self.names.prepare()
        self.phrasebook.prepare()
        if self.lessons is not None:
            deque(self.lessons.prepare(), maxlen=0)

    def idf(self, stem: str) -> float:
        """ln(1 + (n - df + .5)/(df + .5)) inside the story."""
        value = self._idf.get(stem)
        if value is None:
            own = self.document_frequency.get(stem, 0)
            df = max(own, self._frequencies.get(stem, 0))
            value = log(1 + (self._size - df + 0.5) / (df + 0.5))
            if own:  # there is no end to what readers type and the story does not hold
                self._idf[stem] = value
        return value

    @cached_property
    def priors(self) -> tuple[float, ...]:
        """For each unit what it earns whatever is asked."""
        return priors_of(self.units, average_length(self.units))

    def holds(self, kind: AskedKind, position: int) -> bool:
        """Whether the unit at `position` holds an answer of a kind; kinds without a shape are always held."""
        return position in self.holding(kind)

    def holding(self, kind: AskedKind) -> frozenset[int]:
        """Positions of the units that hold an answer of a kind."""
        found = self._holding.get(kind)
        if found is None:
            found = self._holding[kind] = self._where(lambda text: holds(kind, text))
        return found

    def holding_measure(self, measure: str) -> frozenset[int]:
        """Positions of the units that hold a measure: a speed, a weight."""
        found = self._measured.get(measure)
        if found is None:
            found = self._measured[measure] = self._where(lambda text: holds_measure(measure, text))
        return found

    def _where(self, is_held: Callable[[str], bool]) -> frozenset[int]:
        """Positions of the units whose text holds something."""
        return frozenset(place for place, entry in enumerate(self.units) if is_held(entry.unit.text))

    def places(self, position: int) -> Mapping[str, tuple[int, ...]]:
        """Where in the unit at `position` each stem stands."""
        places = self._places.get(position)
        if places is None:
            found: dict[str, list[int]] = defaultdict(list)
            for place, stem in enumerate(self.units[position].stems):
                found[stem].append(place)
            places = self._places[position] = {stem: tuple(where) for stem, where in found.items()}
        return places

    def stems_of_name(self, spelling: str) -> tuple[str, ...]:
        """The telling stems of a name's spelling if the story has all of them, else none."""
        stems = self._spellings.get(spelling)
        if stems is None:
            read = tuple(word.stem for word in words_of(spelling, self.story.language) if not word.is_stop)
            stems = self._spellings[spelling] = read if self.told.issuperset(read) else ()
        return stems

    def own_stems(self, position: int) -> frozenset[str]:
        """The stems of the unit at `position` and of the telling words of its heading."""
        entry = self.units[position]
        return entry.distinct | self.headings[entry.unit.heading] if entry.unit.heading else entry.distinct

    def _forms(self) -> Mapping[str, str]:
        """Every folded word of the story and its phrasings, with its stem: what a typo is corrected to."""
        forms: dict[str, str] = {}
        for entry in self.units:
            for token in entry.tokens:
                forms.setdefault(token.folded, token.stem)
        return forms


def _numbers_of(text: str) -> tuple[Number, ...]:
    return numbers_in(text) if _DIGIT.search(text) else ()
