"""The phrasings of a story's units, looked up by their words."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property

from knowledge.answering.indexed_units import Phrasing
from knowledge.answering.letters import trigrams
from knowledge.language.text import fold

STOP_SHARE = 0.2  # what a stop word counts; measured with `python -m tests.benchmarks.retrieval`


class Phrasebook:
    """`phrasings` by their numbers; `idf` gives a stem's weight inside the story."""

    def __init__(self, phrasings: tuple[Phrasing, ...], idf: Callable[[str], float]) -> None:
        self.phrasings = phrasings
        self._idf = idf
        self._grams: dict[int, frozenset[str]] = {}
        self._stop_stems = frozenset(
            stem for phrasing in phrasings for stem in phrasing.stems if stem not in phrasing.content
        )

    @cached_property
    def by_stem(self) -> Mapping[str, set[int]]:
        """Numbers of the phrasings that hold a stem."""
        found: dict[str, set[int]] = defaultdict(set)
        for number, phrasing in enumerate(self.phrasings):
            for stem in phrasing.stems:
                found[stem].add(number)
        return dict(found)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What a word of a phrasing counts for."""
        return {stem: self._idf(stem) * (STOP_SHARE if stem in self._stop_stems else 1.0) for stem in self.by_stem}

    @cached_property
    def totals(self) -> tuple[float, ...]:
        """For each phrasing the summed weight of its words."""
        weights = self.weights
        return tuple(sum(weights[stem] for stem in phrasing.stems) or 1.0 for phrasing in self.phrasings)

    def grams(self, number: int) -> frozenset[str]:
        """The letter trigrams of a phrasing."""
        grams = self._grams.get(number)
        if grams is None:
            grams = self._grams[number] = trigrams(fold(self.phrasings[number].text))
        return grams
