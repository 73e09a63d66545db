"""Other names of well-known names: nicknames, tickers, spellings, "the ChatGPT maker". Used to see who is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.language.data_files import read_sections
from knowledge.language.words import Word, words_of

_WORDS_OF_A_QUESTION = ("who", "what", "which", "хто", "який", "яка", "кто", "какой", "какая")
_BETWEEN = ("is", "are", "was", "the", "a", "є", "s", "це", "это")


@dataclass(frozen=True, slots=True)
class AliasHit:
    """Words `first` to `last` (both included) mean `name`, a `kind` of data/names.tsv: "company", "person", …"""

    name: str
    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Stems before and after a name that make of it the name of its owner or maker."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Alias:
    """Another spelling of `name`; with `capitals` it counts only where it is written just so, but for its ending."""

    name: str
    spelling: str
    capitals: bool

    def fits(self, words: Sequence[Word]) -> bool:
        if not self.capitals:
            return not (len(words) == 1 and words[0].is_stop)
        if self.spelling.isupper():
            return all(word.text.isupper() for word in words)
        return all(word.is_capital for word in words)


@dataclass(frozen=True, slots=True)
class _Table:
    """Aliases by their stems, and the length of the longest one that begins with a stem."""

    aliases: dict[tuple[str, ...], _Alias]
    longest: dict[str, int]


class Aliases:
    """Finds names by the stems of their other names."""

    def __init__(self, names: Sequence[Sequence[str]], relations: Sequence[Sequence[str]]) -> None:
        """`names`: rows of name, kind, aliases with commas. `relations`: rows of name, relation, names with commas."""
        self._kinds = {row[0].rstrip("^"): row[1] for row in names}
        self._spellings: dict[str, list[tuple[str, str]]] = {}
        for row in names:
            for spelling in (row[0], *listed(row[2])):
                self._spellings.setdefault(spelling[0].casefold(), []).append((spelling, row[0].rstrip("^")))
        self._related = {other: (row[1], row[0]) for row in relations for other in listed(row[2])}
        self._tables: dict[str, _Table] = {}

    def hits(self, words: Sequence[Word]) -> tuple[AliasHit, ...]:
        """Names in order, the longest alias at each place, none overlapping."""
        found: list[AliasHit] = []
        stems = _of(words)
        place = 0
        while place < len(words):
            hit = self._hit_at(words, stems, place)
            if hit is not None:
                found.append(self._through_relation(words, stems, hit))
                place = found[-1].last
                if len(found) > 1 and found[-2].last >= found[-1].first:
                    del found[-2]
            place += 1
        return tuple(found)

    def _hit_at(self, words: Sequence[Word], stems: tuple[str, ...], place: int) -> AliasHit | None:
        table = self._table(stems[place][0])
        longest = table.longest.get(stems[place])
        if longest is None:
            return None
        for size in range(min(longest, len(words) - place), 0, -1):
            alias = table.aliases.get(stems[place : place + size])
            if alias is not None and alias.fits(words[place : place + size]):
                return AliasHit(alias.name, place, place + size - 1, self._kinds[alias.name])
        return None

    def _table(self, letter: str) -> _Table:
        """The aliases that begin with `letter`, stemmed when a word first asks for them."""
        if letter not in self._tables:
            table = self._tables[letter] = _Table({}, {})
            for spelling, name in self._spellings.get(letter, ()):
                plain = spelling.rstrip("^")
                for stems in {_stems(plain, language) for language in (("en",) if plain.isascii() else ("uk", "ru"))}:
                    table.aliases.setdefault(stems, _Alias(name, plain, plain != spelling))
                    table.longest[stems[0]] = max(table.longest.get(stems[0], 0), len(stems))
        return self._tables[letter]

    def _through_relation(self, words: Sequence[Word], stems: tuple[str, ...], hit: AliasHit) -> AliasHit:
        """ByteDance for the TikTok of "TikTok's owner", but not where the question is who that owner is."""
        relation, name = self._related.get(hit.name, (None, ""))
        if relation is None or name not in self._kinds:
            return hit
        for pattern in _patterns()[relation]:
            first, last = hit.first - len(pattern.before), hit.last + len(pattern.after)
            if (
                first >= 0
                and stems[first : hit.first] == pattern.before
                and stems[hit.last + 1 : last + 1] == pattern.after
            ):
                return hit if _is_asked_for(words, first) else AliasHit(name, first, last, self._kinds[name])
        return hit


def listed(cell: str) -> list[str]:
    """The entries of a cell that holds several, with commas between."""
    return [entry.strip() for entry in cell.split(",") if entry.strip()]


def _of(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.stem for word in words)


def _is_asked_for(words: Sequence[Word], first: int) -> bool:
    before = first - 1
    while before >= 0 and words[before].folded in _BETWEEN:
        before -= 1
    return before >= 0 and words[before].folded in _WORDS_OF_A_QUESTION


def _stems(spelling: str, language: str) -> tuple[str, ...]:
    return tuple(word.stem for word in words_of(spelling, language))


@cache
def _patterns() -> dict[str, list[_Pattern]]:
    """Relation → patterns, the longest first."""
    found = {}
    for relation, patterns in read_sections("name_patterns.txt").items():
        halves = [pattern.split("*") for pattern in patterns]
        read = {
            _Pattern(_stems(before, lang), _stems(after, lang)) for before, after in halves for lang in ("uk", "ru")
        }
        found[relation] = sorted(read, key=lambda one: (-len(one.before) - len(one.after), one.before, one.after))
    return found
