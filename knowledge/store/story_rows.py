"""How stories and units stand in the tables: their columns, and values made of rows."""

import json
from dataclasses import dataclass

from knowledge.model.story import Story, Unit, UnitKind
from knowledge.store.database import Row

ROW_COLUMNS = """s.id, s.slug, s.title, s.language, s.source, s.published, s.url, s.units, s.faq, s.revision,
    s.translation_of,
    s.translation_of IS NOT NULL AND EXISTS (
        SELECT 1 FROM stories AS o WHERE o.slug = s.translation_of AND o.revision <> s.translated_revision
    ), s.withdrawn IS NOT NULL"""
UNIT_COLUMNS = "key, kind, text, heading, paragraph, name, question, asks, leaves_open"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A stored story without its text. `outdated`: a translation whose original has changed since."""

    id: int
    slug: str
    title: str
    language: str
    source: str | None
    published: str | None
    url: str | None
    units: int
    faq: int
    revision: int
    translation_of: str | None
    outdated: bool
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class StoredStory:
    """A story with the number of its current revision and its units, in order."""

    row: StoryRow
    story: Story
    units: tuple[Unit, ...]


def unit_of(row: Row) -> Unit:
    """A unit from a row of UNIT_COLUMNS."""
    key, kind, text, heading, paragraph, name, question, *phrasings = row
    asks, leaves_open = (tuple(json.loads(listed)) for listed in phrasings)
    return Unit(key, UnitKind(kind), text, heading, paragraph, name, question, asks, leaves_open)


def story_row(row: Row) -> StoryRow:
    """A story's row from ROW_COLUMNS."""
    *plain, outdated, withdrawn = row
    return StoryRow(*(*plain, bool(outdated), bool(withdrawn)))
