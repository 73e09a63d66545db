"""Questions about what nobody says: the reader's own affairs, sayings of the silent, what the story calls untold."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from knowledge.answering.attempt import Attempt
from knowledge.answering.coverage import reach_in
from knowledge.answering.data_files import words_in
from knowledge.answering.kinds import has_shape
from knowledge.answering.patterns import Pattern, patterns_of
from knowledge.answering.relations import Lack
from knowledge.answering.scoring import Scored
from knowledge.language.stems import stem_of
from knowledge.language.words import Word
from knowledge.model.answer import AskedKind

_CLAUSE_END = re.compile(r"[;:,.—–]|\b(?:but|while|although|але|хоча|но|хотя)\b")
_MOSTLY = 0.5


def is_about_oneself(attempt: Attempt) -> bool:
    """Whether a reader asks about themselves, and about nobody whom the story names: "what do I get paid"."""
    if any(use.stems for use in attempt.uses):
        return False
    return _patterns()["about_oneself"].search(attempt.reading.folded) is not None


def silence_of(attempt: Attempt, scored: Scored) -> Lack | None:
    """What the unit leaves unsaid; None where it does not."""
    return _unsaid(attempt, scored) or _withheld(attempt, scored)


def _unsaid(attempt: Attempt, scored: Scored) -> Lack | None:
    """The question asks what somebody said, and nobody speaks in the unit."""
    ends = {use.last: use for use in attempt.uses if use.stems}
    for (place, _), (_, verb) in pairwise(enumerate(attempt.asked)):
        if place in ends and verb.word.folded in words_in("asked_sayings"):
            told = any(_tells(word) for word in attempt.index.units[scored.position].words)
            return None if told else Lack("unsaid", verb.word.text, ends[place].typed)
    return None


def _withheld(attempt: Attempt, scored: Scored) -> Lack | None:
    """The unit itself says that it is not known: "a third customer has not been named"."""
    kind = attempt.reading.kind
    named = any(word.word.folded in words_in("asked_names") for word in attempt.asked)
    if not named and (not has_shape(kind) or kind in (AskedKind.WHY, AskedKind.HOW)):
        return None
    text = attempt.index.units[scored.position].unit.text
    match = _patterns()["withheld"].search(text)
    if match is None:
        return None
    start = max((end.end() for end in _CLAUSE_END.finditer(text, 0, match.start())), default=0)
    stop = next((end.start() for end in _CLAUSE_END.finditer(text, match.end())), len(text))
    clause = frozenset(
        word.stem for word in attempt.index.units[scored.position].words if start <= word.start and word.end <= stop
    )
    attributes = attempt.coverage.attributes
    total = sum(word.rarity for word in attributes)
    told = sum(word.rarity * reach_in(word, clause) for word in attributes)
    return Lack("withheld", "") if total and told > _MOSTLY * total else None


def _tells(word: Word) -> bool:
    """Whether a word is of saying; in English as it stands there, "state" being a thing as well."""
    folded = word.folded
    return folded in words_in("telling_verbs") if folded.isascii() else word.stem in _telling_stems()


@cache
def _telling_stems() -> frozenset[str]:
    return frozenset(stem_of(word, None) for word in words_in("telling_verbs"))


@cache
def _patterns() -> Mapping[str, Pattern]:
    return patterns_of("silences.txt")
