"""What a story's stored phrasings teach about a question that is worded in yet another way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from knowledge.answering.indexing.indexed_units import Phrasing
from knowledge.answering.indexing.naive_bayes import NaiveBayes, TfIdf
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


class _Classifiers(NamedTuple):
    """Of the unit that a question means, and of questions that the story leaves open (1) or answers (0)."""

    weights: TfIdf
    units: NaiveBayes
    left_open: NaiveBayes


class Lessons:
    """What the phrasings of questions that units answer, and of those that the story leaves open, teach."""

    def __init__(self, answered: Sequence[Phrasing], left_open: Sequence[Phrasing]) -> None:
        self._answered = answered
        self._left_open = left_open
        self._classifiers: _Classifiers | None = None

    def on(self, words: Iterable[Word | Token]) -> Learnt:
        """What they teach about a question of these words."""
        weights, units, left_open = self._classifiers or self._learn()
        vector = weights.vector(features_of(words))
        open_share = left_open.shares(vector, _TEMPERATURE)[1] if self._left_open else 0.0
        return Learnt(units.shares(vector), open_share)

    def prepare(self) -> Iterator[None]:
        """Learns now, in steps, what is otherwise learnt when the first question comes."""
        if self._classifiers is not None:
            return
        phrasings = [(phrasing.position, 0, _features(phrasing)) for phrasing in self._answered]
        phrasings += [(phrasing.position, 1, _features(phrasing)) for phrasing in self._left_open]
        yield
        weights = TfIdf([features for _, _, features in phrasings])
        units, opens = NaiveBayes(len(weights)), NaiveBayes(len(weights))
        for position, is_open, features in phrasings:
            vector = weights.vector(features)
            opens.learn(is_open, vector)
            if not is_open:
                units.learn(position, vector)
        yield
        for classifier in (units, opens):
            len(classifier.tables)
        self._classifiers = _Classifiers(weights, units, opens)
        yield

    def _learn(self) -> _Classifiers:
        for _ in self.prepare():
            pass
        assert self._classifiers is not None
        return self._classifiers


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
        for place in range(len(letters) - _LETTERS + 1):
            found[intern(letters[place : place + _LETTERS])] = None
    for stem in stems:
        found[intern(f"#{stem}")] = None
    for one, other in pairwise(stems):
        found[intern(f"{one}_{other}")] = None
    return tuple(found)
