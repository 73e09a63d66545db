"""Regular expressions from data/: many short lines for each thing to be recognised, made one expression when needed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import ClassVar, NamedTuple

from knowledge.answering.data_files import read_sections

_PIECE = re.compile(r"\{([a-z_]+)\}")
_NEEDED = "? "
_BEGINNING = 3  # letters
_WORD = re.compile(r"\w+")
_AT_WORD = r"\b"
_TOKEN = re.compile(r"\\.|.", re.DOTALL)
_LETTERS_OF_OTHERS = re.compile("[^\x00-\x7f‘’“”«»–—…£€₴₽¥]")


class Pattern:
    """Any of some lines; a text in Latin letters is searched by the lines in Latin letters alone.

    Most texts need only these, and an expression in one alphabet is made in half the time. A line that begins with
    "? " lists beginnings of words, one of which a text must have before it is searched at all. What can only stand at
    a text's or a word's beginning is tried nowhere else.
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
        made = self._latin if is_latin(text) else self._whole
        return made.search(text, start)

    def prepare(self) -> None:
        """Makes the expressions that are otherwise made when a text is first searched."""
        _ = self._latin, self._whole

    @cached_property
    def _whole(self) -> "_Expressions":
        return self._made(self._lines, self._pieces)

    @cached_property
    def _latin(self) -> "_Expressions":
        lines = [line for line in self._lines if is_latin(line)]
        pieces = {name: [part for part in parts if is_latin(part)] for name, parts in self._pieces.items()}
        return self._made([line for line in lines if all(pieces[name] for name in _PIECE.findall(line))], pieces)

    def _made(self, lines: Sequence[str], pieces: Mapping[str, Sequence[str]]) -> "_Expressions":
        any_of = {name: f"(?:{'|'.join(parts)})" for name, parts in pieces.items()}
        filled = [_PIECE.sub(lambda match: any_of[match[1]], line) for line in (*lines, self._wrapper)]
        return _expressions(filled[:-1], filled[-1])


class _Expressions(NamedTuple):
    """One expression for what stands at a text's beginning, one for all else."""

    opening: re.Pattern[str] | None
    elsewhere: re.Pattern[str] | None

    def search(self, text: str, start: int) -> re.Match[str] | None:
        found = self.opening.match(text) if self.opening is not None and start == 0 else None
        if found is not None or self.elsewhere is None:
            return found
        return self.elsewhere.search(text, start)


def _expressions(lines: Iterable[str], wrapper: str) -> _Expressions:
    """The lines with the wrapper around them, by where they can stand."""
    whole, words = [], []
    for line in lines:
        if line.startswith("~"):
            words.append(line[1:])
        else:
            whole += _alternatives(line)
    if words:
        whole.insert(0, rf"(?i:(?<!\w)(?:{'|'.join(words)})(?!\w))")
    fitted = ([wrapper.replace("{}", _any_of(whole))] if whole else []) if wrapper != "{}" else whole
    opening = [line for line in fitted if line.startswith("^")]
    at_words = [line.removeprefix(_AT_WORD) for line in fitted if line.startswith(_AT_WORD)]
    others = [line for line in fitted if not line.startswith(("^", _AT_WORD))]
    if at_words:
        others.append(_AT_WORD + _any_of(at_words))
    return _Expressions(*[re.compile("|".join(those)) if those else None for those in (opening, others)])


def _any_of(lines: Sequence[str]) -> str:
    return f"(?:{'|'.join(lines)})"


def _alternatives(line: str) -> list[str]:
    """The parts of an expression between its outermost bars."""
    parts, depth, in_set = [""], 0, False
    for token in _TOKEN.findall(line):
        if token == "|" and not depth and not in_set:
            parts.append("")
            continue
        if not in_set:
            depth += (token == "(") - (token == ")")
        in_set = token == "[" or (in_set and token != "]")
        parts[-1] += token
    return parts


@lru_cache(maxsize=16)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in _WORD.findall(text))


@lru_cache(maxsize=16)
def is_latin(text: str) -> bool:
    """Whether `text` holds no letter of another alphabet."""
    return _LETTERS_OF_OTHERS.search(text) is None


class PatternFile:
    """A pattern for each section of data/`name`, in order; read when one is first asked for.

    `{word}` in a line stands for the lines of that name in the file's [pieces]. A line that begins with "~" stands for
    whole words in any case, any other is taken as it stands. `wrappers` name what stands around a section's lines,
    "{}" being their place.
    """

    every: ClassVar[list["PatternFile"]] = []

    def __init__(self, name: str, wrappers: Mapping[str, str] | None = None) -> None:
        self._name = name
        self._wrappers = wrappers or {}
        self.every.append(self)

    def __getitem__(self, section: str) -> Pattern:
        return self._patterns[section]

    def __iter__(self) -> Iterator[str]:
        return iter(self._patterns)

    def items(self) -> Iterable[tuple[str, Pattern]]:
        """The sections with their patterns."""
        return self._patterns.items()

    def values(self) -> Iterable[Pattern]:
        """The patterns."""
        return self._patterns.values()

    @cached_property
    def _patterns(self) -> Mapping[str, Pattern]:
        sections = read_sections(self._name)
        pieces: dict[str, list[str]] = {}
        for line in sections.pop("pieces", []):
            word, parts = line.split(" ", 1)
            pieces.setdefault(word, []).append(parts)
        return {
            section: Pattern(lines, pieces, self._wrappers.get(section, "{}")) for section, lines in sections.items()
        }


def prepare_all() -> Iterator[None]:
    """Makes every expression that is otherwise made when a text is first searched, one by one."""
    for file in PatternFile.every:
        for pattern in file.values():
            pattern.prepare()
            yield
