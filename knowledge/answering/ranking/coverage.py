"""How much of a question a story covers: the features by which the gate tells whether it is answered there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from knowledge.answering.data_files import asking_stems, kind_stems, words_in
from knowledge.answering.indexing.lessons import Learnt
from knowledge.answering.indexing.measures import measure_of
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.confidence import IS_TAUGHT
from knowledge.answering.ranking.matching import AskedWord, reach_in
from knowledge.answering.ranking.names import NameUse
from knowledge.answering.ranking.scoring import Scored
from knowledge.answering.reading.kinds import has_shape
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
    "asks_who",
    "asks_count",
    "asks_money",
    "bank",
    "bank_phrasing",
    "bank_margin",
)
TAUGHT = ("taught_unit", "taught_open", "taught_words")  # further ones where the story's phrasings teach
# Products of two features that the gate weighs too. The first seven of a forward search over all pairs, by the loss of
# other stories than those fitted on; `python -m tests.benchmarks.gate_terms` shows what each adds.
PRODUCTS = (
    "score*kind_missing",
    "attributes*personal",
    "words*matched",
    "story*kind_held",
    "kind_missing*personal",
    "unphrased*words",
    "attributes_missing*attributes_missing",
)
_SORTS = (AskedKind.WHO, AskedKind.COUNT, AskedKind.MONEY)
_UNKNOWN = 0.5  # what a word counts that the language hardly knows and the story does not hold
_MANY_WORDS = 6
_MATCHED = 4  # words of the unit itself
_MATCHED_RARE = 3.0
_AHEAD = 0.5  # of score
_MANY_MISSING = 3.0
_TELLING = 0.3  # rarity from which a stop word tells something where nothing else does
_ALIKE = 0.6  # likeness to a stored phrasing from which its words speak for the unit
_HARDLY = 0.25
_BY_MEASURE = 0.75  # how well a unit that holds a measure covers the word that asks for it
_SEVERAL = 4  # phrasings; measured with `python -m tests.benchmarks.phrasings_left_out`


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
    learnt: Learnt,
    index: StoryIndex,
) -> Coverage:
    """The features of the answer that the best of `ranked` is to the words `asked`."""
    best = ranked[0] if ranked else None
    unit = near_stems(index, best) if best else frozenset()
    window = unit | index.around.window_stems(best.position) if best else unit
    own = index.units[best.position].distinct if best else unit
    measured = _measured(asked, best, index)
    reaches = [_reach(word, index.told, unit, window, measured) for word in asked]
    content = _content(kind, reaches)
    total = sum(_weight(reach.word) for reach in content) or 1.0
    matched = [word.rarity * reach for word in asked if word.is_content and (reach := reach_in(word, own))]
    named = [use for use in uses if use.stems]
    here = [use for use in named if not unit.isdisjoint(use.stems)]
    held = best is not None and has_shape(kind) and index.holds(kind, best.position)
    attributes = _attributes(reaches, content, uses)
    features = {
        "story": sum(_weight(reach.word) * reach.story for reach in content) / total,
        "window": sum(_weight(reach.word) * reach.window for reach in content) / total,
        "unit": sum(_weight(reach.word) * reach.unit for reach in content) / total,
        "score": best.text if best else 0.0,
        "phrasing": best.phrasing if best else 0.0,
        "unphrased": 0.0 if best and best.phrasing else 1.0,
        "kind_missing": 1.0 if has_shape(kind) and not held else 0.0,
        "names": len(here) / len(named) if named else 1.0,
        "words": min(len(content), _MANY_WORDS) / _MANY_WORDS,
        "focus_missing": _focus_missing(reaches),
        "personal": 1.0 if not named and any(word.word.folded in words_in("personal") for word in asked) else 0.0,
        "matched": min(len(matched), _MATCHED) / _MATCHED,
        "matched_rare": min(sum(matched), _MATCHED_RARE) / _MATCHED_RARE,
        "kind_held": float(held),
        **{f"asks_{asked}": float(kind is asked) for asked in _SORTS},
        **_bank_features(ranked, index),
        IS_TAUGHT: float(bool(learnt.units) and not index.is_bank),
        "taught_unit": learnt.units.get(best.position, 0.0) if best else 0.0,
        "taught_open": learnt.left_open,
        "taught_words": _phrased(reaches),
        **_attribute_features(attributes, bool(named)),
    }
    missing = tuple([word for word in asked if word.is_content and not word.sure])
    known = tuple([word.word.text for word in asked if word.is_content and word.sure])
    return Coverage(features, known, missing, tuple([reach.word for reach in attributes]))


def near_stems(index: StoryIndex, scored: Scored) -> frozenset[str]:
    """What a unit speaks of: its context, and the stored phrasing that is like the question."""
    stems = index.around.context_stems(scored.position)
    if scored.nearest is not None and scored.phrasing >= _ALIKE:
        stems = stems.union(index.phrasings[scored.nearest].stems)
    return stems


class _Reach(NamedTuple):
    """How well a word is covered by the story, by the unit and by the unit with its neighbours, 0…1.

    Words of phrasings count only where the phrasing is like the question.
    """

    word: AskedWord
    story: float
    unit: float
    window: float


def _measured(asked: Sequence[AskedWord], best: Scored | None, index: StoryIndex) -> frozenset[str]:
    """Stems of words that ask for a measure which the unit holds: of "speed" where it tells of 95 km/h."""
    measures = measure_of()
    of_measures = [word.word.stem for word in asked if word.word.stem in measures]
    return frozenset(
        stem for stem in of_measures if best is not None and best.position in index.holding_measure(measures[stem])
    )


def _reach(
    word: AskedWord, told: frozenset[str], unit: frozenset[str], window: frozenset[str], measured: frozenset[str]
) -> _Reach:
    if word.word.stem in measured and not word.word.is_stop:
        return _Reach(word, _BY_MEASURE, _BY_MEASURE, _BY_MEASURE)
    if not word.sure:
        return _Reach(word, 0.0, 0.0, 0.0)
    near = reach_in(word, unit)
    return _Reach(word, max(near, reach_in(word, told)), near, reach_in(word, window))


def _content(kind: AskedKind, reaches: Sequence[_Reach]) -> list[_Reach]:
    """The words that tell what the question is about; words that only ask count where the answer has them."""
    content = [reach for reach in reaches if reach.word.is_content]
    content = content or [reach for reach in reaches if reach.word.rarity > _TELLING]
    asking, kindly = asking_stems(), kind_stems(kind.value)
    only_ask = [reach.word.word.stem in asking or reach.word.word.stem in kindly for reach in content]
    if all(only_ask):
        return []
    return [reach for reach, asks in zip(content, only_ask, strict=True) if not asks or reach.window]


def _phrased(reaches: Sequence[_Reach]) -> float:
    """Share of the content words' weight that stands in the story or in several of its phrasings."""
    content = [reach.word for reach in reaches if reach.word.is_content]
    known = sum(word.rarity for word in content if word.sure or word.phrasings.bit_count() >= _SEVERAL)
    return known / (sum(word.rarity for word in content) or 1.0)


def _weight(word: AskedWord) -> float:
    return word.rarity * (_UNKNOWN if word.rarity >= 1 and not word.sure else 1.0)


def _attributes(reaches: Sequence[_Reach], content: Sequence[_Reach], uses: Sequence[NameUse]) -> list[_Reach]:
    named = {place for use in uses for place in range(use.first, use.last + 1)}
    telling = {id(reach) for reach in content}
    return [
        reach
        for place, reach in enumerate(reaches)
        if id(reach) in telling and place not in named and reach.word.is_content and not reach.word.word.is_number
    ]


def _bank_features(ranked: Sequence[Scored], index: StoryIndex) -> dict[str, float]:
    """In a bank of questions and answers the stored questions tell, and how far the best entry is ahead."""
    if not index.is_bank or not ranked:
        return {"bank": 0.0, "bank_phrasing": 0.0, "bank_margin": 0.0}
    margin = ranked[0].score - ranked[1].score if len(ranked) > 1 else _AHEAD
    return {"bank": 1.0, "bank_phrasing": ranked[0].phrasing, "bank_margin": min(margin, _AHEAD) / _AHEAD}


def _attribute_features(attributes: Sequence[_Reach], named: bool) -> dict[str, float]:
    total = sum(reach.word.rarity for reach in attributes)
    near = sum(reach.word.rarity * reach.window for reach in attributes)
    anywhere = sum(reach.word.rarity * reach.story for reach in attributes)
    return {
        "attributes": near / total if total else 0.5,
        "attributes_none": 1.0 if attributes and named and near < _HARDLY * total else 0.0,
        "attributes_missing": min(_MANY_MISSING, total - near) / _MANY_MISSING,
        "attributes_apart": min(_MANY_MISSING, anywhere - near) / _MANY_MISSING,
    }


def _focus_missing(reaches: Sequence[_Reach]) -> float:
    """1 where the word that the question asks about (the one after "which" or "how many") is not near the answer."""
    before_nouns = words_in("question_words_before_a_noun")
    for reach, following in pairwise(reaches):
        if reach.word.word.folded in before_nouns and following.word.is_content:
            return 0.0 if following.window else 1.0
    return 0.0
