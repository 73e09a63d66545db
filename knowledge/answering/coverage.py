"""How much of a question a story covers: the features by which the gate tells whether it is answered there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.answering.data_files import asking_stems
from knowledge.answering.kinds import has_shape
from knowledge.answering.matching import AskedWord
from knowledge.answering.names import NameUse
from knowledge.answering.scoring import Scored
from knowledge.answering.story_index import StoryIndex
from knowledge.model.answer import AskedKind

FEATURES = (
    "story",
    "window",
    "unit",
    "score",
    "phrasing",
    "unphrased",
    "kind_missing",
    "names",
    "words",
    "attributes",
    "attributes_none",
    "attributes_missing",
    "attributes_apart",
    "focus_missing",
)
_UNKNOWN = 0.5  # what a word counts that the language hardly knows and the story does not hold
_MANY_WORDS = 6
_TELLING = 0.3  # rarity from which a stop word tells something where nothing else does
_ALIKE = 0.6  # likeness to a stored phrasing from which its words speak for the unit
_HARDLY = 0.25
_ASKING = frozenset(
    "what which whose many яка який яке які якої якого яку якій якому скільки какая какой какое какие какого какую сколько".split()
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares 0…1 of the question's content; `missing` are content words that nothing in the story covers."""

    features: Mapping[str, float]
    matched: tuple[str, ...]
    missing: tuple[AskedWord, ...]
    attributes: float | None  # share of the words that are no names that the unit itself speaks of; None without such


def coverage(
    asked: Sequence[AskedWord],
    uses: Sequence[NameUse],
    kind: AskedKind,
    best: Scored | None,
    index: StoryIndex,
) -> Coverage:
    """The features of the answer `best` to the words `asked`."""
    content = [word for word in asked if word.is_content] or [word for word in asked if word.rarity > _TELLING]
    unit_stems = near_stems(index, best) if best else frozenset()
    window = (
        frozenset(stem for position in index.neighbourhood(best.position) for stem in index.units[position].stems)
        | unit_stems
        if best
        else frozenset()
    )

    asking = asking_stems()
    content = [word for word in content if reach_in(word, window) or word.word.stem not in asking] or content
    weights = [word.rarity * (1.0 if word.sure else _UNKNOWN if word.rarity >= 1 else 1.0) for word in content]
    total = sum(weights) or 1.0

    def share(stems: Iterable[str] | None) -> float:
        return sum(weight * reach_in(word, stems) for word, weight in zip(content, weights, strict=True)) / total

    named_places = {place for use in uses for place in range(use.first, use.last + 1)}
    attributes = [
        (word, word.rarity)
        for place, word in enumerate(asked)
        if word in content and word.is_content and place not in named_places and not word.word.is_number
    ]
    attribute_total = sum(weight for _, weight in attributes)
    attribute_cover = sum(weight * reach_in(word, window) for word, weight in attributes)
    attribute_story = sum(weight * reach_in(word, None) for word, weight in attributes)
    missing = tuple(word for word in content if not word.sure)
    named = [use for use in uses if use.stems]
    here = [use for use in named if any(stem in unit_stems for stem in use.stems)]
    held = best is not None and has_shape(kind) and kind in index.kinds(best.position)
    features = {
        "story": share(None),
        "window": share(window),
        "unit": share(unit_stems),
        "score": best.text if best else 0.0,
        "phrasing": best.phrasing if best else 0.0,
        "unphrased": 0.0 if best and best.phrasing else 1.0,
        "kind_missing": 1.0 if has_shape(kind) and not held else 0.0,
        "names": len(here) / len(named) if named else 1.0,
        "attributes": attribute_cover / attribute_total if attribute_total else 0.5,
        "attributes_none": 1.0 if attributes and named and attribute_cover < _HARDLY * attribute_total else 0.0,
        "focus_missing": _focus_missing(asked, window),
        "attributes_missing": min(3.0, attribute_total - attribute_cover) / 3,
        "attributes_apart": min(3.0, attribute_story - attribute_cover) / 3,
        "words": min(len(content), _MANY_WORDS) / _MANY_WORDS,
    }
    matched = tuple(word.word.text for word in content if word.sure)
    own = sum(weight * reach_in(word, unit_stems) for word, weight in attributes)
    return Coverage(features, matched, missing, own / attribute_total if attribute_total else None)


def near_stems(index: StoryIndex, scored: Scored) -> frozenset[str]:
    """What a unit speaks of: its context, and the stored phrasing that is like the question."""
    stems = index.context_stems(scored.position)
    if scored.nearest is not None and scored.phrasing >= _ALIKE:
        stems |= frozenset(index.phrasings[scored.nearest].stems)
    return stems


def reach_in(word: AskedWord, stems: Iterable[str] | None) -> float:
    """How well `stems` cover a word, 0…1; None stands for the whole story."""
    if stems is None:
        return max((reach for _, reach in word.sure), default=0.0)
    return max((reach for stem, reach in word.sure if stem in stems), default=0.0)


def _focus_missing(asked: Sequence[AskedWord], stems: Iterable[str]) -> float:
    """1 where the word that the question asks about (the one after "which" or "how many") is not near the answer."""
    for word, following in pairwise(asked):
        if word.word.folded in _ASKING and following.is_content:
            return 0.0 if reach_in(following, stems) else 1.0
    return 0.0
