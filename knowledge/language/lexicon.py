"""Words of one meaning: synonyms, word families, translations; and the other names of well-known names."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, partial
from sys import intern
from typing import NamedTuple

from knowledge.language.aliases import Aliases, AliasHit
from knowledge.language.data_files import read_rows, read_sections
from knowledge.language.stems import compute_stem
from knowledge.language.words import Word

LANGUAGES = ("en", "uk", "ru")
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


class _Column:
    """The words of one language, stemmed: row by row, and for each stem the places where it stands.

    A place is twice a row's number, and one more where the word is only near in meaning to the row's concept.
    """

    def __init__(self, cells: Iterable[str], language: str) -> None:
        self.places: dict[str, tuple[int, ...]] = {}
        self._members: list[tuple[str, ...]] = []
        stem_of = cache(partial(compute_stem, language=language))  # most words stand in several rows
        for number, cell in enumerate(cells):
            members = _members(cell, stem_of)
            for member in members:
                stem = member.lstrip(_NEAR_SIGN)
                self.places[stem] = _one_a_row(self.places.get(stem, ()), 2 * number + (member[0] == _NEAR_SIGN))
            self._members.append(members)

    def members(self, row: int) -> tuple[str, ...]:
        """The stems of a row, near ones behind their sign."""
        return self._members[row]


class Lexicon:
    """Looks up what is related to a stem, and which names are meant by other words for them."""

    def __init__(self, rows: Sequence[Sequence[str]], aliases: Aliases) -> None:
        """`rows` as in data/concepts.tsv: English, Ukrainian, Russian words of one concept, "~" before near ones."""
        self._rows = rows
        self._aliases = aliases
        self._columns: dict[str, _Column] = {}
        self._weights: dict[tuple[str, str | None], Mapping[str, float]] = {}

    def related(self, stem: str, language: str | None = None) -> tuple[Related, ...]:
        """Stems of the same concept, best first, as `weights` has them."""
        weights = self.weights(stem, language)
        return tuple([Related(*pair) for pair in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))])

    def weights(self, stem: str, language: str | None = None) -> Mapping[str, float]:
        """Stems of the same concept, each with how much of the meaning it carries; without `stem` itself.

        Weights: .9 same language and family, .97 translation, .75 near in meaning, .65 translation of it; a stem
        with several meanings carries 5 % less of each for every further one, a Cyrillic one that no row has but that is
        derived from one that a row has 10 %. A Cyrillic stem without `language` ("uk", "ru") is looked up as both.
        """
        found = self._weights.get((stem, language))
        if found is None:
            found = self._look_up(stem, language)
            if found:  # there is no end to what readers type and no row has
                self._weights[stem, language] = found
        return found

    def aliases_in(self, words: Sequence[Word]) -> tuple[AliasHit, ...]:
        """Names that `words` mean, spelled out or by another name, in order, none overlapping."""
        return self._aliases.hits(words)

    def stems(self, language: str) -> Collection[str]:
        """The stems of all words of a language ("en", "uk", "ru"), in the rows' order; read when first asked for."""
        return self._column(language).places.keys()

    def knows(self, stem: str, language: str) -> bool:
        """Whether a word of a language has this stem, or one that it was derived from; Latin letters are English."""
        own = "en" if stem.isascii() else language
        return stem in self._column(own).places or (own != "en" and bool(self._derived(stem, own)))

    def _look_up(self, stem: str, language: str | None) -> dict[str, float]:
        weights: dict[str, float] = {}
        if not stem:
            return weights
        for own in ("en",) if stem.isascii() else (language,) if language in ("uk", "ru") else ("uk", "ru"):
            places, derived = self._column(own).places.get(stem, ()), 1.0
            if not places and own != "en":
                places, derived = self._derived(stem, own), _DERIVED
            share = derived * _FURTHER_MEANING ** max(0, sum(not place & _IS_NEAR for place in places) - 1)
            for place in places:
                self._weigh(place, own, share, weights)
        weights.pop(stem, None)
        return weights

    def _derived(self, stem: str, language: str) -> tuple[int, ...]:
        """Where the word stands that `stem` was made of, by the longest such word."""
        endings, beginnings = _derivations()
        shorter = [stem.removesuffix(ending) for ending in endings if stem.endswith(ending)]
        shorter += [stem.removeprefix(start) for start in beginnings if stem.startswith(start)]
        for base in sorted(shorter, key=lambda base: (-len(base), base)):
            if len(base) >= _LEFT and (places := self._column(language).places.get(base)):
                return places
        return ()

    def _weigh(self, place: int, own: str, share: float, weights: dict[str, float]) -> None:
        row, is_near = place >> 1, place & _IS_NEAR
        for language, cell in zip(LANGUAGES, self._rows[row], strict=True):
            at_home, near = (_FAMILY, _NEAR) if language == own else (_TRANSLATION, _NEAR_TRANSLATION)
            home, beside = round(share * (near if is_near else at_home), 3), round(share * near, 3)
            column = self._columns.get(language)
            for member in (
                column.members(row) if column is not None else _members(cell, partial(compute_stem, language=language))
            ):
                if member[0] != _NEAR_SIGN:
                    if home > weights.get(member, 0.0):
                        weights[member] = home
                elif not is_near and beside > weights.get(member[1:], 0.0):
                    weights[member[1:]] = beside

    def _column(self, language: str) -> _Column:
        """The words of a language, stemmed when one of them is first asked for."""
        column = self._columns.get(language)
        if column is None:
            place = LANGUAGES.index(language)
            column = self._columns[language] = _Column([row[place] for row in self._rows], language)
        return column


def _members(cell: str, stem_of: Callable[[str], str]) -> tuple[str, ...]:
    """The stems of a cell's words, near ones behind their sign."""
    return tuple(
        [
            intern(_NEAR_SIGN + stem_of(word[1:])) if word[0] == _NEAR_SIGN else intern(stem_of(word))
            for word in cell.split()
        ]
    )


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
