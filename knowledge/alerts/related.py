"""Which earlier item a new one carries on, so that its alert replies to that one's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from knowledge.language.rarity import rarity
from knowledge.language.words import words_of
from knowledge.model.story import Story

LOOK_BACK = timedelta(days=30)
NEAR_ENOUGH = 0.42  # share of the rare words of both titles and leads that they have in common
TITLE_WEIGHT, LEAD_WEIGHT = 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Earlier:
    """An item that went out before."""

    item: int
    story: Story


def related(story: Story, earlier: Iterable[Earlier]) -> int | None:
    """The item that `story` is nearest to, if near enough; of equals the newest, given first."""
    weights = word_weights(story)
    best, nearest = NEAR_ENOUGH, None
    for candidate in earlier:
        if (
            candidate.story.language == story.language
            and (score := likeness(weights, word_weights(candidate.story))) > best
        ):
            best, nearest = score, candidate.item
    return nearest


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """Weighted overlap of two sets of words, 0…1 (the Ruzicka similarity: sum of minima over sum of maxima)."""
    every = one.keys() | other.keys()
    most = sum(max(one.get(word, 0.0), other.get(word, 0.0)) for word in every)
    return sum(min(one.get(word, 0.0), other.get(word, 0.0)) for word in every) / most if most else 0.0


def word_weights(story: Story) -> dict[str, float]:
    """Stems of title and lead, by how rare they are and where they stand; names weigh twice."""
    weights: dict[str, float] = {}
    for text, weight in ((story.title, TITLE_WEIGHT), (story.lead or "", LEAD_WEIGHT)):
        for word in words_of(text, story.language):
            if not word.is_stop:
                worth = weight * rarity(word.stem, story.language) * (2.0 if word.is_capital else 1.0)
                weights[word.stem] = max(weights.get(word.stem, 0.0), worth)
    return weights
