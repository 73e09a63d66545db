"""How near a question is to the questions that a unit is known to answer."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from knowledge.answering.letters import dice, trigrams
from knowledge.answering.matching import AskedWord
from knowledge.answering.phrasebook import Phrasebook

# Measured with `python -m tests.benchmarks.retrieval`.
_ENOUGH = 50  # phrasings after which only rarer words would bring better ones
_ENOUGH_OPEN = 25
_WORTH_LETTERS = 0.4  # share of the best overlap
_COMPARED = 16  # phrasings compared letter by letter
_LETTERS = 0.4
_SECOND = 0.5
_OPEN = 0.55  # likeness to a question left open from which it counts as that
_OPEN_AHEAD = 0.07
_THIRD = 0.25


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a unit's phrasings say of it: `vote` over its best three, 0…1.75; `best` similarity 0…1 and its phrasing."""

    vote: float
    best: float
    number: int | None


def likenesses(asked: Sequence[AskedWord], typed: str, book: Phrasebook, enough: int = _ENOUGH) -> dict[int, Likeness]:
    """For each unit (by position) that has a phrasing of the book in common with the question.

    `enough` phrasings are compared word by word, and the likeliest of them letter by letter.
    """
    if not book.phrasings:
        return {}
    overlaps = nsmallest(_COMPARED, _overlaps(asked, book, enough))
    grams = trigrams(typed)
    by_unit: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for negative, number in overlaps:
        if negative > _WORTH_LETTERS * overlaps[0][0]:
            break  # the letters cannot make up for so many words
        likeness = _LETTERS * dice(grams, book.grams(number)) - (1 - _LETTERS) * negative
        by_unit[book.phrasings[number].position].append((likeness, number))
    return {position: _vote(similar) for position, similar in by_unit.items()}


def _overlaps(asked: Sequence[AskedWord], book: Phrasebook, enough: int) -> Iterator[tuple[float, int]]:
    """How much a question and each of its likeliest phrasings cover of each other, below 0, with the number."""
    total = sum(word.weight for word in asked) or 1.0
    telling = sorted(asked, key=lambda word: -word.weight)
    gains: dict[
        str, list[tuple[int, float, float]]
    ] = {}  # stem → which word it reaches, how much of it, its own weight
    for place, word in enumerate(telling):
        for stem, reach in word.reaches:
            weight = book.weights.get(stem)
            if weight is not None:
                gains.setdefault(stem, []).append((place, word.weight * reach, weight * reach))
    totals, stems_of = book.totals, book.stems
    for number in book.sharing([[stem for stem, _ in word.reaches] for word in telling], enough):
        covered: dict[int, float] = {}
        reached = 0.0
        for stem in stems_of(number):
            for place, gain, weight in gains.get(stem, ()):
                reached += weight
                if gain > covered.get(place, 0.0):
                    covered[place] = gain
        ours, theirs = sum(covered.values()) / total, min(1.0, reached / totals[number])
        yield -2 * ours * theirs / (ours + theirs + 1e-9), number


def nearest_open(
    asked: Sequence[AskedWord], typed: str, answered: Mapping[int, Likeness], book: Phrasebook
) -> int | None:
    """The position of the unit that leaves this question open, by a phrasing that is liker than any answered one."""
    known = max((likeness.best for likeness in answered.values()), default=0.0)
    left = likenesses(asked, typed, book, _ENOUGH_OPEN)
    nearest = max(left.items(), key=lambda pair: (pair[1].best, -pair[0]), default=None)
    if nearest is None or nearest[1].best < max(_OPEN, known + _OPEN_AHEAD):
        return None
    return nearest[0]


def _vote(similar: list[tuple[float, int]]) -> Likeness:
    similar.sort(key=lambda pair: (-pair[0], pair[1]))
    shares = (1.0, _SECOND, _THIRD)
    vote = sum(share * value for share, (value, _) in zip(shares, similar, strict=False))
    return Likeness(vote, similar[0][0], similar[0][1])
