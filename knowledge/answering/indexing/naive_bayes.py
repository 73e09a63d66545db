"""Which class a set of features belongs to: multinomial naive Bayes over TF-IDF weights."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import exp, log, sqrt
from struct import Struct
from typing import NamedTuple

# Measured with `python -m tests.benchmarks.phrasings_left_out`.
_SMOOTHING = 0.05  # what a class is taken to hold of a feature that none of its documents has
_SEEN = 2  # documents in which a feature stands that is learnt from; most stand in one and say little

_SPREAD = 4  # a feature that one class in so many holds is kept for all of them in one number, which is then smaller
# Weights and gains as whole numbers: a class has 64 bits, and what the longest question sums up there stays below 2^47.
_WEIGHT_PARTS = 1 << 16
_GAIN_PARTS = 1 << 20

Vector = Sequence[tuple[str, float]]  # features with their weights, whose squares sum to 1; empty where none is known


class _Tables(NamedTuple):
    """The classes with what speaks for each beforehand and for each weight of features, and then for each feature.

    A feature of few classes has its gain in each. One of many has a whole number with a lane of bits for every class,
    so that one product and one sum do for all of them at once.
    """

    labels: Sequence[int]
    priors: Sequence[float]
    bases: Sequence[float]
    gains: Mapping[str, Sequence[tuple[int, float]]]
    spread: Mapping[str, int]
    lanes: Struct


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
        labels, priors, bases, gains, spread, lanes = self.tables
        whole = sum(weight for _, weight in vector)
        together = sum(
            spread[feature] * round(weight * _WEIGHT_PARTS) for feature, weight in vector if feature in spread
        )
        gained = lanes.unpack(together.to_bytes(lanes.size, "little"))
        part = 1 / (_WEIGHT_PARTS * _GAIN_PARTS)
        logs = [prior + whole * base + part * gain for prior, base, gain in zip(priors, bases, gained, strict=True)]
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
        lanes = Struct(f"<{len(labels)}Q")
        gains, spread = {}, {}
        for feature, shares in self._held.items():
            gained = [(places[label], log(1 + share / _SMOOTHING)) for label, share in shares.items()]
            if _SPREAD * len(gained) < len(labels):
                gains[feature] = tuple(gained)
            else:
                parts = [0] * len(labels)
                for place, gain in gained:
                    parts[place] = round(gain * _GAIN_PARTS)
                spread[feature] = int.from_bytes(lanes.pack(*parts), "little")
        self._held.clear()
        return _Tables(
            labels,
            [log(self._numbers[label] / every) for label in labels],
            [log(_SMOOTHING / (self._totals[label] + _SMOOTHING * size)) for label in labels],
            gains,
            spread,
            lanes,
        )
