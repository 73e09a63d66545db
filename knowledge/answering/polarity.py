"""Whether a question takes for granted what the story denies, or denies what it says."""

from collections.abc import Sequence
from functools import cache

from knowledge.answering.data_files import words_in
from knowledge.language.words import Word

_SCOPE = 9  # words behind a negation that it can turn round
_NEEDED = 2  # of the question's content words inside that scope
_COVERED = 0.6


def is_negated(words: Sequence[Word]) -> bool:
    """Whether a negation or a verb of refusing stands among `words`."""
    return any(_negates(word) for word in words)


def _negates(word: Word) -> bool:
    return word.folded in words_in("negations") or (len(word.folded) > 3 and word.folded.startswith(_refusing()))


@cache
def _refusing() -> tuple[str, ...]:
    """How verbs begin that turn a statement round by their meaning."""
    return tuple(sorted(words_in("refusing_stems")))


def says_otherwise(asked: frozenset[str], asked_negated: bool, unit_words: Sequence[Word]) -> bool:
    """Whether the unit denies what the question presupposes (`asked`: the story stems its content words reach).

    The unit must negate a stretch that the question holds nearly whole, and the question must not negate it itself.
    """
    if asked_negated:
        return False
    for place, word in enumerate(unit_words):
        if not _negates(word):
            continue
        scope: list[Word] = []
        for other in unit_words[place + 1 : place + 1 + _SCOPE]:
            if scope and other.start - scope[-1].end > 1:  # a comma or a stop ends what is turned round
                break
            scope.append(other)
        content = [other.stem for other in scope if not other.is_stop]
        held = [stem for stem in content if stem in asked]
        if len(held) >= _NEEDED and len(held) / len(content) >= _COVERED:
            return True
    return False
