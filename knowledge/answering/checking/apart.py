"""Names that must meet what is asked of them: whose unit it is."""

from knowledge.answering.indexing.referents import opens_with_referent
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.coverage import near_stems
from knowledge.answering.ranking.names import NameUse
from knowledge.answering.ranking.scoring import Scored
from knowledge.model.story import UnitKind


def apart_names(attempt: Attempt, scored: Scored) -> tuple[str, ...]:
    """Names of the question, as typed, that neither stand in the unit nor are meant by it."""
    index = attempt.index
    near = name_context(index, scored.position) | near_stems(index, scored)
    main = index.names.main
    return tuple(
        use.typed
        for place, use in enumerate(attempt.uses)
        if use.stems
        and use.kind != "place"
        and (
            _is_of_another(attempt, scored, use)
            if not main.isdisjoint(use.stems)
            else near.isdisjoint(_stems_of_name(attempt, place))
        )
    )


def _is_of_another(attempt: Attempt, scored: Scored, use: NameUse) -> bool:
    """Whether a unit opens with another name and says nothing of one that the whole story is about."""
    index = attempt.index
    entry = index.units[scored.position]
    first = entry.words[0] if entry.words else None
    if first is None or first.stem not in index.names.stems or entry.unit.kind is UnitKind.TITLE:
        return False
    if index.names.kind_of(index.names.spelled.get((first.stem,), "")) == "product":
        return False  # it may well be theirs
    asked = {stem for other in attempt.uses for stem in other.stems}
    told = near_stems(index, scored) - (index.title_stems - frozenset(entry.stems))
    return first.stem not in asked and told.isdisjoint(use.stems)


def _stems_of_name(attempt: Attempt, place: int) -> frozenset[str]:
    """The stems of a name with those beside it that the story has as one with it: "Larkfield Bank"."""
    uses = attempt.uses
    stems = set(uses[place].stems)
    for other in (place - 1, place + 1):
        if not 0 <= other < len(uses) or abs(uses[other].first - uses[place].first) != 1:
            continue
        left, right = sorted((uses[place], uses[other]), key=lambda use: use.first)
        if any((one, two) in attempt.index.pairs for one in left.stems for two in right.stems):
            stems |= set(uses[other].stems)
    return frozenset(stems)


def name_context(index: StoryIndex, position: int) -> frozenset[str]:
    """Stems that say whom a unit is about: its own, its phrasings', and those before it where it points back."""
    near = index.around.context_stems(position)
    own_names = frozenset(index.units[position].stems) & index.names.stems - index.names.main
    if own_names and not opens_with_referent(index.units[position].unit.text):
        return near
    previous = index.units[position].previous
    while previous is not None:
        near |= frozenset(index.units[previous].stems)
        previous = index.units[previous].previous
    return near
