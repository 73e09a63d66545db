"""Whether a question takes for granted what the story denies, or denies what it says."""

from collections.abc import Sequence
from functools import cache

from knowledge.answering.data_files import words_in
from knowledge.language.words import Word

_SCOPE = 9  # words behind a negation that it can turn round
_NEEDED = 2  # of the question's content words inside that scope
_COVERED = 0.6
_DENIES = 3  # words before a verb in which a negation denies it
_DIRECTIONS = ("rising_stems", "falling_stems")  # how verbs begin; stop words are none


def is_negated(words: Sequence[Word]) -> bool:
    """Whether a negation or a verb of refusing stands among `words`."""
    return any(_negates(word) for word in words)


def _negates(word: Word) -> bool:
    return word.folded in words_in("negations") or (
        len(word.folded) > 3 and word.folded.startswith(_beginnings("refusing_stems"))
    )


def _sets_apart(words: Sequence[Word]) -> bool:
    """Whether it is "no other", which denies nothing of what is spoken of."""
    return len(words) > 1 and words[1].folded in words_in("others")


def turns_round(asked: Sequence[Word], unit_words: Sequence[Word]) -> bool:
    """Whether the question is of a fall and the unit tells of nothing but a rise, or the other way."""
    sides = [_directions(asked), _directions(unit_words)]
    return all(len(side) == 1 for side in sides) and sides[0] != sides[1]


def tells_direction(word: Word) -> bool:
    """Whether a word is of rising or of falling."""
    return bool(_sides(word))


def _sides(word: Word) -> set[str]:
    if word.is_capital:
        return set()
    return {side for side in _DIRECTIONS if word.folded.startswith(_beginnings(side))}


def _directions(words: Sequence[Word]) -> set[str]:
    """The sections of the data whose verbs stand among `words`; both where such a verb is denied."""
    found: set[str] = set()
    for place, word in enumerate(words):
        sides = _sides(word)
        if sides and any(before.folded in words_in("negations") for before in words[max(0, place - _DENIES) : place]):
            return set(_DIRECTIONS)
        found |= sides
    return found


@cache
def _beginnings(section: str) -> tuple[str, ...]:
    return tuple(sorted(words_in(section)))


def says_otherwise(asked: frozenset[str], asked_negated: bool, unit_words: Sequence[Word]) -> bool:
    """Whether the unit denies what the question presupposes (`asked`: the story stems its content words reach).

    The unit must negate a stretch that the question holds nearly whole, and the question must not negate it itself.
    """
    if asked_negated:
        return False
    for place, word in enumerate(unit_words):
        if not _negates(word) or _sets_apart(unit_words[place : place + 2]):
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
