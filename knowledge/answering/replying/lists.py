"""All members of what a question asks to be listed: the bullets of a list, and the sentence that leads to them."""

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.replying.sameness import say_the_same
from knowledge.model.story import UnitKind

_LISTED = (UnitKind.BULLET, UnitKind.NUMBERED)
_MOST = 10
_SEVERAL = 3  # names
_ALONE = 3  # units of a list that stands in no bullets
_SHORT = 8  # words of a sentence that only announces what follows
_NEAR_ENOUGH = 0.7  # of the best score: other units that belong to the answer
_BULLETED = 0.45  # of the best score: a bullet whose list belongs to the answer


def members(attempt: Attempt, position: int) -> tuple[int, ...]:
    """Positions of the units that together answer a question for a list, the one at `position` first."""
    index = attempt.index
    if _names_several(index, position):
        return (position,)
    best = attempt.ranked[0].score
    near: list[int] = []
    for scored in attempt.ranked:
        stems = index.units[scored.position].stems
        said = any(say_the_same(stems, index.units[other].stems) for other in (position, *near))
        if scored.score >= _NEAR_ENOUGH * best and not said:
            near.append(scored.position)
    bulleted = [scored.position for scored in attempt.ranked if scored.score >= _BULLETED * best]
    run = led_to(index, position) or next((found for place in bulleted if (found := list_around(index, place))), ())
    if run:
        return tuple(dict.fromkeys((position, *run, *near[:2])))[:_MOST]
    return tuple(dict.fromkeys((position, *near[:_ALONE])))


def _names_several(index: StoryIndex, position: int) -> bool:
    """Whether one sentence is a list already: "the customers are A, B, C and D"."""
    entry = index.units[position]
    names = {word.stem for place, word in enumerate(entry.tokens) if place and word.is_capital and not word.is_stop}
    new = names & index.names.stems - index.names.main
    return entry.unit.kind not in _LISTED and len(new) >= _SEVERAL and "," in entry.unit.text


def led_to(index: StoryIndex, position: int) -> tuple[int, ...]:
    """What a sentence announces: the list behind its colon, or its paragraph's rest where it is short and first."""
    entry = index.units[position]
    if entry.unit.text.rstrip().endswith(":"):
        return list_around(index, position)
    rest = tuple(
        other
        for other in range(position + 1, min(position + 3, len(index.units)))
        if index.units[other].unit.paragraph == entry.unit.paragraph
    )
    return rest if entry.previous is None and len(entry.stems) <= _SHORT else ()


def list_around(index: StoryIndex, position: int) -> tuple[int, ...]:
    """The run of bullets or numbered lines that `position` is in or stands right before; () where there is none."""
    units = index.units
    first = position if units[position].unit.kind in _LISTED else position + 1
    if first >= len(units) or units[first].unit.kind not in _LISTED:
        return ()
    kind = units[first].unit.kind
    while first > 0 and units[first - 1].unit.kind is kind:
        first -= 1
    last = first
    while last + 1 < len(units) and units[last + 1].unit.kind is kind:
        last += 1
    return tuple(range(first, last + 1))
