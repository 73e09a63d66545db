"""Words of one meaning: synonyms, word families, translations; and the other names of well-known names."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from knowledge.language.aliases import Aliases, AliasHit
from knowledge.language.data_files import read_rows, read_sections
from knowledge.language.stems import compute_stem
from knowledge.language.words import Word

_LANGUAGES = ("en", "uk", "ru")
_FAMILY = 0.9
_TRANSLATION = 0.97
_NEAR = 0.75
_NEAR_TRANSLATION = 0.65
_FURTHER_MEANING = 0.95
_DERIVED = 0.9
_NEAR_SIGN = "~"
_IS_NEAR = 1
_LEFT = 4  # letters of a stem without what it was derived by


class Related(NamedTuple):
    """A stem that may stand for another; `weight` 0…1 is how much of the meaning it carries."""

    stem: str
    weight: float


class _RowStem(NamedTuple):
    """A stem of a row; `is_near` where it is near in meaning to the concept and not at home in it."""

    stem: str
    language: str
    is_near: bool


class Lexicon:
    """Looks up what is related to a stem, and which names are meant by other words for them."""

    def __init__(self, rows: Sequence[Sequence[str]], aliases: Aliases) -> None:
        """`rows` as in data/concepts.tsv: English, Ukrainian, Russian words of one concept, "~" before near ones."""
        self._rows = rows
        self._aliases = aliases
        self._places: dict[str, dict[str, tuple[int, ...]]] = {}
        self._read: dict[int, tuple[_RowStem, ...]] = {}
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

    def stems(self, language: str) -> Collection[str]:
        """The stems of all words of a language ("en", "uk", "ru"), in the rows' order; read when first asked for."""
        return self._places_of(language).keys()

    def _look_up(self, stem: str, language: str | None) -> tuple[Related, ...]:
        if not stem:
            return ()
        weights: dict[str, float] = {}
        for own in ("en",) if stem.isascii() else (language,) if language in ("uk", "ru") else ("uk", "ru"):
            places, derived = self._places_of(own).get(stem, ()), 1.0
            if not places and own != "en":
                places, derived = self._derived(stem, own), _DERIVED
            share = derived * _FURTHER_MEANING ** max(0, sum(not place & _IS_NEAR for place in places) - 1)
            for place in places:
                self._weigh(place, own, share, weights)
        weights.pop(stem, None)
        ordered = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple([Related(other, round(weight, 3)) for other, weight in ordered])

    def _derived(self, stem: str, language: str) -> tuple[int, ...]:
        """Where the word stands that `stem` was made of, by the longest such word."""
        endings, beginnings = _derivations()
        shorter = [stem.removesuffix(ending) for ending in endings if stem.endswith(ending)]
        shorter += [stem.removeprefix(start) for start in beginnings if stem.startswith(start)]
        for base in sorted(shorter, key=lambda base: (-len(base), base)):
            if len(base) >= _LEFT and (places := self._places_of(language).get(base)):
                return places
        return ()

    def _weigh(self, place: int, own: str, share: float, weights: dict[str, float]) -> None:
        for stem, language, is_near in self._row(place >> 1):
            if is_near and place & _IS_NEAR:
                continue
            at_home, near = (_FAMILY, _NEAR) if language == own else (_TRANSLATION, _NEAR_TRANSLATION)
            weight = share * (near if is_near or place & _IS_NEAR else at_home)
            if weight > weights.get(stem, 0.0):
                weights[stem] = weight

    def _row(self, number: int) -> tuple[_RowStem, ...]:
        stems = self._read.get(number)
        if stems is None:
            stems = self._read[number] = tuple(
                [
                    _RowStem(compute_stem(word.lstrip(_NEAR_SIGN), language), language, word[0] == _NEAR_SIGN)
                    for language, cell in zip(_LANGUAGES, self._rows[number], strict=True)
                    for word in cell.split()
                ]
            )
        return stems

    def _places_of(self, language: str) -> dict[str, tuple[int, ...]]:
        """For each stem of a language the rows that it stands in: twice their number, and one more where it is near."""
        places = self._places.get(language)
        if places is None:
            places = {}
            column = _LANGUAGES.index(language)
            for number, row in enumerate(self._rows):
                for word in row[column].split():
                    stem = compute_stem(word.lstrip(_NEAR_SIGN), language)
                    place = 2 * number + (word[0] == _NEAR_SIGN)
                    places[stem] = _one_a_row(places.get(stem, ()), place)
            self._places[language] = places
        return places


def _one_a_row(places: tuple[int, ...], place: int) -> tuple[int, ...]:
    """`places` and one more; of several words of a row with one stem the one at home counts."""
    if not places or places[-1] >> 1 != place >> 1:
        return (*places, place)
    return (*places[:-1], min(places[-1], place))


@cache
def _derivations() -> tuple[list[str], list[str]]:
    sections = read_sections("derivations.txt")
    return sections["endings"], sections["beginnings"]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the project's own data files, read once."""
    return Lexicon(read_rows("concepts.tsv"), Aliases(read_rows("names.tsv"), read_rows("name_relations.tsv")))
