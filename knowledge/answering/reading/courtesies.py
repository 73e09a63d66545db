"""What is said around a question: greetings, "could you tell me", "is it true that", ", right?"."""

from typing import NamedTuple

from knowledge.answering.patterns import PatternFile
from knowledge.language.text import fold

_WRAPPERS = {"opening": "^{}", "asserting": "^{}", "closing": "{}$", "tag": "{}$"}
_MOST = 4  # courtesies on one side
_LEFT = 2  # words that must be left
_PATTERNS = PatternFile("courtesies.txt", _WRAPPERS)


class Plain(NamedTuple):
    """A question without what is said around it; `asserts` where that makes a statement to be confirmed of it."""

    text: str
    asserts: bool


def without_courtesies(text: str) -> Plain:
    """`text` (clean) without greetings, pleas and tags; as it is where hardly anything would be left."""
    found = _PATTERNS
    asserts = False
    for _ in range(_MOST):
        folded = fold(text)
        if len(folded) != len(text):
            break  # places in one are not places in the other
        front = found["opening"].search(folded) or found["asserting"].search(folded)
        back = found["closing"].search(folded) or found["tag"].search(folded)
        start, end = front.end() if front else 0, back.start() if back else len(text)
        if (start, end) == (0, len(text)) or len(text[start:end].split()) < _LEFT:
            break
        asserts = asserts or _asserts(folded, start, end)
        text = text[start:end] + ("?" if end < len(text) and text.rstrip().endswith("?") else "")
    return Plain(text, asserts)


def _asserts(folded: str, start: int, end: int) -> bool:
    """Whether what stands before `start` or behind `end` asks for a yes."""
    front, back = _PATTERNS["asserting"].search(folded), _PATTERNS["tag"].search(folded)
    return (front is not None and front.end() == start) or (back is not None and back.start() == end)
