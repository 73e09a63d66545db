"""One story's attempt at a question: what it matches, its best units, and how surely it answers."""

from dataclasses import dataclass

from knowledge.answering.indexing.lessons import NOTHING_LEARNT, Learnt
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.confidence import Gate
from knowledge.answering.ranking.coverage import Coverage, coverage
from knowledge.answering.ranking.matching import AskedWord, Matcher
from knowledge.answering.ranking.names import NameFinder, NameUse
from knowledge.answering.ranking.phrasing import Likenesses, likenesses
from knowledge.answering.ranking.scoring import Scored, led_on, rank
from knowledge.answering.reading.kinds import ask_alike, kind_asked_by
from knowledge.answering.reading.reading import Reading
from knowledge.language.lexicon import Lexicon

_VERY_LIKE = 0.7


@dataclass(frozen=True, slots=True)
class Attempt:
    """`ranked` is best first and may be empty; `probability` 0…1 is the gate's."""

    reading: Reading
    index: StoryIndex
    uses: tuple[NameUse, ...]
    asked: tuple[AskedWord, ...]
    ranked: tuple[Scored, ...]
    coverage: Coverage
    probability: float
    left_open: int | None = None  # position of the unit that is known to leave the question open

    @property
    def best(self) -> Scored | None:
        """The unit that fits best."""
        return self.ranked[0] if self.ranked else None

    @property
    def margin(self) -> float | None:
        """How far the best unit is ahead of the next."""
        return self.ranked[0].score - self.ranked[1].score if len(self.ranked) > 1 else None


class Attempts:
    """Tries questions on stories."""

    def __init__(self, lexicon: Lexicon, gate: Gate) -> None:
        self._matcher = Matcher(lexicon)
        self._finder = NameFinder(lexicon)
        self._gate = gate

    def attempt(self, reading: Reading, index: StoryIndex) -> Attempt:
        """The attempt of one story at one question."""
        uses = self._finder.find(reading, index)
        asked = self._matcher.match(reading.words, index, reading.language, uses)
        similar = likenesses(asked, reading.folded, index.phrasebook)
        learnt = _learnt(reading, index)
        ranked = rank(asked, reading.kind, similar.answered, learnt.units, index)
        if reading.before is not None:
            ranked = led_on(ranked, self.attempt(reading.before, index).ranked, index)
        covered = coverage(asked, uses, reading.kind, ranked, learnt, index)
        probability = self._gate.probability(covered.features)
        left_open = similar.left_open if _asks_the_same(reading, similar) else None
        position = None if left_open is None else left_open.position
        return Attempt(reading, index, uses, asked, ranked, covered, probability, position)


def _learnt(reading: Reading, index: StoryIndex) -> Learnt:
    """What the story's phrasings teach; of a question that leans on the one before they teach nothing."""
    if index.lessons is None or reading.before is not None:
        return NOTHING_LEARNT
    return index.lessons.on(reading.words)


def _asks_the_same(reading: Reading, similar: Likenesses) -> bool:
    """Whether a question left open asks for the same kind of answer; a mere list of words must be very like it."""
    if similar.left_open is None:
        return False
    if reading.is_keywords:
        return similar.likeness >= _VERY_LIKE
    return ask_alike(kind_asked_by(similar.left_open.text), reading.kind)
