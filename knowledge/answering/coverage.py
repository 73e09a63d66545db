"""How much of a question a story covers: the features by which the gate tells whether it is answered there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.answering.data_files import asking_stems, kind_stems, words_in
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
    "personal",
    "matched",
    "matched_rare",
    "kind_held",
    "bank",
    "bank_phrasing",
    "bank_margin",
)
_UNKNOWN = 0.5  # what a word counts that the language hardly knows and the story does not hold
_MANY_WORDS = 6
_MATCHED = 4  # words of the unit itself
_MATCHED_RARE = 3.0
_AHEAD = 0.5  # of score
_MANY_MISSING = 3.0
_TELLING = 0.3  # rarity from which a stop word tells something where nothing else does
_ALIKE = 0.6  # likeness to a stored phrasing from which its words speak for the unit
_HARDLY = 0.25


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares 0…1 of the question's content; `missing` are content words that nothing in the story covers.

    `attributes` is what the question asks of its names: content words that are no names, numbers or asking words.
    """

    features: Mapping[str, float]
    matched: tuple[str, ...]
    missing: tuple[AskedWord, ...]
    attributes: tuple[AskedWord, ...]


def coverage(
    asked: Sequence[AskedWord],
    uses: Sequence[NameUse],
    kind: AskedKind,
    ranked: Sequence[Scored],
    index: StoryIndex,
) -> Coverage:
    """The features of the answer that the best of `ranked` is to the words `asked`."""
    best = ranked[0] if ranked else None
    unit = near_stems(index, best) if best else frozenset()
    window = unit.union(*(index.units[place].stems for place in index.neighbourhood(best.position))) if best else unit
    content = _content(asked, kind, window)
    total = sum(_weight(word) for word in content) or 1.0

    told = index.told | unit  # words of phrasings count only where the phrasing is like the question

    def share(stems: frozenset[str]) -> float:
        return sum(_weight(word) * reach_in(word, stems) for word in content) / total

    own = frozenset(index.units[best.position].stems) if best else unit
    matched = [word.rarity * reach for word in asked if word.is_content and (reach := reach_in(word, own))]
    named = [use for use in uses if use.stems]
    here = [use for use in named if any(stem in unit for stem in use.stems)]
    held = best is not None and has_shape(kind) and index.holds(kind, best.position)
    attributes = _attributes(asked, content, uses)
    features = {
        "story": share(told),
        "window": share(window),
        "unit": share(unit),
        "score": best.text if best else 0.0,
        "phrasing": best.phrasing if best else 0.0,
        "unphrased": 0.0 if best and best.phrasing else 1.0,
        "kind_missing": 1.0 if has_shape(kind) and not held else 0.0,
        "names": len(here) / len(named) if named else 1.0,
        "words": min(len(content), _MANY_WORDS) / _MANY_WORDS,
        "focus_missing": _focus_missing(asked, window),
        "personal": 1.0 if not named and any(word.word.folded in words_in("personal") for word in asked) else 0.0,
        "matched": min(len(matched), _MATCHED) / _MATCHED,
        "matched_rare": min(sum(matched), _MATCHED_RARE) / _MATCHED_RARE,
        "kind_held": float(held),
        **_bank_features(ranked, index),
        **_attribute_features(attributes, window, told, bool(named)),
    }
    missing = tuple(word for word in asked if word.is_content and not word.sure)
    known = tuple(word.word.text for word in asked if word.is_content and word.sure)
    return Coverage(features, known, missing, attributes)


def near_stems(index: StoryIndex, scored: Scored) -> frozenset[str]:
    """What a unit speaks of: its context, and the stored phrasing that is like the question."""
    stems = index.context_stems(scored.position)
    if scored.nearest is not None and scored.phrasing >= _ALIKE:
        stems |= frozenset(index.phrasings[scored.nearest].stems)
    return stems


def reach_in(word: AskedWord, stems: frozenset[str] | None) -> float:
    """How well `stems` cover a word, 0…1; None stands for the whole story."""
    return max((reach for stem, reach in word.sure if stems is None or stem in stems), default=0.0)


def _content(asked: Sequence[AskedWord], kind: AskedKind, window: frozenset[str]) -> list[AskedWord]:
    """The words that tell what the question is about; words that only ask count where the answer has them."""
    content = [word for word in asked if word.is_content] or [word for word in asked if word.rarity > _TELLING]
    asking = asking_stems() | kind_stems(kind.value)
    telling = [word for word in content if word.word.stem not in asking]
    return [word for word in content if word.word.stem not in asking or reach_in(word, window)] if telling else []


def _weight(word: AskedWord) -> float:
    return word.rarity * (_UNKNOWN if word.rarity >= 1 and not word.sure else 1.0)


def _attributes(
    asked: Sequence[AskedWord], content: Sequence[AskedWord], uses: Sequence[NameUse]
) -> tuple[AskedWord, ...]:
    named = {place for use in uses for place in range(use.first, use.last + 1)}
    return tuple(
        word
        for place, word in enumerate(asked)
        if word.is_content and place not in named and not word.word.is_number and word in content
    )


def _bank_features(ranked: Sequence[Scored], index: StoryIndex) -> dict[str, float]:
    """In a bank of questions and answers the stored questions tell, and how far the best entry is ahead."""
    if not index.is_bank or not ranked:
        return {"bank": 0.0, "bank_phrasing": 0.0, "bank_margin": 0.0}
    margin = ranked[0].score - ranked[1].score if len(ranked) > 1 else _AHEAD
    return {"bank": 1.0, "bank_phrasing": ranked[0].phrasing, "bank_margin": min(margin, _AHEAD) / _AHEAD}


def _attribute_features(
    attributes: Sequence[AskedWord], window: frozenset[str], told: frozenset[str], named: bool
) -> dict[str, float]:
    total = sum(word.rarity for word in attributes)
    near = sum(word.rarity * reach_in(word, window) for word in attributes)
    anywhere = sum(word.rarity * reach_in(word, told) for word in attributes)
    return {
        "attributes": near / total if total else 0.5,
        "attributes_none": 1.0 if attributes and named and near < _HARDLY * total else 0.0,
        "attributes_missing": min(_MANY_MISSING, total - near) / _MANY_MISSING,
        "attributes_apart": min(_MANY_MISSING, anywhere - near) / _MANY_MISSING,
    }


def _focus_missing(asked: Sequence[AskedWord], stems: Iterable[str]) -> float:
    """1 where the word that the question asks about (the one after "which" or "how many") is not near the answer."""
    known = frozenset(stems)
    for word, following in pairwise(asked):
        if word.word.folded in words_in("question_words_before_a_noun") and following.is_content:
            return 0.0 if reach_in(following, known) else 1.0
    return 0.0
