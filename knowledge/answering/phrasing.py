"""How near a question is to the questions that a unit is known to answer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from knowledge.answering.letters import dice, trigrams
from knowledge.answering.matching import AskedWord
from knowledge.answering.phrasebook import Phrasebook

# Measured with `python -m tests.benchmarks.retrieval`.
_CANDIDATES = 60  # phrasings after which only rarer words would add more
_COMPARED = 16  # phrasings compared letter by letter
_LETTERS = 0.4
_SECOND = 0.5
_OPEN = 0.55  # likeness to a question left open from which it counts as that
_OPEN_AHEAD = 0.03
_THIRD = 0.25


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a unit's phrasings say of it: `vote` over its best three, 0…1.75; `best` similarity 0…1 and its phrasing."""

    vote: float
    best: float
    number: int | None


def likenesses(asked: Sequence[AskedWord], typed: str, book: Phrasebook) -> dict[int, Likeness]:
    """For each unit (by position) that has a phrasing of the book in common with the question."""
    if not book.phrasings:
        return {}
    total = sum(word.weight for word in asked) or 1.0
    cover, reached = _covered(asked, book)
    overlap = []
    for number, covered in cover.items():
        ours = covered / total
        theirs = min(1.0, reached[number] / book.totals[number])
        overlap.append((-2 * ours * theirs / (ours + theirs + 1e-9), number))
    grams = trigrams(typed)
    by_unit: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for negative, number in nsmallest(_COMPARED, overlap):
        likeness = _LETTERS * dice(grams, book.grams(number)) - (1 - _LETTERS) * negative
        by_unit[book.phrasings[number].position].append((likeness, number))
    return {position: _vote(similar) for position, similar in by_unit.items()}


def nearest_open(
    asked: Sequence[AskedWord], typed: str, answered: Mapping[int, Likeness], book: Phrasebook
) -> int | None:
    """The position of the unit that leaves this question open, by a phrasing that is liker than any answered one."""
    known = max((likeness.best for likeness in answered.values()), default=0.0)
    left = likenesses(asked, typed, book)
    nearest = max(left.items(), key=lambda pair: (pair[1].best, -pair[0]), default=None)
    if nearest is None or nearest[1].best < max(_OPEN, known + _OPEN_AHEAD):
        return None
    return nearest[0]


def _covered(asked: Sequence[AskedWord], book: Phrasebook) -> tuple[dict[int, float], dict[int, float]]:
    """For each phrasing how much of the question it covers, and how much of it the question covers.

    The rarest words choose the candidates; once there are enough, the common ones only add to these.
    """
    cover: dict[int, float] = {}
    reached: dict[int, float] = {}
    for word in sorted(asked, key=lambda word: -word.weight):
        open_to_new = len(cover) < _CANDIDATES
        best: dict[int, float] = {}
        for stem, reach in word.reaches:
            holding = book.by_stem.get(stem)
            if holding is None:
                continue
            weight = book.weights[stem] * reach
            for number in holding if open_to_new else holding & cover.keys():
                reached[number] = reached.get(number, 0.0) + weight
                if reach > best.get(number, 0.0):
                    best[number] = reach
        for number, reach in best.items():
            cover[number] = cover.get(number, 0.0) + word.weight * reach
    return cover, reached


def _vote(similar: list[tuple[float, int]]) -> Likeness:
    similar.sort(key=lambda pair: (-pair[0], pair[1]))
    shares = (1.0, _SECOND, _THIRD)
    vote = sum(share * value for share, (value, _) in zip(shares, similar, strict=False))
    return Likeness(vote, similar[0][0], similar[0][1])
