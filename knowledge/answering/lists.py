"""All members of what a question asks to be listed: the bullets of a list, and the sentence that leads to them."""

from knowledge.answering.attempt import Attempt
from knowledge.answering.story_index import StoryIndex
from knowledge.model.story import UnitKind

_LISTED = (UnitKind.BULLET, UnitKind.NUMBERED)
_MOST = 10
_NEAR_ENOUGH = 0.6  # of the best score: other units that belong to the answer


def members(attempt: Attempt) -> tuple[int, ...]:
    """Positions of the units that together answer a question for a list, the best first; at least the best one."""
    index = attempt.index
    best = attempt.ranked[0]
    near = [scored.position for scored in attempt.ranked if scored.score >= _NEAR_ENOUGH * best.score]
    run = next((found for position in near if (found := list_around(index, position))), ())
    if not run:
        return tuple(near[:3])
    return tuple(dict.fromkeys((best.position, *run, *near[:2])))[:_MOST]


def list_around(index: StoryIndex, position: int) -> tuple[int, ...]:
    """The run of bullets or numbered lines that `position` is in or leads to; () where there is none."""
    units = index.units
    first = position
    if units[first].unit.kind not in _LISTED:
        while first + 1 < len(units) and units[first + 1].previous == first:
            first += 1
        first += 1
        if first >= len(units) or units[first].unit.kind not in _LISTED:
            return ()
    kind = units[first].unit.kind
    while first > 0 and units[first - 1].unit.kind is kind:
        first -= 1
    last = first
    while last + 1 < len(units) and units[last + 1].unit.kind is kind:
        last += 1
    return tuple(range(first, last + 1))
