"""Which class a set of features belongs to: multinomial naive Bayes over TF-IDF weights."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log, sqrt

# Measured with `python -m tests.benchmarks.phrasings_left_out`.
_SMOOTHING = 0.05  # what a class is taken to hold of a feature that none of its documents has
_SEEN = 2  # documents in which a feature stands that is learnt from; most stand in one and say little

Vector = Sequence[tuple[str, float]]  # features with their weights, whose squares sum to 1; empty where none is known


class TfIdf:
    """Weighs features by how rare they are in documents; each stands once in a document, in an order that stays."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        found = Counter(feature for features in documents for feature in features)
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
    """Learns from documents of `size` possible features, at least one document."""

    def __init__(self, documents: Sequence[tuple[int, Vector]], size: int) -> None:
        """`documents`: the class of each, and its features."""
        held: dict[str, dict[int, float]] = defaultdict(dict)
        totals: dict[int, float] = {}
        for label, vector in documents:
            for feature, weight in vector:
                shares = held[feature]
                shares[label] = shares.get(label, 0.0) + weight
            totals[label] = totals.get(label, 0.0) + sum(weight for _, weight in vector)
        self._labels = sorted(totals)
        places = {label: place for place, label in enumerate(self._labels)}
        numbers = Counter(label for label, _ in documents)
        self._priors = [log(numbers[label] / len(documents)) for label in self._labels]
        self._bases = [log(_SMOOTHING / (totals[label] + _SMOOTHING * max(1, size))) for label in self._labels]
        self._gains = {
            feature: tuple([(places[label], log(1 + share / _SMOOTHING)) for label, share in shares.items()])
            for feature, shares in held.items()
        }

    def shares(self, vector: Vector, temperature: float = 1.0) -> Mapping[int, float]:
        """How likely each class is, all together 1; a higher temperature makes them more alike."""
        whole = sum(weight for _, weight in vector)
        logs = [prior + whole * base for prior, base in zip(self._priors, self._bases, strict=True)]
        for feature, weight in vector:
            for place, gain in self._gains.get(feature, ()):
                logs[place] += weight * gain
        most = max(logs)
        powers = [exp((value - most) / temperature) for value in logs]
        total = sum(powers)
        return {label: power / total for label, power in zip(self._labels, powers, strict=True)}
