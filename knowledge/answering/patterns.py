"""Regular expressions from data/: many short lines for each thing to be recognised, made one expression when needed."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from knowledge.answering.data_files import read_sections

_PIECE = re.compile(r"\{([a-z_]+)\}")
_NEEDED = "? "
_BEGINNING = 3  # letters
_WORD = re.compile(r"\w+")
_LETTERS_OF_OTHERS = re.compile("[^\x00-\x7f‘’“”«»–—…£€₴₽¥]")


class Pattern:
    """Any of some lines; a text in Latin letters is searched by the lines in Latin letters alone.

    Most texts need only these, and an expression in one alphabet is made in half the time. A line that begins with
    "? " lists beginnings of words, one of which a text must have before it is searched at all.
    """

    def __init__(self, lines: Sequence[str], pieces: Mapping[str, Sequence[str]], wrapper: str = "{}") -> None:
        self._lines = [line for line in lines if not line.startswith(_NEEDED)]
        needed = [line.removeprefix(_NEEDED).split() for line in lines if line.startswith(_NEEDED)]
        self._needed = frozenset(beginning for listed in needed for beginning in listed)
        self._pieces = pieces
        self._wrapper = wrapper

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first place in `text` from `start` on."""
        if self._needed and self._needed.isdisjoint(_beginnings(text)):
            return None
        if _LETTERS_OF_OTHERS.search(text) is not None:
            return self._whole.search(text, start)
        return self._latin.search(text, start) if self._latin is not None else None

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return self._made(self._lines, self._pieces)

    @cached_property
    def _latin(self) -> re.Pattern[str] | None:
        lines = [line for line in self._lines if is_latin(line)]
        pieces = {name: [part for part in parts if is_latin(part)] for name, parts in self._pieces.items()}
        usable = [line for line in lines if all(pieces[name] for name in _PIECE.findall(line))]
        return self._made(usable, pieces) if usable else None

    def _made(self, lines: Sequence[str], pieces: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
        any_of = {name: f"(?:{'|'.join(parts)})" for name, parts in pieces.items()}
        filled = [_PIECE.sub(lambda match: any_of[match[1]], line) for line in (*lines, self._wrapper)]
        words = [line[1:] for line in filled[:-1] if line.startswith("~")]
        others = [line for line in filled[:-1] if not line.startswith("~")]
        if words:
            others.insert(0, rf"(?i:(?<!\w)(?:{'|'.join(words)})(?!\w))")
        return re.compile(filled[-1].replace("{}", "(?:" + "|".join(others) + ")"))


@lru_cache(maxsize=16)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in _WORD.findall(text))


def is_latin(text: str) -> bool:
    """Whether `text` holds no letter of another alphabet."""
    return _LETTERS_OF_OTHERS.search(text) is None


def patterns_of(name: str, wrappers: Mapping[str, str] | None = None) -> dict[str, Pattern]:
    """A pattern for each section of data/`name`, in order; `{word}` stands for the lines of that name in its [pieces].

    A line that begins with "~" stands for whole words in any case, any other is taken as it stands. `wrappers` name
    what stands around a section's lines, "{}" being their place.
    """
    sections = read_sections(name)
    pieces: dict[str, list[str]] = {}
    for line in sections.pop("pieces", []):
        word, parts = line.split(" ", 1)
        pieces.setdefault(word, []).append(parts)
    return {section: Pattern(lines, pieces, (wrappers or {}).get(section, "{}")) for section, lines in sections.items()}
