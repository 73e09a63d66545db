"""The kind of answer a question asks for, and whether a sentence holds one; English, Ukrainian, Russian."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from knowledge.answering.data_files import read_sections
from knowledge.answering.patterns import Pattern, PatternFile
from knowledge.language.text import fold
from knowledge.model.answer import AskedKind

_AT_ONCE = 6  # letters in which a question that begins with "why" says so
_OPENING = 4  # letters before a clause that opens the question: "When X did Y, who …"
_WH = (
    "what|which|who|whom|whose|how|why|where|when|що|хто|як|чому|скільки|які|яка|який|яке|де|коли|"
    "что|кто|как|почему|сколько|какие|какая|какой|где|когда"
)
_QUESTION_WORD = re.compile(rf"\b(?:{_WH})\b")
_BEHIND_COMMA = re.compile(rf", (?:\w+ ){{0,2}}?(?:{_WH})\b")
_JOINING = re.compile(r"(?:\band|\bor|,|\bта|\bі|\bи)\s*$")
_CLAUSES = frozenset({AskedKind.WHEN, AskedKind.WHERE, AskedKind.WHO, AskedKind.HOW})
_ALIKE = (
    {AskedKind.MONEY, AskedKind.COUNT, AskedKind.PERCENT},
    {AskedKind.WHEN, AskedKind.DURATION},
)
_ASKED_KINDS, _HELD_KINDS = PatternFile("asked_kinds.txt"), PatternFile("held_kinds.txt")


def asked_kinds(folded: str) -> tuple[AskedKind, ...]:
    """The kinds of answer that a folded question asks for, the most telling first; OTHER where no word tells.

    A "when" or "who" that opens a clause behind the question word asks nothing: "What happens when …".
    """
    first = _QUESTION_WORD.search(folded)
    found = []
    for kind, pattern in _asking().items():
        match = pattern.search(folded)
        if match is None:
            continue
        if kind in _CLAUSES and _opens_clause(folded, match, first):
            continue
        found.append(kind)
    found.sort(key=lambda kind: not (kind is AskedKind.WHY and _asking()[kind].search(folded[:_AT_ONCE]) is not None))
    return tuple(found) or (AskedKind.OTHER,)


def has_question_word(folded: str) -> bool:
    """Whether a folded question says "what", "who" and the like."""
    return _QUESTION_WORD.search(folded) is not None


@lru_cache(maxsize=4096)
def kind_asked_by(text: str) -> AskedKind:
    """The kind that a stored question asks for first."""
    return asked_kinds(fold(text))[0]


def ask_alike(one: AskedKind, other: AskedKind) -> bool:
    """Whether what answers a question of the one kind may answer one of the other."""
    return one is other or not (has_shape(one) and has_shape(other)) or any({one, other} <= sort for sort in _ALIKE)


def _opens_clause(folded: str, match: re.Match[str], first: re.Match[str] | None) -> bool:
    if match.start() < _OPENING:
        return _BEHIND_COMMA.search(folded, match.end()) is not None
    behind = first is not None and match.start() > first.end()
    at_the_end = match.end() >= len(folded.rstrip(" ?.!"))
    return behind and not at_the_end and _JOINING.search(folded, 0, match.start()) is None


def holds(kind: AskedKind, text: str) -> bool:
    """Whether `text` holds something that can answer a question of this kind; kinds without a shape are always held."""
    pattern = _held().get(kind)
    return pattern is None or pattern.search(text) is not None


def has_shape(kind: AskedKind) -> bool:
    """Whether answers of this kind can be told by their shape (a date, a sum, a name …)."""
    return kind in _held()


def is_quantity(text: str) -> bool:
    """Whether a word is a number and no year: "1,900" and "nine", not "1900"."""
    return _quantity().fullmatch(text.lower()) is not None


@cache
def _asking() -> Mapping[AskedKind, Pattern]:
    return {AskedKind(name): pattern for name, pattern in _ASKED_KINDS.items()}


@cache
def _held() -> Mapping[AskedKind, Pattern]:
    return {AskedKind(name): pattern for name, pattern in _HELD_KINDS.items()}


@cache
def _quantity() -> re.Pattern[str]:
    lines = [line.split(" ", 1) for line in read_sections("held_kinds.txt")["pieces"]]
    words = "|".join(parts for name, parts in lines if name == "number_words")
    return re.compile(rf"(?!(?:1[0-9]|20)\d\d$)\d.*|(?:{words})")
