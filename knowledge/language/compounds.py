"""Fixed terms of several words that are compared as one: "data center" as "datacenter"."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from knowledge.language.data_files import read_rows
from knowledge.language.stems import stem_of


class Joint(NamedTuple):
    """Stems that stand side by side, and the one word they are read as."""

    stems: tuple[str, ...]
    folded: str
    stem: str


@cache
def joints(letter: str) -> Mapping[str, Mapping[str, tuple[Joint, ...]]]:
    """First stem → second stem → the fixed terms that begin with the two, longest first; `letter` is the terms' first.

    They are stemmed a letter at a time: all at once they would hold up for a tenth of a second whoever comes first.
    """
    found: dict[str, dict[str, set[Joint]]] = {}
    for word, term in _terms().get(letter, ()):
        for language in ("uk",) if term.isascii() else ("uk", "ru"):
            stems = tuple([stem_of(part, language) for part in term.split()])
            joint = Joint(stems, word, stem_of(word, language))
            found.setdefault(stems[0], {}).setdefault(stems[1], set()).add(joint)
    return {
        first: {
            second: tuple(sorted(terms, key=lambda one: (-len(one.stems), one.stems, one.stem)))
            for second, terms in seconds.items()
        }
        for first, seconds in found.items()
    }


@cache
def _terms() -> Mapping[str, list[tuple[str, str]]]:
    """First letter → the words with their folded terms."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word, terms in read_rows("compounds.tsv"):
        for term in terms.split(","):
            plain = term.strip()
            found.setdefault(plain[0], []).append((word, plain))
    return found
