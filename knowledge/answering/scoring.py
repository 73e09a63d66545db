"""How well each unit of a story fits a question: the one seam for retrieval work."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering.kinds import has_shape
from knowledge.answering.matching import AskedWord
from knowledge.answering.story_index import StoryIndex
from knowledge.model.answer import AskedKind

# Measured with `python -m tests.benchmarks.answering_stories`.
_PAIRS = 0.03
_KIND = 0.12
_EARLY = 0.05


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit's score; `text` is the part that its own words earn, `phrasing` that of its best stored phrasing."""

    position: int
    score: float
    text: float
    phrasing: float


def rank(asked: Sequence[AskedWord], kinds: Sequence[AskedKind], index: StoryIndex, limit: int = 5) -> list[Scored]:
    total = sum(word.weight for word in asked) or 1.0
    scores = [0.0] * len(index.units)
    for word in asked:
        best: dict[int, float] = {}
        for stem, reach in word.reaches:
            for position, weight in index.weights.get(stem, {}).items():
                value = reach * weight
                if value > best.get(position, 0.0):
                    best[position] = value
        share = word.weight / total
        for position, value in best.items():
            scores[position] += share * value
    kind = kinds[0]
    shaped = has_shape(kind)
    found = []
    for position, text in enumerate(scores):
        if text <= 0.0:
            continue
        score = text + _EARLY / (1 + position)
        if shaped and kind in index.kinds(position):
            score += _KIND
        found.append(Scored(position, score, text, 0.0))
    found.sort(key=lambda scored: (-scored.score, scored.position))
    head = [
        Scored(s.position, s.score + _PAIRS * _pair_share(asked, index, s.position), s.text, s.phrasing)
        for s in found[: 3 * limit]
    ]
    head.sort(key=lambda scored: (-scored.score, scored.position))
    return head[:limit]


def _pair_share(asked: Sequence[AskedWord], index: StoryIndex, position: int) -> float:
    content = [word for word in asked if word.is_content]
    if len(content) < 2:
        return 0.0
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(index.units[position].stems):
        places.setdefault(stem, []).append(place)
    near = 0
    where = [[place for stem, _ in word.reaches for place in places.get(stem, ())] for word in content]
    for left, right in zip(where, where[1:], strict=False):
        if any(abs(a - b) <= 2 for a in left for b in right if a != b):
            near += 1
    return near / (len(content) - 1)
