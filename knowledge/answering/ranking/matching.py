"""How each word of a question reaches the words of a story: as it is, by meaning, by its beginning, or as a typo."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.answering.indexing.phrasebook import STOP_SHARE, Gain
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.names import NameUse
from knowledge.answering.reading.known_words import nearest_known
from knowledge.language.lexicon import Lexicon, Related
from knowledge.language.rarity import rarity
from knowledge.language.typos import within_budget
from knowledge.language.words import Word

# Measured with `python -m tests.benchmarks.retrieval`.
_PREFIX = 0.8
_PREFIX_SURE = 0.95
_PREFIX_RATIO = 0.5
_PREFIX_LETTERS = 4
_NEAR_COMMON = 0.85
_NEAR_UNKNOWN = 0.6
_COMMON = 0.999
_MISSPELT = 0.9
_KEPT_WAYS = 2000  # words of questions, in each story
_FAINTER = 2  # how much less a related word ranks than the word itself
_REACH = itemgetter(1)


class AskedWord(NamedTuple):
    """A word of the question with its ways into the story.

    `sure` holds the story stems that count as covering it, with how well they do (0…1), the best first. `weight` is
    its IDF inside the story, `rarity` its IDF in the language at large (0…1). For ranking there are more ways: `spots`
    says how much each unit is about it (0…1), by position; `told` are the units' stems that stand for it; `gains` says
    what each stem of a phrasing earns (see `Phrasebook.gains`), and `phrasings` which of them have such stems.
    """

    word: Word
    weight: float
    rarity: float
    sure: tuple[tuple[str, float], ...]
    spots: Mapping[int, float]
    told: frozenset[str]
    gains: tuple[Gain, ...]
    phrasings: int
    correction: str | None = None

    @property
    def is_content(self) -> bool:
        """Whether it says something of its own."""
        return not self.word.is_stop


def reach_in(word: AskedWord, stems: frozenset[str] | None) -> float:
    """How well `stems` cover a word, 0…1; None stands for the whole story."""
    for stem, reach in word.sure:
        if stems is None or stem in stems:
            return reach
    return 0.0


class Matcher:
    """Finds a story's words for a question's words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def match(
        self, words: Sequence[Word], index: StoryIndex, language: str | None, uses: Sequence[NameUse] = ()
    ) -> tuple[AskedWord, ...]:
        """The question's words in order, each with its ways into the story."""
        named = {place: use for use in uses for place in range(use.first, use.last + 1)}
        return tuple(self._asked(word, index, language, named.get(place)) for place, word in enumerate(words))

    def _asked(self, word: Word, index: StoryIndex, language: str | None, use: NameUse | None) -> AskedWord:
        """A word with its ways, which are kept in the index."""
        kept = index.kept_ways
        key = (word.folded, word.stem, word.is_capital, language, None if use is None else use.stems)
        known = kept.get(key)
        if not isinstance(known, AskedWord):
            if len(kept) >= _KEPT_WAYS:
                kept.clear()
            known = kept[key] = self._match_one(word, index, language, use)
        return AskedWord(word, *known[1:])

    def _match_one(self, word: Word, index: StoryIndex, language: str | None, use: NameUse | None) -> AskedWord:
        reaches: dict[str, float] = {}
        sure: dict[str, float] = {}
        correction: str | None = None
        stem = word.stem
        if stem in index.document_frequency:
            reaches[stem] = 1.0
            if word.is_stop or stem in index.content_stems:
                sure[stem] = 1.0
        elif word.is_number:
            for other in index.stems_of_number(word.text):
                reaches[other] = sure[other] = 1.0
        if use is not None and not word.is_stop:
            for name_stem in use.stems:
                reaches[name_stem] = sure[name_stem] = 1.0
        if not word.is_stop and (use is None or use.stems):
            for other, share in self._lexicon.weights(stem).items():
                if other in index.document_frequency and other not in reaches:
                    reaches[other] = sure[other] = share
            if not word.is_number and len(stem) >= _PREFIX_LETTERS:
                for longer, ratio in index.beginning_with(stem, _PREFIX_LETTERS):
                    if ratio >= _PREFIX_RATIO and longer not in reaches:
                        reaches[longer] = _PREFIX
                        if ratio >= 0.7:
                            sure[longer] = _PREFIX_SURE
            if not sure and not word.is_number and len(word.folded) >= _PREFIX_LETTERS:
                correction = self._typos(word, index, reaches, sure) or self._misspelt(
                    word, index, language, reaches, sure
                )
        weight = index.idf(
            stem if stem in index.document_frequency else (max(reaches, key=reaches.__getitem__) if reaches else stem)
        )
        if word.is_stop:
            weight *= STOP_SHARE
        self._open_ways(word, index, reaches)
        ranking = tuple((story_stem, reach**_FAINTER) for story_stem, reach in reaches.items())
        covering = sorted(((story_stem, reach**_FAINTER) for story_stem, reach in sure.items()), key=_REACH)
        covering.reverse()
        told = frozenset([story_stem for story_stem in reaches if story_stem in index.told])
        return AskedWord(
            word,
            weight,
            rarity(stem, language),
            tuple(covering),
            _spots(ranking, index),
            told,
            index.phrasebook.gains(weight, ranking),
            index.phrasebook.holding_any(reaches),
            correction,
        )

    def _open_ways(self, word: Word, index: StoryIndex, reaches: dict[str, float]) -> None:
        """Ways into what the story leaves open; they reach no words of the story itself."""
        known = index.phrasebook.holding
        if word.stem in known:
            reaches.setdefault(word.stem, 1.0)
        if not word.is_stop:
            for other, share in self._lexicon.weights(word.stem).items():
                if other in known:
                    reaches.setdefault(other, share)

    def _misspelt(
        self, word: Word, index: StoryIndex, language: str | None, reaches: dict[str, float], sure: dict[str, float]
    ) -> str | None:
        """A slip in a word that the story does not hold but has other words for."""
        if sure or word.is_capital or rarity(word.stem, language) < _COMMON:
            return None
        meant = nearest_known(word.stem, language or "en")
        if meant is None:
            return None
        for related in (Related(meant, 1.0), *self._lexicon.related(meant)):
            if related.stem in index.document_frequency:
                reaches.setdefault(related.stem, related.weight * _MISSPELT)
                sure.setdefault(related.stem, related.weight * _MISSPELT)
        return meant if sure else None

    def _typos(self, word: Word, index: StoryIndex, reaches: dict[str, float], sure: dict[str, float]) -> str | None:
        cutoff = _NEAR_COMMON if rarity(word.stem, None) < _COMMON else _NEAR_UNKNOWN
        found = process.extract(
            word.folded, index.form_list, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=4, processor=None
        )
        correction: str | None = None
        for form, similarity, _ in found:
            if cutoff == _NEAR_COMMON and form[0] != word.folded[0]:
                continue
            stem = index.forms[form]
            reaches.setdefault(stem, similarity)
            strict = within_budget(word.folded, form)
            if strict:
                sure.setdefault(stem, strict)
                correction = correction or form
        return correction


def _spots(reaches: Sequence[tuple[str, float]], index: StoryIndex) -> dict[int, float]:
    """How much each unit that the ways lead to is about the word, by its best way."""
    spots: dict[int, float] = {}
    for stem, reach in reaches:
        for position, weight in index.weights.of(stem).items():
            value = reach * weight
            if value > spots.get(position, 0.0):
                spots[position] = value
    return spots
