"""What is asked of one thing and told of its contrary: of who did not, the second, the former, input, another year."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from knowledge.answering.checking.naming import new_names
from knowledge.answering.checking.relations import Lack, stems_around
from knowledge.answering.data_files import read_sections, words_in
from knowledge.answering.patterns import PatternFile
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.coverage import near_stems
from knowledge.answering.ranking.matching import reach_in
from knowledge.answering.ranking.scoring import Scored
from knowledge.answering.reading.polarity import is_negated
from knowledge.model.answer import AskedKind

_ASKED, _BELIED = "_asked", "_belied"
_POSSESSIVE = re.compile(r"['’]s?$")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
# Kinds of which a "first" thing must be told as the first.
_FIGURES = frozenset({AskedKind.COUNT, AskedKind.MONEY, AskedKind.PERCENT, AskedKind.DURATION})
_PATTERNS = PatternFile("contrasts.txt")


def contrast_lack(attempt: Attempt, scored: Scored) -> Lack | None:
    """What the unit tells only of the contrary; None where there is no such thing."""
    return (
        _affirmed(attempt, scored)
        or _opposite(attempt, scored)
        or _other_in_order(attempt, scored)
        or _belied(attempt, scored)
        or _other_year(attempt, scored)
        or _other_place(attempt, scored)
    )


def _affirmed(attempt: Attempt, scored: Scored) -> Lack | None:
    """Who did not, which cannot, who is a non-member: asked, and the unit denies nothing; "why not" needs no denial."""
    kinds = attempt.reading.kinds
    if kinds[0] is AskedKind.WHY or AskedKind.YES_NO in kinds or not _asks_denial(attempt.reading.folded):
        return None
    entry = attempt.index.units[scored.position]
    denies = is_negated(entry.words) or _PATTERNS["denial_held"].search(entry.unit.text)
    return None if denies else Lack("affirmed", "")


def _opposite(attempt: Attempt, scored: Scored) -> Lack | None:
    """A price of "input" is asked, and the unit tells that of "output" and of no input."""
    asked = [word.word for word in attempt.asked if word.word.folded in _opposites() and not word.word.is_capital]
    if not asked:
        return None
    told = {word.folded: word for word in attempt.index.units[scored.position].words}
    for word in asked:
        others = (told[other] for other in _opposites()[word.folded] if other in told)
        if word.folded not in told and any(not other.is_capital for other in others):
            return Lack("opposite", word.text)
    return None


def _other_in_order(attempt: Attempt, scored: Scored) -> Lack | None:
    """The second or the former one is asked of, and the unit tells of no such, nor of a second those beside it.

    A first one often goes without saying, unless a figure is asked for or the unit counts others.
    """
    ordered = list(_ordered(attempt))
    if not ordered:
        return None
    index = attempt.index
    own = index.own_stems(scored.position)
    known = own | near_stems(index, scored) | stems_around(index, scored.position)
    for place in ordered:
        word = attempt.asked[place]
        there = own if word.word.folded in words_in("earlier_ones") else known
        if word.word.stem in there or reach_in(word, there):
            continue
        if word.word.folded in words_in("first") and attempt.reading.kind not in _FIGURES:
            others = words_in("later_in_order")
            if not any(other.folded in others for other in index.units[scored.position].words):
                continue
        return Lack("other-in-order", word.word.text)
    return None


def _ordered(attempt: Attempt) -> Iterator[int]:
    """Where the question says which one in order before a noun: "the second line", not "who first saw"."""
    asked = attempt.asked
    for place in range(1, len(asked) - 1):
        word, before = asked[place].word, asked[place - 1].word
        if word.folded not in _orders():
            continue
        is_of_noun = not word.text.isascii() or before.folded in words_in("of_whom") or _POSSESSIVE.search(before.text)
        if is_of_noun and asked[place + 1].is_content:
            yield place


def _belied(attempt: Attempt, scored: Scored) -> Lack | None:
    """What is asked of today is told of then; a share is asked, and the unit tells a growth."""
    text = attempt.index.units[scored.position].unit.text
    for contrast in _asked_contrasts(attempt.reading.folded):
        if _PATTERNS[contrast + _BELIED].search(text):
            return Lack(f"{contrast}-belied", "")
    return None


def _other_year(attempt: Attempt, scored: Scored) -> Lack | None:
    """The year that the question names stands neither in the unit nor beside it; guesses are set right elsewhere."""
    if not attempt.reading.numbers or AskedKind.YES_NO in attempt.reading.kinds:
        return None
    years = [match for word in attempt.asked if (match := _YEAR.match(word.word.text))]
    if not years:
        return None
    index = attempt.index
    texts = [index.units[place].unit.text for place in {scored.position, *index.around.neighbourhood(scored.position)}]
    absent = next((year.group() for year in years if not any(year.group() in text for text in texts)), None)
    return None if absent is None else Lack("other-year", absent)


def _other_place(attempt: Attempt, scored: Scored) -> Lack | None:
    """The place that the question names is told of elsewhere, and the unit tells of another."""
    index = attempt.index
    known = index.names.main | near_stems(index, scored) | stems_around(index, scored.position)
    absent = [use for use in attempt.uses if use.kind == "place" and use.stems and known.isdisjoint(use.stems)]
    if not absent:
        return None
    words, before = index.units[scored.position].words, words_in("place_prepositions")
    there = any(place and words[place - 1].folded in before for place in new_names(attempt, scored))
    return Lack("other-place", absent[0].typed) if there else None


@cache
def _orders() -> frozenset[str]:
    return words_in("first") | words_in("later_in_order") | words_in("earlier_ones")


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    pairs = (line.split(" / ") for line in read_sections("word_lists.txt")["opposites"])
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for left, right in pairs:
        for one, other in ((left, right), (right, left)):
            for word in one.split():
                found[word] |= frozenset(other.split())
    return dict(found)


@lru_cache(maxsize=16)
def _asks_denial(folded: str) -> bool:
    return _PATTERNS["denial_asked"].search(folded) is not None


@lru_cache(maxsize=16)
def _asked_contrasts(folded: str) -> tuple[str, ...]:
    """What a question asks of that has a contrary; looked for once, whatever the units."""
    names = (name.removesuffix(_BELIED) for name in _PATTERNS if name.endswith(_BELIED))
    return tuple(name for name in names if _PATTERNS[name + _ASKED].search(folded))
