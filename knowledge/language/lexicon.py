"""Words of one meaning: synonyms, word families, translations; and the other names of well-known names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.language.aliases import Aliases, AliasHit
from knowledge.language.data_files import read_rows, read_sections
from knowledge.language.stems import is_irregular, stem_of
from knowledge.language.words import Word

_LANGUAGES = ("en", "uk", "ru")
_FAMILY = 0.9
_TRANSLATION = 0.97
_NEAR = 0.75
_NEAR_TRANSLATION = 0.65
_FURTHER_MEANING = 0.95
_DERIVED = 0.9
_LEFT = 4  # letters of a stem without what it was derived by


@dataclass(frozen=True, slots=True)
class Related:
    """A stem that may stand for another; `weight` 0…1 is how much of the meaning it carries."""

    stem: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a stem stands: the row's number, and whether it is at home there."""

    row: int
    is_near: bool


class Lexicon:
    """Looks up what is related to a stem, and which names are meant by other words for them."""

    def __init__(self, rows: Sequence[Sequence[str]], aliases: Aliases) -> None:
        """`rows` as in data/concepts.tsv: English, Ukrainian, Russian words of one concept, "~" before near ones."""
        self._rows = rows
        self._aliases = aliases
        self._words: dict[str, dict[str, list[tuple[str, int]]]] = {}
        self._places: dict[tuple[str, str], dict[str, list[_Place]]] = {}
        self._related: dict[tuple[str, str | None], tuple[Related, ...]] = {}

    def related(self, stem: str, language: str | None = None) -> tuple[Related, ...]:
        """Stems of the same concept, best first, without `stem` itself; () for a word that no row has.

        Weights: .9 same language and family, .97 translation, .75 near in meaning, .65 translation of it; a stem
        with several meanings carries 5 % less of each for every further one, a Cyrillic one that no row has but that is
        derived from one that a row has 10 %. A Cyrillic stem without `language` ("uk", "ru") is looked up as both.
        """
        found = self._related.get((stem, language))
        if found is None:
            found = self._related[stem, language] = self._look_up(stem, language)
        return found

    def aliases_in(self, words: Sequence[Word]) -> tuple[AliasHit, ...]:
        """Names that `words` mean, spelled out or by another name, in order, none overlapping."""
        return self._aliases.hits(words)

    def _look_up(self, stem: str, language: str | None) -> tuple[Related, ...]:
        if not stem:
            return ()
        weights: dict[str, float] = {}
        for own in ("en",) if stem.isascii() else (language,) if language in ("uk", "ru") else ("uk", "ru"):
            places, derived = self._places_of(own, _beginning(stem)).get(stem, []), 1.0
            if not places and own != "en":
                places, derived = self._derived(stem, own), _DERIVED
            share = derived * _FURTHER_MEANING ** max(0, sum(not place.is_near for place in places) - 1)
            for place in places:
                self._weigh(place, own, share, weights)
        weights.pop(stem, None)
        ordered = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(Related(other, round(weight, 3)) for other, weight in ordered)

    def _derived(self, stem: str, language: str) -> list[_Place]:
        """Where the word stands that `stem` was made of, by the longest such word."""
        endings, beginnings = _derivations()
        shorter = [stem.removesuffix(ending) for ending in endings if stem.endswith(ending)]
        shorter += [stem.removeprefix(start) for start in beginnings if stem.startswith(start)]
        for base in sorted(shorter, key=lambda base: (-len(base), base)):
            if len(base) >= _LEFT and (places := self._places_of(language, _beginning(base)).get(base)):
                return places
        return []

    def _weigh(self, place: _Place, own: str, share: float, weights: dict[str, float]) -> None:
        for language, cell in zip(_LANGUAGES, self._rows[place.row], strict=True):
            at_home, near = (_FAMILY, _NEAR) if language == own else (_TRANSLATION, _NEAR_TRANSLATION)
            for word in cell.split():
                is_near = word[0] == "~"
                if is_near and place.is_near:
                    continue
                other = stem_of(word[1:] if is_near else word, language)
                weight = share * (near if is_near or place.is_near else at_home)
                weights[other] = max(weights.get(other, 0.0), weight)

    def _places_of(self, language: str, beginning: str) -> dict[str, list[_Place]]:
        """Where the stems stand that begin so; words are stemmed when one with their beginning is asked for."""
        if language not in self._words:
            self._words[language] = self._by_beginning(language)
        key = (language, beginning)
        if key not in self._places:
            places: dict[str, list[_Place]] = {}
            for word, row in self._words[language].get(beginning, ()):
                is_near = word[0] == "~"
                places.setdefault(stem_of(word[is_near:], language), []).append(_Place(row, is_near))
            self._places[key] = {stem: _one_a_row(found) for stem, found in places.items()}
        return self._places[key]

    def _by_beginning(self, language: str) -> dict[str, list[tuple[str, int]]]:
        column = _LANGUAGES.index(language)
        words: dict[str, list[tuple[str, int]]] = {}
        for number, row in enumerate(self._rows):
            for word in row[column].split():
                plain = word.lstrip("~")
                words.setdefault(_beginning(plain), []).append((word, number))
                if is_irregular(plain, language) and (other := _beginning(stem_of(plain, language))) != _beginning(
                    plain
                ):
                    words.setdefault(other, []).append((word, number))
        return words


def _beginning(word: str) -> str:
    """Two letters that a word has in common with its stem: рік with рок."""
    return word.replace("'", "")[:2].replace("і", "о")


def _one_a_row(places: list[_Place]) -> list[_Place]:
    """Several words of a row may have one stem: at home beats near."""
    best: dict[int, _Place] = {}
    for place in places:
        if place.row not in best or best[place.row].is_near:
            best[place.row] = place
    return list(best.values())


@cache
def _derivations() -> tuple[list[str], list[str]]:
    sections = read_sections("derivations.txt")
    return sections["endings"], sections["beginnings"]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the project's own data files, read once."""
    return Lexicon(read_rows("concepts.tsv"), Aliases(read_rows("names.tsv"), read_rows("name_relations.tsv")))
