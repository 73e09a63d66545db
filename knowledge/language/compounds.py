"""Fixed terms of several words that are compared as one: "data center" as "datacenter"."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from knowledge.language.data_files import read_rows
from knowledge.language.stems import compute_stem


class Joint(NamedTuple):
    """Stems that stand side by side, and the one word they are read as."""

    stems: tuple[str, ...]
    folded: str
    stem: str


@cache
def joints() -> Mapping[str, Mapping[str, tuple[Joint, ...]]]:
    """First stem → second stem → the fixed terms that begin with the two, longest first."""
    found: dict[str, dict[str, set[Joint]]] = {}
    stem_of = cache(compute_stem)  # terms share their words
    for word, terms in read_rows("compounds.tsv"):
        for term in terms.split(","):
            parts = term.split()
            for language in ("uk",) if term.isascii() else ("uk", "ru"):
                stems = tuple([stem_of(part, language) for part in parts])
                joint = Joint(stems, word, stem_of(word, language))
                found.setdefault(stems[0], {}).setdefault(stems[1], set()).add(joint)
    return {
        first: {
            second: tuple(sorted(terms, key=lambda one: (-len(one.stems), one.stems, one.stem)))
            for second, terms in seconds.items()
        }
        for first, seconds in found.items()
    }
