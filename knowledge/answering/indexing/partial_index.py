"""The index of those units of a large bank that may answer one question."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.model.story import Story, Unit, UnitKind
from knowledge.store.search import FoundUnit
from knowledge.store.story_rows import StoryRow


def partial_index(row: StoryRow, found: Sequence[FoundUnit], frequencies: Mapping[str, int]) -> StoryIndex:
    """An index over `found` in the story's order; words are as rare as `frequencies` (units of the whole) say."""
    units = [unit for _, unit in sorted({hit.position: hit.unit for hit in found}.items())]
    furniture = [unit for unit in units if unit.kind is UnitKind.FURNITURE]
    return StoryIndex(_head(row, furniture), tuple(units), row.revision, frequencies, row.units)


def _head(row: StoryRow, furniture: Sequence[Unit]) -> Story:
    """The story without its body: what its card shows."""
    story = Story(
        slug=row.slug,
        language=row.language,
        title=row.title,
        source=row.source,
        url=row.url,
        published=datetime.fromisoformat(row.published) if row.published else None,
        translation_of=row.translation_of,
    )
    said = {unit.key.removeprefix("furniture-"): unit.text for unit in furniture}
    channel = said.get("channel", "").split()
    return replace(story, category=said.get("category"), channel=channel[-1] if channel else None)
