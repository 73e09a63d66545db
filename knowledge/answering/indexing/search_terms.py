"""The words under which a question is looked up in the full-text index, misspelt ones corrected to its vocabulary."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.lexicon import Lexicon
from knowledge.language.rarity import rarity
from knowledge.language.transliterate import latin_forms
from knowledge.language.typos import within_budget
from knowledge.language.words import words_of
from knowledge.model.answer import Question
from knowledge.store.search import Sought, UnitSearch

SHORTEST = 4  # letters of a word that may be misspelt
_TOKEN = re.compile(r"[^\W_]+")  # what the index's tokenizer makes one token of
_MOST_TERMS = 16
_MOST_CORRECTED = 4
_LIKE = 0.7
_MOST_KNOWN = 20_000  # tokens whose frequencies are kept
_TURNS = 2  # earlier questions whose words are looked up too
_MOST_NAMED = 1500  # units that the anchors may stand in, all told: what finding them costs
_ENOUGH = 30  # units that they are to stand in
_LENGTHS = 2  # letters by which a misspelt word may be longer or shorter than the word that was meant


class SearchTerms:
    """Turns questions into tokens of the index; holds its vocabulary, and how often tokens stand there."""

    def __init__(self, search: UnitSearch, lexicon: Lexicon) -> None:
        self._search = search
        self._lexicon = lexicon
        self._vocabulary: Mapping[int, Sequence[str]] | None = None
        self._frequencies: dict[str, int] = {}

    def forget(self) -> None:
        """To be called when any story has changed."""
        self._vocabulary = None
        self._frequencies.clear()

    async def of(self, question: Question) -> dict[str, int]:
        """Tokens that stand in the index, each with the number of units that hold it, the rarest first."""
        stems = self._stems(question)
        related = {stem: list(self._lexicon.weights(stem)) for stem in stems}
        wanted = [token for stem in stems for other in (stem, *related[stem]) for token in _TOKEN.findall(other)]
        found = await self._found(wanted)
        lost = [stem for stem in stems if not any(other in found for other in (stem, *related[stem]))]
        if lost:
            found |= await self._found(await self._corrected(lost))
        typed = {token for stem in stems for token in _TOKEN.findall(stem)}
        meant = typed | {token for token in found if token not in wanted}  # rather than their rare relations
        kept = sorted(found, key=lambda token: (token not in meant, found[token], token))[:_MOST_TERMS]
        return {token: found[token] for token in sorted(kept, key=lambda token: (found[token], token))}

    async def _found(self, tokens: Sequence[str]) -> dict[str, int]:
        """Those of the tokens that stand in the index, with the number of units that hold each."""
        known = self._frequencies
        asked = [token for token in tokens if token not in known]
        if asked:
            if len(known) > _MOST_KNOWN:
                known.clear()
                asked = list(tokens)
            found = await self._search.frequencies(asked)
            known.update({token: found.get(token, 0) for token in asked})
        return {token: known[token] for token in tokens if known.get(token)}

    def _stems(self, question: Question) -> list[str]:
        texts = [turn.question for turn in question.context[-_TURNS:]] + [question.text[:2000]]
        words = [word for text in texts for word in words_of(text)]
        stems = [word.stem for word in words if not word.is_stop] or [word.stem for word in words]
        return list(dict.fromkeys(stem for stem in stems if _TOKEN.search(stem)))

    async def _corrected(self, lost: Sequence[str]) -> list[str]:
        rare = [stem for stem in lost if len(stem) >= SHORTEST and rarity(stem) >= 1][:_MOST_CORRECTED]
        if not rare:
            return []
        if self._vocabulary is None:
            self._vocabulary = _by_length(await self._search.vocabulary(SHORTEST))
        return [token for stem in rare for token in _meant(stem, self._vocabulary)]


def _by_length(tokens: Sequence[str]) -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for token in tokens:
        found[len(token)].append(token)
    return found


def _meant(stem: str, vocabulary: Mapping[int, Sequence[str]]) -> Iterator[str]:
    """The tokens that a misspelt or transliterated stem may stand for."""
    for form in (stem,) if stem.isascii() else (stem, *latin_forms(stem)[:3]):
        hits: list[tuple[str, float, int]] = []
        for length in range(len(form) - _LENGTHS, len(form) + _LENGTHS + 1):
            hits += process.extract(
                form, vocabulary.get(length, ()), scorer=OSA.normalized_similarity, score_cutoff=_LIKE, limit=3
            )
        hits.sort(key=lambda hit: (-hit[1], hit[0]))
        yield from (token for token, _, _ in hits[:3] if within_budget(form, token) or not stem.isascii())


def sought(frequencies: Mapping[str, int], units: int) -> Sought | None:
    """What to look up for tokens with their `frequencies` (the rarest first) among `units`; None for no tokens.

    The rare tokens find units; what stands in thousands of them only weighs, once there are enough.
    """
    anchors: list[str] = []
    named = 0
    for token, frequency in frequencies.items():
        if named >= _ENOUGH and named + frequency > _MOST_NAMED:
            break
        anchors.append(token)
        named += frequency
    weights = {token: log(1 + max(0.0, units - df + 0.5) / (df + 0.5)) for token, df in frequencies.items()}
    return Sought(weights, tuple(anchors)) if anchors else None
