"""The question's names as readers are told of them: whole, and without the ending that makes them somebody's."""

from collections.abc import Iterable

from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.names import NameUse


def shown_names(attempt: Attempt, uses: Iterable[NameUse]) -> tuple[str, ...]:
    """The names of `uses` in order, those that stand side by side as one: "World Cup"."""
    shown: list[tuple[int, int]] = []
    for use in uses:
        first, last = _start(attempt, use), _end(attempt, use)
        if shown and _touch(attempt, shown[-1][1], first):
            shown[-1] = (shown[-1][0], last)
        elif not shown or first > shown[-1][1]:
            shown.append((first, last))
    return tuple(_spelled(attempt, first, last) for first, last in shown)


def _start(attempt: Attempt, use: NameUse) -> int:
    """The first word of the name: before "Micro" there may be a "Verano"."""
    first = use.first
    before = {other.last: other for other in attempt.uses if bool(other.stems) == bool(use.stems)}
    while first - 1 in before and _touch(attempt, first - 1, first):
        first = before[first - 1].first
    return first


def _end(attempt: Attempt, use: NameUse) -> int:
    """The last word of the name: behind "Kobe" there may be a "Sensors" that is no name of its own."""
    words = attempt.reading.words
    others = {other.first for other in attempt.uses if bool(other.stems) != bool(use.stems)}
    last = use.last
    while (
        last + 1 < len(words)
        and last + 1 not in others
        and words[last + 1].is_capital
        and not words[last + 1].is_stop
        and words[use.last].is_capital
        and _touch(attempt, last, last + 1)
    ):
        last += 1
    return last


def _touch(attempt: Attempt, left: int, right: int) -> bool:
    """Whether two words stand side by side as parts of one name, with nothing but a space between them."""
    words = attempt.reading.words
    if words[left].text.endswith(("'s", "’s")):
        return False
    return right == left + 1 and attempt.reading.text[words[left].end : words[right].start] == " "


def _spelled(attempt: Attempt, first: int, last: int) -> str:
    words = attempt.reading.words
    typed = attempt.reading.text[words[first].start : words[last].end]
    return typed.removesuffix("'s").removesuffix("’s")
