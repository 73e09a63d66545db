"""Word lists and patterns that stand beside the code, in data/."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from knowledge.language.stems import stem_of
from knowledge.language.text import fold

_PIECE = re.compile(r"\{([a-z_]+)\}")


def read_sections(name: str) -> dict[str, list[str]]:
    """The lines of data/`name` under their `[headings]`, without comments and empty lines."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    text = files("knowledge.answering").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if (
            line.startswith("[")
            and line.endswith("]")
            and line[1:-1].isascii()
            and line[1:-1].replace("_", "").isalpha()
        ):
            lines = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


def patterns_of(name: str) -> dict[str, re.Pattern[str]]:
    """One expression for each section of data/`name`, in order; `{word}` stands for that line of its [pieces].

    A line that begins with "~" stands for whole words in any case, any other is taken as it stands.
    """
    sections = read_sections(name)
    pieces = dict(line.split(" ", 1) for line in sections.pop("pieces", []))
    return {
        section: re.compile("|".join(_expression(line, pieces) for line in lines))
        for section, lines in sections.items()
    }


def _expression(line: str, pieces: Mapping[str, str]) -> str:
    filled = _PIECE.sub(lambda match: pieces[match.group(1)], line.lstrip("~"))
    return rf"(?i:(?<!\w)(?:{filled})(?!\w))" if line.startswith("~") else filled


@cache
def words_in(section: str) -> frozenset[str]:
    """The words of one section of data/word_lists.txt."""
    return frozenset(word for line in read_sections("word_lists.txt")[section] for word in line.split())


@cache
def asking_stems() -> frozenset[str]:
    """Stems of the words by which a question asks or chats, in every language."""
    return frozenset(
        stem_of(fold(word), language)
        for language, lines in read_sections("asking_words.txt").items()
        for line in lines
        for word in line.split()
    )
