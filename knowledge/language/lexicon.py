"""Words of one meaning: synonyms, word families, translations, and the other names of well-known names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.language.aliases import Aliases, AliasHit, aliases_from
from knowledge.language.data_files import read_rows
from knowledge.language.stems import stem_of
from knowledge.language.text import fold
from knowledge.language.words import Word

_LANGUAGES = ("en", "uk", "ru")
_FAMILY = 0.9
_TRANSLATION = 0.85
_NEAR = 0.7
_NEAR_TRANSLATION = 0.6


@dataclass(frozen=True, slots=True)
class Related:
    """A stem that may stand for another; `weight` 0…1 is how much of the meaning it carries."""

    stem: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Cell:
    """One language's words in one row."""

    core: tuple[str, ...]
    near: tuple[str, ...]


class Lexicon:
    """Looks up what is related to a stem, and which names are meant by other words for them."""

    def __init__(self, rows: Sequence[Sequence[str]], aliases: Aliases) -> None:
        """`rows` as in data/concepts.tsv: English, Ukrainian and Russian words of one concept, "~" before near ones."""
        self._rows = rows
        self._aliases = aliases
        self._cells: dict[tuple[int, str], _Cell] = {}
        self._places: dict[str, dict[str, list[int]]] = {}
        self._related: dict[tuple[str, str | None], tuple[Related, ...]] = {}

    def related(self, stem: str, language: str | None = None) -> tuple[Related, ...]:
        """Stems of the same concept, best first, without `stem` itself; () for a word that no row has.

        Weights: .9 same language and family, .85 translation, .7 near in meaning, .6 a translation of a near one. A
        Cyrillic stem without a language is looked up as Ukrainian and as Russian.
        """
        found = self._related.get((stem, language))
        if found is None:
            found = self._related[stem, language] = self._look_up(stem, language)
        return found

    def aliases_in(self, words: Sequence[Word]) -> tuple[AliasHit, ...]:
        """Names that `words` mean, spelled out or by another name, in order, none inside another."""
        return self._aliases.hits(words)

    def _look_up(self, stem: str, language: str | None) -> tuple[Related, ...]:
        weights: dict[str, float] = {}
        for own in ("en",) if stem.isascii() else ("uk", "ru") if language in (None, "en") else (language,):
            for row in self._rows_of(own).get(stem, ()):
                self._weigh(row, own, stem, weights)
        weights.pop(stem, None)
        return tuple(
            Related(other, weight) for other, weight in sorted(weights.items(), key=lambda one: (-one[1], one[0]))
        )

    def _weigh(self, row: int, own: str, stem: str, weights: dict[str, float]) -> None:
        is_core = stem in self._cell(row, own).core
        for language in _LANGUAGES:
            cell = self._cell(row, language)
            same = language == own
            core = (_FAMILY if same else _TRANSLATION) if is_core else (_NEAR if same else _NEAR_TRANSLATION)
            for other in cell.core:
                weights[other] = max(weights.get(other, 0.0), core)
            for other in cell.near if is_core else ():
                weights[other] = max(weights.get(other, 0.0), _NEAR if same else _NEAR_TRANSLATION)

    def _rows_of(self, language: str) -> dict[str, list[int]]:
        if language not in self._places:
            places: dict[str, list[int]] = {}
            for row in range(len(self._rows)):
                cell = self._cell(row, language)
                for stem in cell.core + cell.near:
                    places.setdefault(stem, []).append(row)
            self._places[language] = places
        return self._places[language]

    def _cell(self, row: int, language: str) -> _Cell:
        key = (row, language)
        if key not in self._cells:
            words = self._rows[row][_LANGUAGES.index(language)].split()
            core = tuple(dict.fromkeys(_stem(word, language) for word in words if word[0] != "~"))
            near = tuple(dict.fromkeys(_stem(word[1:], language) for word in words if word[0] == "~"))
            self._cells[key] = _Cell(core, near)
        return self._cells[key]


def _stem(word: str, language: str) -> str:
    return stem_of(word if word.isascii() else fold(word), language)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the project's own data files, read once."""
    return Lexicon(read_rows("concepts.tsv"), aliases_from(read_rows("names.tsv"), read_rows("name_relations.tsv")))
