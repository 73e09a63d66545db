"""The questions and answers at the end of a page's text."""

import re
from collections.abc import Sequence

from knowledge.errors import InvalidStory
from knowledge.language.sentences import sentences_of
from knowledge.model.story import FaqEntry
from knowledge.stories.faq_pairs import Pair, entries_of

_MARKER = re.compile(
    r"(?:\W{0,3})(?:faq\s*[:—–-]\s*)?(?:f\.?a\.?q\.?s?|frequently\s+asked\s+questions|questions?\s+(?:and|&)\s+answers?|q\s*&\s*a"
    r"|(?:найпоширеніші|поширені|часті|найчастіші|часто\s+задавані|відповіді\s+на\s+(?:поширені|часті))\s+(?:запитання|питання)"
    r"|(?:за)?питання\s+(?:та|і|й)\s+відповіді"
    r"|(?:часто\s+задаваемые|частые|популярные|ответы\s+на\s+(?:частые|популярные))\s+вопросы"
    r"|вопросы\s+и\s+ответы)(?:\s*\(faq\))?\s*[:.]?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\d{1,3}[.)]\s+|[•●▪*-]\s+)")
_ASKING = re.compile(r"(?:q(?:uestion)?|за?питання|вопрос)\s*\d{0,3}\s*[:.]\s+", re.IGNORECASE)
_ANSWERING = re.compile(r"(?:a(?:nswer)?|відповідь|ответ)\s*\d{0,3}\s*[:.]\s+", re.IGNORECASE)
_ENDS_ASKING = re.compile(r"[?？][\"'”’»)\]]*$")


def split_faq(lines: Sequence[str]) -> tuple[Sequence[str], tuple[FaqEntry, ...]]:
    """`lines` up to the FAQ, and its entries; without one, all lines and none.

    The words "FAQ" make one only as a line of their own with a question under it: the first such line. Raises
    InvalidStory for a question without an answer and for one question with two answers.
    """
    for at, line in enumerate(lines):
        if _MARKER.fullmatch(line) and at + 1 < len(lines) and _is_question(lines[at + 1]):
            return lines[:at], entries_of(_pairs(lines[at + 1 :]))
    return (lines[:-1] if lines and _MARKER.fullmatch(lines[-1]) else lines), ()


def is_faq_marker(line: str) -> bool:
    """Whether `line` is a heading over questions and answers, and nothing else."""
    return _MARKER.fullmatch(line) is not None


def _pairs(lines: Sequence[str]) -> list[Pair]:
    pairs: list[Pair] = []
    question = ""
    answer: list[str] = []
    for line in lines:
        if _is_question(line):
            if question:
                pairs.append(Pair(question, " ".join(answer), "the FAQ"))
            question, answer = _ASKING.sub("", _NUMBER.sub("", line, count=1), count=1), []
        else:
            answer.append(_ANSWERING.sub("", line, count=1) if not answer else line)
    pairs.append(Pair(question, " ".join(answer), "the FAQ"))
    if any(_ENDS_ASKING.fullmatch(pair.question) for pair in pairs):
        raise InvalidStory("The FAQ holds a question mark without a question.")
    return pairs


def _is_question(line: str) -> bool:
    """A line of nothing but questions; an answer may end in one, not consist of it."""
    if not _ENDS_ASKING.search(line) or _ANSWERING.match(line):
        return False
    return all(_ENDS_ASKING.search(sentence) for sentence in sentences_of(_NUMBER.sub("", line, count=1)))
