"""How near a question is to the questions that a unit is known to answer."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering.letters import dice, trigrams
from knowledge.answering.matching import AskedWord
from knowledge.answering.story_index import StoryIndex

# Measured with `python -m tests.benchmarks.answering_banks`.
_COMPARED = 24  # phrasings compared letter by letter
_LETTERS = 0.4
_SECOND = 0.5
_THIRD = 0.25


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a unit's phrasings say of it: `vote` over its best three, 0…1.75; `best` similarity 0…1 and its phrasing."""

    vote: float
    best: float
    number: int


def likenesses(asked: Sequence[AskedWord], typed: str, index: StoryIndex) -> dict[int, Likeness]:
    """For each unit (by position) that has a phrasing in common with the question."""
    if not index.phrasings:
        return {}
    total = sum(word.weight for word in asked) or 1.0
    covered: dict[int, float] = defaultdict(float)
    reached: dict[int, float] = defaultdict(float)
    for word in asked:
        hit: dict[int, float] = {}
        for stem, reach in word.reaches:
            weight = index.phrasing_weight(stem)
            for number in index.phrasings_by_stem.get(stem, ()):
                reached[number] += weight * reach
                if reach > hit.get(number, 0.0):
                    hit[number] = reach
        for number, reach in hit.items():
            covered[number] += word.weight * reach
    overlap: list[tuple[float, int]] = []
    for number, cover in covered.items():
        ours = cover / total
        theirs = min(1.0, reached[number] / index.phrasing_totals[number])
        overlap.append((2 * ours * theirs / (ours + theirs + 1e-9), number))
    overlap.sort(key=lambda pair: (-pair[0], pair[1]))
    grams = trigrams(typed)
    by_unit: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for soft, number in overlap[:_COMPARED]:
        letters = dice(grams, index.phrasing_grams(number))
        by_unit[index.phrasings[number].position].append(((1 - _LETTERS) * soft + _LETTERS * letters, number))
    return {position: _vote(similar) for position, similar in by_unit.items()}


def _vote(similar: list[tuple[float, int]]) -> Likeness:
    similar.sort(key=lambda pair: (-pair[0], pair[1]))
    shares = (1.0, _SECOND, _THIRD)
    vote = sum(share * value for share, (value, _) in zip(shares, similar, strict=False))
    return Likeness(vote, similar[0][0], similar[0][1])
