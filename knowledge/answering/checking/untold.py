"""A figure, a date, a reason or a reply that the question asks for, where the unit tells of something else."""

from collections.abc import Iterator, Sequence

from knowledge.answering.checking.held_answers import quantities
from knowledge.answering.checking.relations import Lack, stems_around
from knowledge.answering.data_files import asking_stems, kind_stems, words_in
from knowledge.answering.patterns import PatternFile
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.coverage import near_stems
from knowledge.answering.ranking.matching import AskedWord, reach_in
from knowledge.answering.ranking.scoring import Scored
from knowledge.language.words import Word
from knowledge.model.answer import AskedKind
from knowledge.model.story import UnitKind

_LISTED = (UnitKind.BULLET, UnitKind.NUMBERED)
_PARTICIPLES = ("ed", "en", "wn", "lt", "ade", "ent", "old", "ound", "orn")
_AS_GOOD = (AskedKind.MONEY, AskedKind.PERCENT)
_PATTERNS = PatternFile("untold.txt")


def untold(attempt: Attempt, scored: Scored) -> Lack | None:
    """What the unit does not tell although it holds what looks like it; None where it may."""
    match attempt.reading.kind:
        case AskedKind.MONEY:
            return _account_untold(attempt, scored) or _thing_untold(attempt, near_stems(attempt.index, scored))
        case AskedKind.WHEN:
            return _event_untold(attempt, scored) or _act_untold(attempt, scored)
        case AskedKind.WHERE:
            return _deed_untold(attempt, scored) or _act_untold(attempt, scored)
        case AskedKind.COUNT:
            return _number_untold(attempt, scored)
        case AskedKind.WHY:
            return _reason_untold(attempt, scored) or _act_unknown(attempt)
    return None


def _deed_untold(attempt: Attempt, scored: Scored) -> Lack | None:
    """The participle at the end of "when was the museum founded" is told neither in the unit nor beside it."""
    asked = [word for word in attempt.asked if word.is_content]
    if not attempt.coverage.attributes or not asked or asked[-1] is not attempt.coverage.attributes[-1]:
        return None
    deed = asked[-1]
    passive = any(word.word.folded in words_in("be") for word in attempt.asked)
    if not passive or not deed.word.folded.endswith(_PARTICIPLES) or deed.word.is_capital:
        return None
    known = near_stems(attempt.index, scored) | stems_around(attempt.index, scored.position)
    return None if reach_in(deed, known) else Lack("deed-untold", deed.word.text)


def _act_untold(attempt: Attempt, scored: Scored) -> Lack | None:
    """What somebody does in "when did Althoff become …" is told neither in the unit nor beside it."""
    known = attempt.index.own_stems(scored.position) | stems_around(attempt.index, scored.position)
    act = next((word for word in _acts(attempt) if not reach_in(word, known)), None)
    return None if act is None else Lack("act-untold", act.word.text)


def _act_unknown(attempt: Attempt) -> Lack | None:
    """What somebody does in "why did Meituan choose …" is told nowhere in the story."""
    act = next((word for word in _acts(attempt) if not word.sure), None)
    return None if act is None else Lack("act-untold", act.word.text)


def _acts(attempt: Attempt) -> Iterator[AskedWord]:
    """What stands right behind a name that a question begins with: "when did Judson Althoff become"."""
    asked, asking = attempt.asked, asking_stems()
    for use in attempt.uses:
        first, behind = use.first, use.last + 1
        while first and asked[first - 1].word.is_capital and not asked[first - 1].word.is_stop:
            first -= 1
        while behind < len(asked) and asked[behind].word.is_capital:
            behind += 1
        if not first or behind == len(asked) or not _asks_at(asked[first - 1]):
            continue
        act = asked[behind]
        if act.is_content and act.word.stem not in asking and act.word.folded not in words_in("light_verbs"):
            yield act


def _asks_at(word: AskedWord) -> bool:
    """Whether a question's subject can stand right behind `word`."""
    return word.word.folded in words_in("auxiliaries") or word.word.folded in words_in("asking_adverbs")


def _account_untold(attempt: Attempt, scored: Scored) -> Lack | None:
    """A revenue, a profit or a debt is asked, and the sum is of something else."""
    known = near_stems(attempt.index, scored) | stems_around(attempt.index, scored.position)
    for word in attempt.asked:
        if word.word.folded in words_in("accounts") and not reach_in(word, known):
            return Lack("account-untold", word.word.text)
    return None


def _thing_untold(attempt: Attempt, known: frozenset[str]) -> Lack | None:
    """Not one of the words that say what the sum or the date is of."""
    things = list(_things(attempt))
    return None if not things or any(reach_in(word, known) for word in things) else Lack("thing-untold", "")


def _event_untold(attempt: Attempt, scored: Scored) -> Lack | None:
    """The unit itself tells nothing of what happened then; a year that stands beside a name is the name's own."""
    index = attempt.index
    entry = index.units[scored.position]
    lack = _thing_untold(attempt, index.own_stems(scored.position)) or _deed_untold(attempt, scored)
    if lack is None:
        return None
    names = {stem for use in attempt.uses for stem in use.stems}
    names |= {word.word.stem for word in attempt.asked if word.word.is_capital}
    return None if any(_is_of_name(entry.words, place, names) for place in range(len(entry.words))) else lack


def _is_of_name(words: Sequence[Word], place: int, names: set[str]) -> bool:
    """Whether a number belongs to a name: "the Nationality Act 1981", "the 1996 Directive", not "in 1996 Oslo"."""
    if not words[place].is_number:
        return False
    behind_name = place > 0 and words[place - 1].stem in names
    before_name = place + 1 < len(words) and words[place + 1].stem in names
    return behind_name or (before_name and place > 0 and words[place - 1].folded not in words_in("time_prepositions"))


def _number_untold(attempt: Attempt, scored: Scored) -> Lack | None:
    """How many is asked, and the only numbers of the unit are of dates."""
    index = attempt.index
    if any(index.holds(kind, scored.position) for kind in _AS_GOOD):
        return None
    return None if quantities(index, scored.position) else Lack("number-untold", "")


def _reason_untold(attempt: Attempt, scored: Scored) -> Lack | None:
    """Why is asked, and the unit says that it is so and nothing by which a reason is given."""
    if attempt.index.holds(AskedKind.WHY, scored.position):
        return None
    if _PATTERNS["cause_asked"].search(attempt.reading.folded):
        return None
    unit = attempt.index.units[scored.position].unit
    if _PATTERNS["reason_held"].search(unit.text):
        return None
    explains = unit.kind not in _LISTED and _PATTERNS["explains"].search(unit.text)
    return None if explains else Lack("reason-untold", "")


def _things(attempt: Attempt) -> Iterator[AskedWord]:
    asking = asking_stems() | kind_stems(attempt.reading.kind.value)
    return (word for word in attempt.coverage.attributes if word.word.stem not in asking)
