"""Fixed terms of several words that are compared as one: "data center" as "datacenter"."""

from dataclasses import dataclass
from functools import cache

from knowledge.language.data_files import read_rows
from knowledge.language.stems import stem_of


@dataclass(frozen=True, slots=True)
class Joint:
    """Stems that stand side by side, and the one word they are read as."""

    stems: tuple[str, ...]
    folded: str
    stem: str


@cache
def joints(letter: str) -> dict[tuple[str, str], tuple[Joint, ...]]:
    """First two stems → the fixed terms that begin with them, longest first; of those that begin with `letter`."""
    found: dict[tuple[str, str], set[Joint]] = {}
    for word, term in _terms().get(letter, ()):
        parts = term.split()
        for language in ("uk",) if term.isascii() else ("uk", "ru"):
            stems = tuple(stem_of(part, language) for part in parts)
            found.setdefault((stems[0], stems[1]), set()).add(Joint(stems, word, stem_of(word, language)))
    return {
        pair: tuple(sorted(terms, key=lambda one: (-len(one.stems), one.stems, one.stem)))
        for pair, terms in found.items()
    }


@cache
def _terms() -> dict[str, list[tuple[str, str]]]:
    """First letter → the words with their folded terms, which are stemmed when a word of the letter comes up."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word, terms in read_rows("compounds.tsv"):
        for term in terms.split(","):
            plain = term.strip()
            found.setdefault(plain[0], []).append((word, plain))
    return found
