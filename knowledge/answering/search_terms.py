"""The words under which a question is looked up in the full-text index, misspelt ones corrected to its vocabulary."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.language.lexicon import Lexicon
from knowledge.language.rarity import rarity
from knowledge.language.transliterate import latin_forms
from knowledge.language.typos import within_budget
from knowledge.language.words import words_of
from knowledge.model.answer import Question
from knowledge.store.search import UnitSearch

SHORTEST = 4  # letters of a word that may be misspelt
_TOKEN = re.compile(r"[^\W_]+")  # what the index's tokenizer makes one token of
_MOST_TERMS = 16
_MOST_CORRECTED = 4
_LIKE = 0.7
_TURNS = 2  # earlier questions whose words are looked up too
_MOST_NAMED = 1500  # units that the chosen words may stand in, all told: what ranking them costs
_ENOUGH = 2


class SearchTerms:
    """Turns questions into tokens of the index; holds its vocabulary."""

    def __init__(self, search: UnitSearch, lexicon: Lexicon) -> None:
        self._search = search
        self._lexicon = lexicon
        self._vocabulary: tuple[str, ...] | None = None

    def forget(self) -> None:
        """To be called when any story has changed."""
        self._vocabulary = None

    async def of(self, question: Question) -> tuple[str, ...]:
        """Tokens that stand in the index, the rarest first."""
        stems = self._stems(question)
        related = {stem: [one.stem for one in self._lexicon.related(stem)] for stem in stems}
        wanted = [token for stem in stems for other in (stem, *related[stem]) for token in _TOKEN.findall(other)]
        found = await self._search.frequencies(wanted)
        lost = [stem for stem in stems if not any(other in found for other in (stem, *related[stem]))]
        if lost:
            found |= await self._search.frequencies(await self._corrected(lost))
        return _telling(found)

    def _stems(self, question: Question) -> list[str]:
        texts = [turn.question for turn in question.context[-_TURNS:]] + [question.text[:2000]]
        words = [word for text in texts for word in words_of(text)]
        stems = [word.stem for word in words if not word.is_stop] or [word.stem for word in words]
        return list(dict.fromkeys(stem for stem in stems if _TOKEN.search(stem)))

    async def _corrected(self, lost: Sequence[str]) -> list[str]:
        if self._vocabulary is None:
            self._vocabulary = await self._search.vocabulary(SHORTEST)
        rare = [stem for stem in lost if len(stem) >= SHORTEST and rarity(stem) >= 1][:_MOST_CORRECTED]
        corrected = []
        for stem in rare:
            for form in (stem,) if stem.isascii() else (stem, *latin_forms(stem)[:3]):
                hits = process.extract(
                    form, self._vocabulary, scorer=OSA.normalized_similarity, score_cutoff=_LIKE, limit=3
                )
                corrected += [token for token, _, _ in hits if within_budget(form, token) or not stem.isascii()]
        return corrected


def _telling(found: Mapping[str, int]) -> tuple[str, ...]:
    """The tokens that choose, rarest first, as long as together they do not name too many units."""
    chosen: list[str] = []
    named = 0
    for token in sorted(found, key=lambda token: (found[token], token))[:_MOST_TERMS]:
        named += found[token]
        if len(chosen) >= _ENOUGH and named > _MOST_NAMED:
            break
        chosen.append(token)
    return tuple(chosen)
