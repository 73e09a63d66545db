"""Names in a question: those of the story, in any of their spellings, and those that the story never mentions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.reading.reading import Reading
from knowledge.language.lexicon import Lexicon
from knowledge.language.places import country_of
from knowledge.language.rarity import rarity
from knowledge.language.transliterate import latin_forms
from knowledge.language.typos import within_budget
from knowledge.language.words import Word

_TITLE_CASE = 0.8
_TRANSLITERATED = 0.75
_NO_NAME = re.compile(r"[IVXL]{1,6}|[A-Z]{2,4}s")  # Roman numbers, "GPUs"
_DEMONYM = re.compile(r"(?:an|ese|ish|ch|i|ська?|ськ\w+|ск\w+)$")
_ABBREVIATED = 3
_MISSPELT = 0.6
_SAME = 0.85  # a translation or a synonym; a word that is only near in meaning is another name


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name in a question, words `first` to `last`; `stems` stand for it in the story, none where it is absent."""

    name: str
    typed: str
    first: int
    last: int
    stems: tuple[str, ...]
    kind: str | None = None  # "company", "person", "place" … where the lexicon or the story says


class NameFinder:
    """Finds names in questions; holds the general lexicon of index.names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, reading: Reading, index: StoryIndex) -> tuple[NameUse, ...]:
        """The names of a question in order, without overlaps; the story's own spellings go first."""
        words = reading.words
        uses: list[NameUse] = []
        taken: set[int] = set()
        for use in (
            *self._listed(words, index),
            *self._general(reading, index),
            *self._transliterated(words, index),
            *self._capitalised(reading, index),
        ):
            places = set(range(use.first, use.last + 1))
            if not places & taken:
                taken |= places
                uses.append(use)
        return self._whole(tuple(sorted(uses, key=lambda use: use.first)), reading, index)

    def _whole(self, uses: tuple[NameUse, ...], reading: Reading, index: StoryIndex) -> tuple[NameUse, ...]:
        """Forgives a misspelt part of a name whose other part the story has: "Lain Gray" for Iain Gray."""
        known = {place for use in uses if use.stems for place in range(use.first, use.last + 1)}
        return tuple(
            replace(use, stems=self._nearly(reading.words[use.first], index))
            if not use.stems and use.first == use.last and {use.first - 1, use.last + 1} & known
            else use
            for use in uses
        )

    def _nearly(self, word: Word, index: StoryIndex) -> tuple[str, ...]:
        hit = process.extractOne(
            word.folded, index.names.forms.keys(), scorer=OSA.normalized_similarity, score_cutoff=_MISSPELT
        )
        return (index.names.forms[hit[0]],) if hit is not None else ()

    def _listed(self, words: Sequence[Word], index: StoryIndex) -> list[NameUse]:
        found = []
        for first in range(len(words)):
            for length in range(min(index.names.longest.get(words[first].stem, 0), len(words) - first), 0, -1):
                run = words[first : first + length]
                name = index.names.spelled.get(tuple(word.stem for word in run))
                if name is not None and not all(word.is_stop for word in run):
                    stems = _stems_of(name, index)
                    found.append(_use(name, run, first, stems, index.names.kind_of(name)))
                    break
        return found

    def _general(self, reading: Reading, index: StoryIndex) -> list[NameUse]:
        words = reading.words
        found = []
        for hit in reading.aliases:
            run = words[hit.first : hit.last + 1]
            if len(run) == 1 and not run[0].is_capital and rarity(run[0].stem) < 1:
                continue  # an everyday word that is also somebody's name
            stems = _stems_of(hit.name, index)
            if all(word.stem in index.told for word in run):
                stems = tuple(dict.fromkeys((*stems, *(word.stem for word in run if not word.is_stop))))
            if not stems and len(run) == 1:
                stems = tuple(stem for stem in self._near(run[0], index) if stem in index.told)
            if (
                not stems
                and hit.kind == "place"
                and _DEMONYM.search(run[-1].folded)
                and run[-1].folded != hit.name.lower()
            ):
                continue  # "what European country": a quality, not somewhere
            found.append(_use(hit.name, run, hit.first, stems, hit.kind))
        return found

    def _transliterated(self, words: Sequence[Word], index: StoryIndex) -> list[NameUse]:
        found = []
        for place, word in enumerate(words):
            if word.is_stop or word.folded.isascii() or word.stem in index.document_frequency or len(word.folded) < 4:
                continue
            if rarity(word.stem) < 1:
                continue
            best: tuple[float, str] | None = None
            for latin in latin_forms(word.folded):
                hit = process.extractOne(
                    latin, index.names.forms.keys(), scorer=OSA.normalized_similarity, score_cutoff=_TRANSLITERATED
                )
                if hit is not None and (best is None or hit[1] > best[0]):
                    best = (hit[1], hit[0])
            if best is not None:
                found.append(NameUse(best[1], word.text, place, place, (index.names.forms[best[1]],)))
        return found

    def _capitalised(self, reading: Reading, index: StoryIndex) -> list[NameUse]:
        """Capitals that the question itself shows; with every word capital they show nothing."""
        words = reading.words
        content = [word for word in words if not word.is_stop and not word.is_number]
        capitals = sum(word.is_capital for word in content)
        if len(content) > 2 and capitals / len(content) > _TITLE_CASE:
            return []
        found = []
        for place, word in enumerate(words):
            if word.is_stop or word.is_number or len(word.folded) < 2 or _NO_NAME.fullmatch(word.text):
                continue
            if word.stem in index.names.stems:
                found.append(_use(word.text, words[place : place + 1], place, (word.stem,)))
            elif word.is_capital and word.stem not in index.document_frequency and not reading.opens_sentence(place):
                near = self._near(word, index)
                is_word = self._lexicon.related(word.stem) and country_of((word.stem,)) is None
                if near or not is_word:  # "CEO", "GPU" are words that are written in capitals
                    found.append(_use(word.text, words[place : place + 1], place, near))
        return found

    def _near(self, word: Word, index: StoryIndex) -> tuple[str, ...]:
        """What an unknown capitalised word can still mean: a related word, a longer form, a slip of the finger."""
        if word.text.isupper() and word.folded in index.names.initials:
            return index.names.initials[word.folded]
        related = tuple(
            related.stem
            for related in self._lexicon.related(word.stem)
            if related.weight >= _SAME and related.stem in index.document_frequency
        )
        if related:
            return related
        if len(word.folded) >= _ABBREVIATED:
            meant = [stem for form, stem in index.names.forms.items() if form.startswith(word.folded)]
            if meant:
                return tuple(dict.fromkeys(meant))
        longer = tuple(stem for stem, ratio in index.beginning_with(word.stem, 4) if ratio >= 0.6)
        if longer:
            return longer
        return tuple(
            index.forms[form]
            for form, _, _ in process.extract(word.folded, index.form_list, scorer=OSA.normalized_similarity, limit=2)
            if within_budget(word.folded, form)
        )


def _use(name: str, run: Sequence[Word], first: int, stems: tuple[str, ...], kind: str | None = None) -> NameUse:
    typed = " ".join(word.text for word in run)
    return NameUse(name, typed, first, first + len(run) - 1, stems, kind)


def _stems_of(name: str, index: StoryIndex) -> tuple[str, ...]:
    """The stems of those spellings of a name whose telling words all stand in the story; kept there once found."""
    stems = index.names.kept.get(name)
    if stems is None:
        stems = index.names.kept[name] = _find_stems(name, index)
    return stems


def _find_stems(name: str, index: StoryIndex) -> tuple[str, ...]:
    """Of a description ("the owner of …") only what is a name there counts: an "owner" alone may be somebody else's;
    and no other name: "Microsoft's chief" is not Microsoft.
    """
    found: dict[str, None] = {}
    own_or_free = index.names.stems - index.names.primary
    for place, spelling in enumerate(index.names.spellings_of(name)):
        if not place:
            own_or_free |= frozenset(index.stems_of_name(spelling))
        stems = index.stems_of_name(spelling)
        names = tuple(stem for stem in stems if stem in index.names.stems and (not place or stem in own_or_free))
        found.update(dict.fromkeys(names if names or place else stems))
    return tuple(found)
