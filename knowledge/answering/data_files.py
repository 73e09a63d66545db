"""Word lists that stand beside the code, in data/."""

from functools import cache
from importlib.resources import files

from knowledge.language.stems import stem_of
from knowledge.language.text import fold


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


@cache
def kind_stems(kind: str) -> frozenset[str]:
    """Stems of the words by which a question says that it wants an answer of `kind`, in every language."""
    words = [word for line in read_sections("kind_words.txt").get(kind, ()) for word in line.split()]
    return frozenset(stem_of(fold(word), language) for word in words for language in ("uk", "ru"))
