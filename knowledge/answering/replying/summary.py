"""What a story says in short: its lead, or the opening of its first paragraphs."""

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.model.story import UnitKind

_MOST = 4


def summary_of(index: StoryIndex) -> tuple[int, ...]:
    """Positions of the lead's units; without a lead, the first sentences of the first paragraphs; else the title."""
    lead = [position for position, entry in enumerate(index.units) if entry.unit.kind is UnitKind.LEAD]
    if lead:
        return tuple(lead[:_MOST])
    openings = [
        position
        for position, entry in enumerate(index.units)
        if entry.unit.kind is UnitKind.SENTENCE and entry.previous is None
    ]
    return tuple(openings[:_MOST]) or ((0,) if index.units else ())
