"""Which class a set of features belongs to: multinomial naive Bayes over TF-IDF weights."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import exp, log, sqrt
from typing import NamedTuple

# Measured with `python -m tests.benchmarks.phrasings_left_out`.
_SMOOTHING = 0.05  # what a class is taken to hold of a feature that none of its documents has
_SEEN = 2  # documents in which a feature stands that is learnt from; most stand in one and say little

Vector = Sequence[tuple[str, float]]  # features with their weights, whose squares sum to 1; empty where none is known


class _Tables(NamedTuple):
    """The classes with what speaks for each beforehand and for each weight of features, and then for each feature."""

    labels: Sequence[int]
    priors: Sequence[float]
    bases: Sequence[float]
    gains: Mapping[str, Sequence[tuple[int, float]]]


class TfIdf:
    """Weighs features by how rare they are in documents; each stands once in a document, in an order that stays."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        found = Counter(chain.from_iterable(documents))
        every = 1 + len(documents)
        self._weights = {feature: 1 + log(every / (1 + number)) for feature, number in found.items() if number >= _SEEN}

    def __len__(self) -> int:
        return len(self._weights)

    def vector(self, features: Sequence[str]) -> Vector:
        """The known ones of the features."""
        known = [(feature, weight) for feature in features if (weight := self._weights.get(feature)) is not None]
        length = sqrt(sum(weight * weight for _, weight in known))
        return [(feature, weight / length) for feature, weight in known]


class NaiveBayes:
    """A classifier of `size` possible features: it is taught one document after another, and then asked."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._numbers = Counter[int]()
        self._totals = defaultdict[int, float](float)
        self._held = defaultdict[str, dict[int, float]](dict)

    def learn(self, label: int, vector: Vector) -> None:
        """One more document of the class `label`; none after the first question."""
        self._numbers[label] += 1
        self._totals[label] += sum(weight for _, weight in vector)
        for feature, weight in vector:
            shares = self._held[feature]
            shares[label] = shares.get(label, 0.0) + weight

    def shares(self, vector: Vector, temperature: float = 1.0) -> Mapping[int, float]:
        """How likely each class is, all together 1; a higher temperature makes them more alike."""
        labels, priors, bases, gains = self.tables
        whole = sum(weight for _, weight in vector)
        logs = [prior + whole * base for prior, base in zip(priors, bases, strict=True)]
        for feature, weight in vector:
            for place, gain in gains.get(feature, ()):
                logs[place] += weight * gain
        most = max(logs)
        powers = [exp((value - most) / temperature) for value in logs]
        total = sum(powers)
        return {label: power / total for label, power in zip(labels, powers, strict=True)}

    @cached_property
    def tables(self) -> _Tables:
        """What was learnt, as it is asked for."""
        labels = sorted(self._numbers)
        places = {label: place for place, label in enumerate(labels)}
        every, size = self._numbers.total(), max(1, self._size)
        gains = {
            feature: tuple([(places[label], log(1 + share / _SMOOTHING)) for label, share in shares.items()])
            for feature, shares in self._held.items()
        }
        self._held.clear()
        return _Tables(
            labels,
            [log(self._numbers[label] / every) for label in labels],
            [log(_SMOOTHING / (self._totals[label] + _SMOOTHING * size)) for label in labels],
            gains,
        )
