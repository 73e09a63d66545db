"""How near a question is to the questions that a unit is known to answer."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.answering.indexing.indexed_units import Phrasing
from knowledge.answering.indexing.letters import dice, trigrams
from knowledge.answering.indexing.phrasebook import PARTS, Phrasebook
from knowledge.answering.ranking.matching import AskedWord

# Measured with `python -m tests.benchmarks.retrieval`.
_ENOUGH = 40  # phrasings after which only rarer words would bring better ones
_WORTH_LETTERS = 0.4  # share of the best overlap
_NO_GAIN = (0, 0, 0)
_COMPARED_OPEN = 4
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


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Units (by position) with what their phrasings say; `left_open` is a phrasing left open that is liker still."""

    answered: Mapping[int, Likeness]
    left_open: Phrasing | None = None
    likeness: float = 0.0  # of `left_open`, 0…1


_NONE = Likenesses({})


def likenesses(asked: Sequence[AskedWord], typed: str, book: Phrasebook) -> Likenesses:
    """The units that have a phrasing in common with the question."""
    if not book.phrasings:
        return _NONE
    overlaps = sorted(_overlaps(asked, book))
    answered = [pair for pair in overlaps if pair[1] < book.answered][:_COMPARED]
    left_open = [pair for pair in overlaps if pair[1] >= book.answered][:_COMPARED_OPEN]
    grams = trigrams(typed)
    by_unit: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for negative, number in answered:
        if negative > _WORTH_LETTERS * answered[0][0]:
            break  # the letters cannot make up for so many words
        by_unit[book.phrasings[number].position].append((_likeness(negative, number, grams, book), number))
    found = {position: _vote(similar) for position, similar in by_unit.items()}
    known = max((likeness.best for likeness in found.values()), default=0.0)
    nearest = max(((_likeness(*pair, grams, book), -pair[1]) for pair in left_open), default=(0.0, 0))
    is_open = nearest[0] >= max(_OPEN, known + _OPEN_AHEAD)
    return Likenesses(found, book.phrasings[-nearest[1]], nearest[0]) if is_open else Likenesses(found)


def _likeness(negative: float, number: int, grams: int, book: Phrasebook) -> float:
    return _LETTERS * dice(grams, book.grams(number)) - (1 - _LETTERS) * negative


def _overlaps(asked: Sequence[AskedWord], book: Phrasebook) -> Iterator[tuple[float, int]]:
    """How much a question and each of its likeliest phrasings cover of each other, below 0, with the number."""
    total = sum(word.weight for word in asked) or 1.0
    telling = sorted(asked, key=lambda word: -word.weight)
    gains: dict[str, tuple[int, int, int]] = {}  # stem → which word it stands for, what it earns of that and of its own
    for place, word in enumerate(telling):
        for stem, gain, weight in word.gains:
            if gain > gains.get(stem, _NO_GAIN)[1]:
                gains[stem] = (place, gain, weight)
    found, phrasings, totals = gains.get, book.phrasings, book.totals
    for number in book.sharing([word.phrasings for word in telling], _ENOUGH):
        covered: dict[int, int] = {}
        reached = 0
        for place, gain, weight in filter(None, map(found, phrasings[number].stems)):
            reached += weight
            if gain > covered.get(place, 0):
                covered[place] = gain
        ours, theirs = sum(covered.values()) / PARTS / total, min(1.0, reached / PARTS / totals[number])
        yield -2 * ours * theirs / (ours + theirs + 1e-9), number


def _vote(similar: list[tuple[float, int]]) -> Likeness:
    similar.sort(key=lambda pair: (-pair[0], pair[1]))
    shares = (1.0, _SECOND, _THIRD)
    vote = sum(share * value for share, (value, _) in zip(shares, similar, strict=False))
    return Likeness(vote, similar[0][0], similar[0][1])
