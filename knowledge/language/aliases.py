"""Other names of well-known names: nicknames, tickers, spellings, "the ChatGPT maker". Used to see who is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.data_files import read_sections
from knowledge.language.words import Word, words_of


@dataclass(frozen=True, slots=True)
class AliasHit:
    """Words `first` to `last` (both included) mean `name`."""

    name: str
    first: int
    last: int


class Aliases:
    """Finds names by sequences of stems."""

    def __init__(self, table: dict[tuple[str, ...], str]) -> None:
        self._table = table
        self._longest: dict[str, int] = {}
        for stems in table:
            self._longest[stems[0]] = max(self._longest.get(stems[0], 0), len(stems))

    def hits(self, words: Sequence[Word]) -> tuple[AliasHit, ...]:
        """Names in order, the longest alias at each place, none overlapping."""
        found: list[AliasHit] = []
        place = 0
        while place < len(words):
            hit = self._hit_at(words, place)
            if hit is not None:
                found.append(hit)
            place = place + 1 if hit is None else hit.last + 1
        return tuple(found)

    def _hit_at(self, words: Sequence[Word], place: int) -> AliasHit | None:
        for size in range(min(self._longest.get(words[place].stem, 0), len(words) - place), 0, -1):
            name = self._table.get(tuple(word.stem for word in words[place : place + size]))
            if name is not None:
                return AliasHit(name, place, place + size - 1)
        return None


def aliases_from(names: Sequence[Sequence[str]], relations: Sequence[Sequence[str]]) -> Aliases:
    """Aliases from the rows of data/names.tsv and data/name_relations.tsv."""
    spellings = {row[0]: [row[0], *_listed(row[2])] for row in names}
    table: dict[tuple[str, ...], str] = {}
    for name, aliases in spellings.items():
        for alias in aliases:
            _enter(table, alias, name)
    patterns = read_sections("name_patterns.txt")
    for name, relation, others in relations:
        for other in _listed(others):
            for spelling in spellings.get(other, [other]):
                for pattern in patterns[relation]:
                    _enter(table, pattern.replace("*", spelling), name)
    return Aliases(table)


def _listed(cell: str) -> list[str]:
    return [entry.strip() for entry in cell.split(",") if entry.strip()]


def _enter(table: dict[tuple[str, ...], str], alias: str, name: str) -> None:
    languages = ("en",) if alias.isascii() else ("uk", "ru")
    for language in languages:
        stems = tuple(word.stem for word in words_of(alias, language))
        if stems:
            table.setdefault(stems, name)
