"""Questions about what nobody says: the reader's own affairs, sayings of the silent, what the story calls untold."""

import re
from functools import cache
from itertools import pairwise

from knowledge.answering.checking.naming import names_any
from knowledge.answering.checking.relations import Lack
from knowledge.answering.data_files import words_in
from knowledge.answering.patterns import PatternFile
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.matching import AskedWord, reach_in
from knowledge.answering.ranking.names import NameUse
from knowledge.answering.ranking.scoring import Scored
from knowledge.answering.reading.kinds import has_shape
from knowledge.language.stems import stem_of
from knowledge.language.words import Word
from knowledge.model.answer import AskedKind

_CLAUSE_END = re.compile(r"[;:,.—–]|\b(?:but|while|although|але|хоча|но|хотя)\b")
_MOSTLY = 0.5
_THE_SAME = 0.7  # reach from which a story's word is who was asked about
_BEHIND = 2  # words from a verb to who said it, in a language that may name them last
_PATTERNS = PatternFile("silences.txt")


def is_about_oneself(attempt: Attempt) -> bool:
    """Whether a reader asks about themselves, and about nobody by name: "what do I get paid"."""
    return not attempt.uses and _PATTERNS["about_oneself"].search(attempt.reading.folded) is not None


def is_about_the_bot(attempt: Attempt) -> bool:
    """Whether a reader asks about the one who answers: "are you married?", "do you work for Microsoft?"."""
    folded = attempt.reading.folded
    if _PATTERNS["of_the_bot"].search(folded) is not None:
        return True
    return not attempt.uses and _PATTERNS["about_the_bot"].search(folded) is not None


def is_a_sum(attempt: Attempt) -> bool:
    """Whether a reader wants numbers worked out: "what is 17 times 23"."""
    return bool(attempt.reading.numbers) and _PATTERNS["sum"].search(attempt.reading.folded) is not None


def silence_of(attempt: Attempt, scored: Scored) -> Lack | None:
    """What the unit leaves unsaid; None where it does not."""
    return unsaid(attempt, scored) or _withheld(attempt, scored)


def unsaid(attempt: Attempt, scored: Scored) -> Lack | None:
    """The question asks what somebody said, and nobody speaks in the unit, or only another."""
    saying = _asked_saying(attempt)
    if saying is None:
        return _told_to(attempt, scored)
    use, verb = saying
    words = attempt.index.units[scored.position].words
    told = any(_tells(word) for word in words)
    by_another = not any(word.stem in use.stems for word in words) and names_any(attempt, scored)
    return None if told and not by_another else Lack("unsaid", verb.word.text, use.typed)


def _told_to(attempt: Attempt, scored: Scored) -> Lack | None:
    """What "employees" say is asked, and in an English unit they are only told something: "informed staff"."""
    entry = attempt.index.units[scored.position]
    for word, verb in pairwise(attempt.asked):
        if verb.word.folded not in words_in("asked_sayings") or not word.is_content or not entry.unit.text.isascii():
            continue
        stems = {stem for stem, reach in word.sure if reach >= _THE_SAME}
        speakers = [place for place, other in enumerate(entry.words) if other.stem in stems]
        verbs = [place for place, other in enumerate(entry.words) if _tells(other)]
        if speakers and verbs and min(speakers) > max(verbs):
            return Lack("unsaid", verb.word.text)
    return None


def _asked_saying(attempt: Attempt) -> tuple[NameUse, AskedWord] | None:
    """Whose saying the question asks for, and its verb: "what did OpenAI reply", "що відповіли в Microsoft"."""
    for place, word in enumerate(attempt.asked):
        if word.word.folded not in words_in("asked_sayings"):
            continue
        for use in attempt.uses:
            behind = _BEHIND if not word.word.text.isascii() and attempt.reading.kind is AskedKind.OTHER else 0
            if use.stems and (use.last == place - 1 or place < use.first <= place + behind):
                return use, word
    return None


def _withheld(attempt: Attempt, scored: Scored) -> Lack | None:
    """The unit itself says that it is not known: "a third customer has not been named"."""
    kind = attempt.reading.kind
    named = any(word.word.folded in words_in("asked_names") for word in attempt.asked)
    if not named and (not has_shape(kind) or kind in (AskedKind.WHY, AskedKind.HOW)):
        return None
    text = attempt.index.units[scored.position].unit.text
    match = _PATTERNS["withheld"].search(text)
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
