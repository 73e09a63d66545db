"""Which of several stories answers, when to ask the reader back, and when to quote two passages."""

from collections.abc import Sequence

from knowledge.answering.checking.gaps import ATTESTED, Verdict, meets
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.replying.sameness import say_the_same
from knowledge.model.story import UnitKind

_ORIGIN = 0.2  # of probability: how much nearer another story must be than the one the reader came from
_MARGIN = 0.02
_FEW_WORDS = 1
_MOST = 3
_AS_NEAR = 0.8  # of the best score; measured on the questions of tests/data that are open for tuning
_LOOKED_AT = 3
_SHORT = 420  # characters of two quotations


def choose(attempts: Sequence[Attempt], origin: str | None) -> Attempt:
    """The surest attempt; the reader's own story where it is hardly less sure, the earlier in the list at a tie.

    A story that lacks a name of the question goes behind those that have them all: it could only say that it does.
    """

    def rank(pair: tuple[int, Attempt]) -> tuple[bool, float, float, int]:
        place, attempt = pair
        lacks_name = not all(use.stems for use in attempt.uses)
        own = _ORIGIN if attempt.index.card.slug == origin else 0.0
        return (lacks_name, -round(attempt.probability + own, 3), -(attempt.best.score if attempt.best else 0.0), place)

    return min(enumerate(attempts), key=rank)[1]


def choices_among(attempt: Attempt, verdict: Verdict) -> tuple[int, ...]:
    """Positions of the two or three units between which a very short question does not choose; else ()."""
    if len([word for word in attempt.asked if word.is_content]) > _FEW_WORDS or verdict.position is None:
        return ()
    best = attempt.ranked[0]
    near = [scored.position for scored in attempt.ranked if best.score - scored.score <= _MARGIN]
    return tuple(near) if 2 <= len(near) <= _MOST else ()


def beside(attempt: Attempt, verdict: Verdict) -> tuple[int, ...]:
    """The position of a second unit that fits hardly less, meets the same rules and says something else; else ().

    A long message answers worse than a short one, so both together must be short.
    """
    first = next((scored for scored in attempt.ranked if scored.position == verdict.position), None)
    if first is None or first.phrasing >= ATTESTED:
        return ()
    units = attempt.index.units
    for scored in attempt.ranked[:_LOOKED_AT]:
        if scored.position == first.position or scored.score < _AS_NEAR * first.score:
            continue
        both = (units[first.position], units[scored.position])
        if sum(len(entry.unit.text) for entry in both) > _SHORT or both[1].unit.kind is UnitKind.TITLE:
            continue
        if meets(attempt, scored) and not say_the_same(both[0].stems, both[1].stems):
            return (scored.position,)
    return ()
