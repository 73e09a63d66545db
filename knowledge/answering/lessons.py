"""What a story's stored phrasings teach about a question that is worded in yet another way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from knowledge.answering.indexed_units import Phrasing
from knowledge.answering.naive_bayes import NaiveBayes
from knowledge.language.words import Token, Word, tokens_of

# Measured with `python -m tests.benchmarks.phrasings_left_out`.
_LETTERS = 3  # in a run
_TEMPERATURE = 2.0  # of whether a question is left open: naive Bayes is surer than it should be
_ENOUGH = 5  # phrasings for each unit that has any


@dataclass(frozen=True, slots=True)
class Learnt:
    """Positions of units with how likely each is meant, together 1; `left_open` 0…1 is how likely none answers."""

    units: Mapping[int, float]
    left_open: float


NOTHING_LEARNT = Learnt({}, 0.0)


class Lessons:
    """Two classifiers: of the unit that a question means, and of questions that the story leaves open."""

    def __init__(self, answered: Sequence[Phrasing], left_open: Sequence[Phrasing]) -> None:
        self._answered = answered
        self._left_open = left_open

    def on(self, words: Iterable[Word | Token]) -> Learnt:
        """What they teach about a question of these words."""
        features = features_of(words)
        left_open = self._open.shares(features, _TEMPERATURE)[1] if self._left_open else 0.0
        return Learnt(self._units.shares(features), left_open)

    def prepare(self) -> Iterator[None]:
        """Learns now what is otherwise learnt when the first question comes, in two steps."""
        for classifier in ("_units", "_open") if self._left_open else ("_units",):
            getattr(self, classifier)
            yield

    @cached_property
    def _units(self) -> NaiveBayes:
        return NaiveBayes([(phrasing.position, _features(phrasing)) for phrasing in self._answered])

    @cached_property
    def _open(self) -> NaiveBayes:
        return NaiveBayes(
            [(0, _features(phrasing)) for phrasing in self._answered]
            + [(1, _features(phrasing)) for phrasing in self._left_open]
        )


def enough(answered: Sequence[Phrasing]) -> bool:
    """Whether there are so many phrasings that they teach more than each says by itself."""
    units = {phrasing.position for phrasing in answered}
    return len(units) > 1 and len(answered) >= _ENOUGH * len(units)


def _features(phrasing: Phrasing) -> tuple[str, ...]:
    return features_of(tokens_of(phrasing.text))


def features_of(words: Iterable[Word | Token]) -> tuple[str, ...]:
    """The stems of the words, each two side by side, and their runs of letters; each once."""
    found = dict[str, None]()
    stems = []
    for word in words:
        stems.append(word.stem)
        letters = f" {word.folded} "
        found.update(dict.fromkeys(letters[place : place + _LETTERS] for place in range(len(letters) - _LETTERS + 1)))
    found.update(dict.fromkeys(f"#{stem}" for stem in stems))
    found.update(dict.fromkeys(f"{one}_{other}" for one, other in pairwise(stems)))
    return tuple(found)
