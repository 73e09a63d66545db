"""Which class a set of features belongs to: multinomial naive Bayes over TF-IDF weights."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log, sqrt
from typing import NamedTuple

# Measured with `python -m tests.benchmarks.phrasings_left_out`.
_SMOOTHING = 0.05  # what a class is taken to hold of a feature that none of its documents has
_SEEN = 2  # documents in which a feature stands that is learnt from; most stand in one and say little


class _Gains(NamedTuple):
    """What a feature speaks for: the places of classes, and how much for each."""

    weight: float
    pairs: tuple[tuple[int, float], ...]


class NaiveBayes:
    """Learns from documents; a document's features are each given once, in an order that never changes."""

    def __init__(self, documents: Sequence[tuple[int, Sequence[str]]]) -> None:
        """`documents`: the class of each, and its features; at least one."""
        weights = _inverse_frequencies(documents)
        held: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        totals: dict[int, float] = defaultdict(float)
        for label, features in documents:
            known = [(feature, weight) for feature in features if (weight := weights.get(feature)) is not None]
            length = sqrt(sum(weight * weight for _, weight in known)) or 1.0
            for feature, weight in known:
                held[feature][label] += weight / length
            totals[label] += sum(weight for _, weight in known) / length
        self._labels = sorted(totals)
        places = {label: place for place, label in enumerate(self._labels)}
        sizes = Counter(label for label, _ in documents)
        self._priors = [log(sizes[label] / len(documents)) for label in self._labels]
        self._bases = [log(_SMOOTHING / (totals[label] + _SMOOTHING * max(1, len(weights)))) for label in self._labels]
        self._gains = {feature: _gains(weights[feature], shares, places) for feature, shares in held.items()}

    def shares(self, features: Sequence[str], temperature: float = 1.0) -> Mapping[int, float]:
        """How likely each class is, all together 1; a higher temperature makes them more alike."""
        known = [gains for feature in features if (gains := self._gains.get(feature)) is not None]
        length = sqrt(sum(gains.weight**2 for gains in known)) or 1.0
        whole = sum(gains.weight for gains in known)
        spoken = [whole * base for base in self._bases]
        for gains in known:
            for place, gain in gains.pairs:
                spoken[place] += gain
        logs = [prior + value / length for prior, value in zip(self._priors, spoken, strict=True)]
        most = max(logs)
        powers = [exp((value - most) / temperature) for value in logs]
        total = sum(powers)
        return {label: power / total for label, power in zip(self._labels, powers, strict=True)}


def _inverse_frequencies(documents: Sequence[tuple[int, Sequence[str]]]) -> dict[str, float]:
    found = Counter(feature for _, features in documents for feature in features)
    every = 1 + len(documents)
    return {feature: 1 + log(every / (1 + number)) for feature, number in found.items() if number >= _SEEN}


def _gains(weight: float, shares: Mapping[int, float], places: Mapping[int, int]) -> _Gains:
    return _Gains(
        weight, tuple([(places[label], weight * log(1 + share / _SMOOTHING)) for label, share in shares.items()])
    )
