"""What a question wants named: somebody, one of several, the members of a list; and whether a unit names them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.answering.checking.relations import Lack, is_of_place, stems_around
from knowledge.answering.data_files import words_in
from knowledge.answering.patterns import PatternFile
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.coverage import near_stems
from knowledge.answering.ranking.matching import AskedWord, reach_in
from knowledge.answering.ranking.scoring import Scored
from knowledge.answering.reading.kinds import holds, is_quantity
from knowledge.language.words import Word
from knowledge.model.answer import AskedKind

_OF_SOMEBODY = frozenset({AskedKind.WHO, AskedKind.LIST})
_THE_SAME = 0.9  # reach from which a story's word is the thing itself
_NEARLY_ALL = 0.8  # share of the question that a unit tells which answers by a common noun: "the courts"
_HEAD = 3  # words of "which German car maker"
_BEHIND = 8  # words between a thing and its name: "a hydrologist hired by the council, Dr. Adam Wrona"
_BEFORE = 2
_ARTICLE = 3  # words between "a" and what it stands before
_AT_ONCE = 6  # letters between "besides" and a name
_LISTED = 2  # commas or "and" behind a number from which its members are listed
_ADJECTIVES = ("stern", "thern", "ese", "ish", "ian", "ean", "ican")
_POSSESSIVE = re.compile(r"['’]s?$")
_PATTERNS = PatternFile("naming.txt")


def naming_lack(attempt: Attempt, scored: Scored) -> Lack | None:
    """What the unit leaves without a name although the question asks for it; None where it does not."""
    return (
        _thing_elsewhere(attempt, scored)
        or _nobody_named(attempt, scored)
        or _left_unnamed(attempt, scored)
        or _members_unnamed(attempt, scored)
        or _number_alone(attempt, scored)
        or _no_other_named(attempt, scored)
    )


def new_names(attempt: Attempt, scored: Scored) -> Iterator[int]:
    """Where in the unit names stand that the question does not say, whole or in part; dates are no names."""
    index = attempt.index
    known = {stem for word in attempt.asked for stem, _ in word.sure} | {word.word.stem for word in attempt.asked}
    meant = {stem for use in attempt.uses for stem in use.stems}
    words = index.units[scored.position].words
    for place, word in enumerate(words):
        if not word.is_capital or word.is_stop or word.stem in known or len(word.text) == 1:
            continue
        beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
        of_the_same = any(other.is_capital and other.stem in meant for other in beside)
        opens = place == 0 and word.stem not in index.names.stems
        if not opens and not of_the_same and not _describes(words, place) and not holds(AskedKind.WHEN, word.text):
            yield place


def _describes(words: Sequence[Word], place: int) -> bool:
    """Whether the word at `place` says where what follows it is from: "Western clients", "Chinese ones"."""
    follows = place + 1 < len(words) and not words[place + 1].is_capital
    return follows and words[place].text.endswith(_ADJECTIVES)


def names_any(attempt: Attempt, scored: Scored) -> bool:
    """Whether the unit has a name that the question does not say."""
    return next(new_names(attempt, scored), None) is not None


def _nobody_named(attempt: Attempt, scored: Scored) -> Lack | None:
    """Somebody is asked for, and the unit names nobody but where it happened, nor tells it all of a common noun."""
    attributes = attempt.coverage.attributes
    if attempt.reading.kind is not AskedKind.WHO or not attributes:
        return None
    if not _asks("somebody_asked", attempt.reading.folded):
        return None
    words = attempt.index.units[scored.position].words
    if any(not is_of_place(words, place) for place in new_names(attempt, scored)):
        return None
    near = near_stems(attempt.index, scored)
    total = sum(word.rarity for word in attributes)
    told = sum(word.rarity * reach_in(word, near) for word in attributes)
    which_one = any(word.word.folded in words_in("which_one") for word in attempt.asked)
    by_common_noun = not which_one and not _asks_name(attempt) and told >= _NEARLY_ALL * total
    return None if by_common_noun else Lack("nobody-named", "")


def _thing_elsewhere(attempt: Attempt, scored: Scored) -> Lack | None:
    """Who pays for the monitoring is asked, and the unit does not speak of it, although the story does elsewhere."""
    if attempt.reading.kind is not AskedKind.WHO or attempt.asked[0].word.folded not in words_in("who"):
        return None
    near = near_stems(attempt.index, scored) | stems_around(attempt.index, scored.position)
    for word in attempt.coverage.attributes:
        if word.word.stem in attempt.index.told and not reach_in(word, near):
            return Lack("thing-elsewhere", word.word.text)
    return None


def _left_unnamed(attempt: Attempt, scored: Scored) -> Lack | None:
    """The unit speaks of the thing that is asked for as "a" one, or as somebody's, and gives it no name."""
    if attempt.reading.kind not in _OF_SOMEBODY and not _asks_name(attempt):
        return None
    heads = (word for word in _heads(attempt) if not word.word.is_capital)
    things = {stem for word in heads for stem, reach in word.sure if reach >= _THE_SAME}
    words = attempt.index.units[scored.position].words
    places = [place for place, word in enumerate(words) if word.stem in things]
    if not places or any(place and words[place].is_capital for place in places):
        return None
    names = frozenset(new_names(attempt, scored))
    articles = [_article_before(words, place) for place in places]
    for place, article in zip(places, articles, strict=True):
        beside = {*range(place - _BEFORE, place + _BEHIND + 1), article - 1 if article is not None else -1}
        if beside & names:
            return None
    return Lack("left-unnamed", "") if any(article is not None for article in articles) else None


def _members_unnamed(attempt: Attempt, scored: Scored) -> Lack | None:
    """Companies, countries or people are to be listed, and the unit names none."""
    if attempt.reading.kind is not AskedKind.LIST or _leads_on(attempt, scored):
        return None
    if not _asks("members_asked", attempt.reading.folded):
        return None
    words = attempt.index.units[scored.position].words
    named = any(not _POSSESSIVE.search(words[place].text) for place in new_names(attempt, scored))
    return None if named else Lack("members-unnamed", "")


def _number_alone(attempt: Attempt, scored: Scored) -> Lack | None:
    """Which five they are is asked, and the unit only says that they are five."""
    if not _asks("members_numbered", attempt.reading.folded) or _leads_on(attempt, scored):
        return None
    number = next((word.word for word in attempt.asked if is_quantity(word.word.text)), None)
    entry = attempt.index.units[scored.position]
    told = next((word for word in entry.words if number is not None and word.folded == number.folded), None)
    if told is None:
        return None
    start, joined = told.end, 0
    while joined < _LISTED and (match := _PATTERNS["joined"].search(entry.unit.text, start)) is not None:
        start, joined = match.end(), joined + 1
    return None if joined == _LISTED else Lack("number-alone", told.text)


def _no_other_named(attempt: Attempt, scored: Scored) -> Lack | None:
    """Others than one who is named are asked for, and the unit names no other."""
    behind = _asks("others_asked", attempt.reading.folded)
    if not behind:
        return None
    excepted = any(behind <= attempt.asked[use.first].word.start <= behind + _AT_ONCE for use in attempt.uses)
    return Lack("no-other-named", "") if excepted and not names_any(attempt, scored) else None


def _heads(attempt: Attempt) -> Iterator[AskedWord]:
    """The words for what is to be named: behind "which", behind "who is the", all where a name is asked for."""
    asked = attempt.asked
    if _asks_name(attempt):
        yield from attempt.coverage.attributes
    for place, word in enumerate(asked):
        if word.word.folded in words_in("which_one"):
            yield from _run(asked[place + 1 : place + 1 + _HEAD])
    opening = [word.word.folded for word in asked[:3]]
    if len(opening) == 3 and opening[0] == "who" and opening[1] in words_in("be") and opening[2] in words_in("of_whom"):
        yield from (word for word in asked[3 : 3 + _HEAD] if word.is_content)


def _run(words: Sequence[AskedWord]) -> Iterator[AskedWord]:
    for word in words:
        if not word.is_content:
            return
        yield word


def _article_before(words: Sequence[Word], place: int) -> int | None:
    """Where "a", "her" or the like stands before the word at `place`."""
    before = range(place - 1, max(-1, place - 1 - _ARTICLE), -1)
    return next((number for number in before if words[number].folded in words_in("unnamed_articles")), None)


def _leads_on(attempt: Attempt, scored: Scored) -> bool:
    return attempt.index.units[scored.position].unit.text.rstrip().endswith(":")


def _asks_name(attempt: Attempt) -> bool:
    return any(word.word.folded in words_in("asked_names") for word in attempt.asked)


@lru_cache(maxsize=64)
def _asks(section: str, folded: str) -> int:
    """Where what a question asks for by the lines of `section` ends, 0 where it does not."""
    match = _PATTERNS[section].search(folded)
    return match.end() if match is not None else 0
