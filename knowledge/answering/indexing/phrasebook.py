"""The phrasings of a story's units, looked up by their words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from knowledge.answering.indexing.indexed_units import Phrasing
from knowledge.answering.indexing.letters import trigrams
from knowledge.language.text import fold

PARTS = 1 << 20  # weights are summed as whole numbers: the same in whichever order a set gives them
STOP_SHARE = 0.2  # what a stop word counts; measured with `python -m tests.benchmarks.retrieval`


class Gain(NamedTuple):
    """What a stem in a phrasing earns: of the question's weight, and of the phrasing's own; in `PARTS`."""

    stem: str
    question: int
    phrasing: int


class Phrasebook:
    """Phrasings by their numbers: first those of questions that are answered, behind them those left open.

    `idf` gives a stem's weight inside the story.
    """

    def __init__(
        self, answered: tuple[Phrasing, ...], left_open: tuple[Phrasing, ...], idf: Callable[[str], float]
    ) -> None:
        self.phrasings = answered + left_open
        self.answered = len(answered)
        self._idf = idf
        self._grams: dict[int, int] = {}

    @cached_property
    def holding(self) -> Mapping[str, int]:
        """For each stem the numbers of the phrasings that hold it, as the bits of one integer."""
        found: dict[str, int] = defaultdict(int)
        for number, phrasing in enumerate(self.phrasings):
            bit = 1 << number
            for stem in phrasing.stems:
                found[stem] |= bit
        return dict(found)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What a word of a phrasing counts for."""
        stops = {stem for phrasing in self.phrasings for stem in phrasing.stems if stem not in phrasing.content}
        return {stem: self._idf(stem) * (STOP_SHARE if stem in stops else 1.0) for stem in self.holding}

    @cached_property
    def totals(self) -> tuple[float, ...]:
        """For each phrasing the summed weight of its words."""
        weights = self.weights
        return tuple(sum(weights[stem] for stem in phrasing.stems) or 1.0 for phrasing in self.phrasings)

    def prepare(self) -> None:
        """Makes every table that is otherwise made when a question first needs it."""
        for number in range(len(self.totals)):
            self.grams(number)

    def grams(self, number: int) -> int:
        """The letter trigrams of a phrasing, as `letters.trigrams` gives them."""
        grams = self._grams.get(number)
        if grams is None:
            grams = self._grams[number] = trigrams(fold(self.phrasings[number].text))
        return grams

    def gains(self, weight: float, reaches: Iterable[tuple[str, float]]) -> tuple[Gain, ...]:
        """What a word of a question, of this weight, earns in phrasings by each of the stems that stand for it."""
        known = self.weights
        return tuple(
            [
                Gain(stem, round(PARTS * weight * reach), round(PARTS * known[stem] * reach))
                for stem, reach in reaches
                if stem in known
            ]
        )

    def sharing(self, holding: Sequence[int], enough: int) -> Iterator[int]:
        """Numbers of at most `enough` phrasings, those that share most words first.

        `holding` gives for each word of a question the phrasings that hold it, as `holding_any` does, the most telling
        word first. Of these only so many count as give `enough` phrasings: what only shares common words with a
        question is unlike it.
        """
        allowed = 0
        for bits in holding:
            allowed |= bits
            if allowed.bit_count() >= enough:
                break
        for level in reversed(_levels(bits & allowed for bits in holding)):
            fresh = level & allowed
            allowed ^= fresh
            while fresh:
                if not enough:
                    return
                low = fresh & -fresh
                yield low.bit_length() - 1
                fresh ^= low
                enough -= 1

    def holding_any(self, stems: Iterable[str]) -> int:
        """The phrasings that hold any of the stems, as the bits of an integer."""
        bits = 0
        for stem in stems:
            bits |= self.holding.get(stem, 0)
        return bits


def _levels(sets: Iterable[int]) -> list[int]:
    """`levels[n]` holds the bits that stand in more than n of the sets."""
    levels: list[int] = []
    for bits in sets:
        more = bits
        for number, known in enumerate(levels):
            levels[number] |= more
            more &= known
        if more:
            levels.append(more)
    return levels
