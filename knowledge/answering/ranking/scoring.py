"""How well each unit of a story fits a question: the one seam for retrieval work."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.answering.data_files import kind_stems
from knowledge.answering.indexing.measures import measure_of
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.matching import AskedWord
from knowledge.answering.ranking.phrasing import Likeness
from knowledge.answering.reading.kinds import has_shape
from knowledge.model.answer import AskedKind

# Measured with `python -m tests.benchmarks.retrieval`.
_PAIRS = 0.1
_CONTEXT = 0.2  # this and the next measured with `python -m tests.benchmarks.answering_ablation`
_WINDOW = 0.2
_KIND = 0.1
_PHRASING = 0.5
_PHRASING_SURE = 0.8
_LESSON = 1.2  # measured with `python -m tests.benchmarks.phrasings_left_out`
_HARDLY = 0.01  # of what was learnt
_HEADING = 0.25
_BY_KIND = 0.5  # how well an answer of the asked kind stands for a word that only says the kind
_NEAR = 2  # words apart
_UNLIKE = Likeness(0.0, 0.0, None)  # what a unit has whose phrasings are none like the question
_ON_SUBJECT = 0.15


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit's score; `text` is what its own words earn, `phrasing` the likeness of its nearest stored phrasing."""

    position: int
    score: float
    text: float
    phrasing: float
    nearest: int | None = None  # number of that phrasing


def rank(
    asked: Sequence[AskedWord],
    kind: AskedKind,
    likenesses: Mapping[int, Likeness],
    lessons: Mapping[int, float],
    index: StoryIndex,
    limit: int = 10,
) -> tuple[Scored, ...]:
    """The best units, best first; equal ones in the story's order."""
    learnt = {position: share for position, share in lessons.items() if share >= _HARDLY}
    scores = _scores(asked, kind, likenesses, learnt, index)
    found = sorted([(-score, position) for position, (score, _) in scores.items()])
    pairs, content = _neighbours(asked), _by_rarity(asked)
    head = []
    for negative, position in found[:limit]:
        score = _PAIRS * _pair_share(pairs, index, position) + _spoken_of(content, index, position) - negative
        likeness = likenesses.get(position, _UNLIKE)
        head.append(Scored(position, score, scores[position][1], likeness.best, likeness.number))
    head.sort(key=lambda scored: (-scored.score, scored.position))
    return tuple(head)


def led_on(ranked: tuple[Scored, ...], before: tuple[Scored, ...], index: StoryIndex) -> tuple[Scored, ...]:
    """The units again, those near the answer to the question before, or about its names, a little higher."""
    if not before:
        return ranked
    place = before[0].position
    near = {place - 1, place, place + 1, place + 2} | set(index.around.neighbourhood(place))
    told = frozenset(index.units[place].stems) & index.names.stems - index.names.main
    near |= {scored.position for scored in ranked if told & frozenset(index.units[scored.position].stems)}
    again = [
        replace(scored, score=scored.score + _ON_SUBJECT) if scored.position in near else scored for scored in ranked
    ]
    return tuple(sorted(again, key=lambda scored: (-scored.score, scored.position)))


def _texts(
    asked: Sequence[AskedWord], kind: AskedKind, positions: Iterable[int], index: StoryIndex
) -> dict[int, float]:
    """Positions, those given too, with the IDF-weighted share of the question that their words cover."""
    total = sum(word.weight for word in asked) or 1.0
    texts = dict.fromkeys(positions, 0.0)
    said_by_kind, measures = kind_stems(kind.value), measure_of()
    for word in asked:
        spots = word.spots
        if word.word.stem in said_by_kind:
            spots = _held_too(spots, index.holding(kind))
        elif word.word.stem in measures and not word.sure:
            spots = _held_too(spots, index.holding_measure(measures[word.word.stem]))
        share = word.weight / total
        for position, value in spots.items():
            texts[position] = texts.get(position, 0.0) + share * value
    return texts


def _held_too(spots: Mapping[int, float], holding: Iterable[int]) -> Mapping[int, float]:
    """How much each unit is about a word that units also have by what they hold."""
    return {**spots, **{place: max(_BY_KIND, spots.get(place, 0.0)) for place in holding}}


def _headed(asked: Sequence[AskedWord], index: StoryIndex) -> dict[str, float]:
    """Headings that the question nearly repeats, with the share of the heading that it covers, 0…1."""
    found = {}
    for heading, stems in index.headings.items():
        covered = {stem for word in asked if word.is_content for stem, _ in word.sure if stem in stems}
        if stems and len(covered) > len(stems) / 2:
            found[heading] = len(covered) / len(stems)
    return found


def _scores(
    asked: Sequence[AskedWord],
    kind: AskedKind,
    likenesses: Mapping[int, Likeness],
    learnt: Mapping[int, float],
    index: StoryIndex,
) -> dict[int, tuple[float, float]]:
    """Positions that the question reaches, with their score and what their own words earn of it."""
    headed = _headed(asked, index)
    holding = index.holding(kind) if has_shape(kind) else frozenset()
    priors = index.priors
    scores = {}
    for position, text in _texts(asked, kind, (*likenesses, *learnt), index).items():
        score = text + priors[position] + _LESSON * learnt.get(position, 0.0)
        if position in holding:
            score += _KIND
        if headed:
            score += _HEADING * headed.get(index.units[position].unit.heading or "", 0.0)
        likeness = likenesses.get(position)
        if likeness is not None:
            score += _PHRASING * likeness.vote + _PHRASING_SURE * likeness.best**2
        scores[position] = (score, text)
    return scores


def _neighbours(asked: Sequence[AskedWord]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The stems of the story itself that each two neighbouring content words reach."""
    return [(left, right) for left, right in pairwise(word.told for word in asked if word.is_content)]


def _by_rarity(asked: Sequence[AskedWord]) -> list[tuple[float, AskedWord]]:
    """The question's content words that the story has, each with its share of the rarity of all of them."""
    content = [word for word in asked if word.is_content]
    total = sum(word.rarity for word in content) or 1.0
    return [(word.rarity / total, word) for word in content if word.sure]


def _spoken_of(content: Sequence[tuple[float, AskedWord]], index: StoryIndex, position: int) -> float:
    """What a unit earns by speaking of the question's words, be it under its heading or beside others that do."""
    here, around = index.around.context_stems(position), index.around.window_stems(position)
    score = 0.0
    for share, word in content:
        beside = 0.0
        for stem, reach in word.sure:  # the best first
            if stem in here:
                score += share * _CONTEXT * reach
                beside = beside or reach
                break
            if not beside and stem in around:
                beside = reach
        score += share * _WINDOW * beside
    return score


def _pair_share(pairs: Sequence[tuple[frozenset[str], frozenset[str]]], index: StoryIndex, position: int) -> float:
    """Share of the question's neighbouring content words that stand near each other in the unit at `position`."""
    if not pairs:
        return 0.0
    near, held = 0, index.units[position].distinct
    for lefts, rights in pairs:
        ours = [stem for stem in lefts if stem in held]
        theirs = [stem for stem in rights if stem in held] if ours else ours
        if theirs:
            places = index.places(position)
            near += any(
                0 < abs(left - right) <= _NEAR
                for one in ours for left in places[one]
                for other in theirs for right in places[other]
            )  # fmt: skip
    return near / len(pairs)
