"""The lines between lead and footer: headings, paragraphs, bullets, numbered lists."""

import re
from collections.abc import Sequence

from knowledge.model.story import Block, BlockKind, Section

_BULLET = re.compile(r"[•●◦▪‣∙·*-]\s+(?P<text>\S.*)", re.DOTALL)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<text>\S.*)", re.DOTALL)
_STOPPED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_QUESTION = re.compile(r"[?][\"'”’»)\]]*$")
_ABBREVIATED = re.compile(r"(?:(?:\b[^\W\d_]\.){2,}|\b(?:Inc|Corp|Ltd|Co|Jr|Sr)\.)$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>[^\s:][^:]{0,59}):\s+(?P<text>\S.*)", re.DOTALL)
_SAYING = frozenset(
    (
        "said", "says", "say", "added", "adds", "wrote", "writes", "asked", "warned", "explained", "told", "noted",
        "сказав", "сказала", "каже", "заявив", "заявила", "додав", "додала", "пише", "зазначив", "зазначила",
        "сказал", "говорит", "заявил", "добавил", "добавила", "пишет", "отметил", "отметила",
    )
)  # fmt: skip
_MOST_HEADING_WORDS = 18
_MOST_WORDS_OVER_HEADING = 7
_LONGEST_HEADING = 130  # characters
_MOST_NAME_WORDS = 8


def sections_of(lines: Sequence[str]) -> tuple[Section, ...]:
    """The sections that plain `lines` make; the first has no heading unless a heading comes first."""
    whole = joined_lines(lines)
    sections: list[Section] = []
    heading: str | None = None
    blocks: list[Block] = []
    for line, heads in zip(whole, _heads(whole), strict=True):
        if heads:
            if blocks or heading is not None:
                sections.append(Section(heading, tuple(blocks)))
            heading, blocks = line, []
        else:
            blocks.append(block_of(line))
    if blocks or heading is not None:
        sections.append(Section(heading, tuple(blocks)))
    return tuple(sections)


def _heads(lines: list[str]) -> list[bool]:
    """Which lines are headings, seen beside each other.

    Of two in a row a long first one is a sentence without its stop; of three and more all but the first are a list.
    """
    heads = [is_heading(lines, at) for at in range(len(lines))]
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or not heads[at]:
            if at - start >= 3:
                heads[start + 1 : at] = [False] * (at - start - 1)
            elif at - start == 2 and len(lines[start].split()) > _MOST_WORDS_OVER_HEADING:
                heads[start] = False
            start = at + 1
    return heads


def joined_lines(lines: Sequence[str]) -> list[str]:
    """`lines` with the ones that a break has cut in the middle of a sentence made whole again."""
    pieces: list[list[str]] = []
    for line in lines:
        if pieces and _continues(pieces[-1][-1], line):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return [" ".join(piece) for piece in pieces]


def is_heading(lines: Sequence[str], at: int) -> bool:
    """Whether line `at` is a heading: short, begun like a title, without a final stop, and with a text under it."""
    line = lines[at]
    if at + 1 >= len(lines) or len(line) > _LONGEST_HEADING or _BULLET.match(line) or _ADDRESS.search(line):
        return False
    words = line.split()
    if len(words) > _MOST_HEADING_WORDS or _begins_low(line):
        return False
    if _NUMBERED.match(line) and any(_NUMBERED.match(lines[near]) for near in (at - 1, at + 1) if near >= 0):
        return False
    if not _STOPPED.search(line):
        return True
    if _QUESTION.search(line):
        return len(lines[at + 1]) > len(line) or _BULLET.match(lines[at + 1]) is not None
    return _ABBREVIATED.search(line) is not None and len(words) <= 8 and len(lines[at + 1]) > 2 * len(line)


def block_of(line: str) -> Block:
    """A line that is no heading as a block; a list line gives up its mark, and its name where it has one."""
    for pattern, kind in ((_BULLET, BlockKind.BULLET), (_NUMBERED, BlockKind.NUMBERED)):
        match = pattern.fullmatch(line)
        if match:
            return _named_block(kind, match["text"])
    return Block(BlockKind.PARAGRAPH, line)


def _named_block(kind: BlockKind, text: str) -> Block:
    """ "Tencent: its text" has a name; "He said: its text" has none."""
    match = _NAMED.fullmatch(text)
    if match is None:
        return Block(kind, text)
    words = match["name"].split()
    stopped = _STOPPED.search(match["name"]) and not _ABBREVIATED.search(match["name"])
    if stopped or len(words) > _MOST_NAME_WORDS or words[-1].casefold() in _SAYING or "? " in match["name"]:
        return Block(kind, text)
    return Block(kind, match["text"], name=match["name"].strip())


def _continues(line: str, following: str) -> bool:
    if _STOPPED.search(line) or not _begins_low(following) or _ADDRESS.match(following):
        return False
    return not _ADDRESS.search(line.rsplit(" ", 1)[-1])


def _begins_low(line: str) -> bool:
    """Whether `line` begins in lower case; "iPhone" and "xAI" begin a title as well as any capital."""
    first = line.split(maxsplit=1)[0]
    return first[0].islower() and not any(letter.isupper() for letter in first)
