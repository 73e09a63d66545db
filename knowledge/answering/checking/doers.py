"""Who did it is asked, and a unit only says that it was done: "the heron was removed from the park"."""

import re

from knowledge.answering.checking.relations import Lack
from knowledge.answering.data_files import words_in
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.matching import AskedWord
from knowledge.answering.ranking.scoring import Scored
from knowledge.language.words import Word
from knowledge.model.answer import AskedKind

_SAME = 0.7  # reach from which a story's word is the deed that was asked for
_BEFORE = 3  # words between "was" and what was done: "was quietly removed"
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_IMPERSONAL = re.compile(r"\w{3,}(?:но|то)")  # вилучено, відкрито


def doer_lack(attempt: Attempt, scored: Scored) -> Lack | None:
    """The deed that the unit tells without saying who did it; None where it says so, or no doer is asked for."""
    if attempt.reading.kind is not AskedKind.WHO:
        return None
    deed = _deed(attempt)
    if deed is None:
        return None
    stems = {stem for stem, reach in deed.sure if reach >= _SAME}
    entry = attempt.index.units[scored.position]
    places = [place for place, word in enumerate(entry.words) if word.stem in stems]
    if not places or not all(_is_passive(entry.words, place) for place in places):
        return None
    ends = (entry.words[place].end for place in places)
    return None if any(_BY.search(entry.unit.text, end) for end in ends) else Lack("doer-untold", deed.word.text)


def _deed(attempt: Attempt) -> AskedWord | None:
    """The verb of "who removed …", "хто вилучив …"; "who was removed" asks for no doer."""
    asked = attempt.asked
    for place, word in enumerate(asked[:-1]):
        if word.word.folded not in words_in("who"):
            continue
        verb = asked[place + 1]
        passive = verb.word.folded in words_in("be")
        return None if passive or not verb.is_content or verb.word.is_capital else verb
    return None


def _is_passive(words: tuple[Word, ...], place: int) -> bool:
    """Whether the word at `place` tells what was done to somebody, and not what somebody did."""
    word = words[place]
    if not word.text.isascii():
        return _IMPERSONAL.fullmatch(word.folded) is not None
    before = words[max(0, place - _BEFORE) : place]
    return word.folded.endswith(("ed", "en", "t", "wn", "de")) and any(w.folded in words_in("be") for w in before)
