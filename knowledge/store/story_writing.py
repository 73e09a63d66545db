"""The statements that write one revision of a story; every function runs inside the caller's transaction."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from knowledge.model.story import Story, Unit, UnitKind
from knowledge.store.database import Writer
from knowledge.store.documents import pack
from knowledge.store.story_rows import UNIT_COLUMNS, unit_of
from knowledge.store.unit_terms import terms_of
from knowledge.stories.units import units_of

UNITS_A_HOP = 2_000  # rows handed to the database's thread at once, so that a long load can report progress


@dataclass(frozen=True, slots=True)
class PreparedStory:
    """A story cut, packed and indexed, ready to be written: the work that needs no database."""

    story: Story
    units: tuple[Unit, ...]
    document: bytes
    digest: str


def prepare(story: Story) -> PreparedStory:
    """Cuts and packs a story outside the transaction, which is then short."""
    document, digest = pack(story)
    return PreparedStory(story, units_of(story), document, digest)


async def write_head(
    writer: Writer, prepared: PreparedStory, story_id: int, revision: int, now: datetime, origin: str
) -> None:
    """Writes the story's row and the new revision's document."""
    story = prepared.story
    await writer.execute(
        """UPDATE stories SET language = ?, title = ?, source = ?, url = ?, published = ?, translation_of = ?,
           revision = ?, digest = ?, units = ?, faq = ?, withdrawn = NULL WHERE id = ?""",
        (
            story.language,
            story.title,
            story.source,
            story.url,
            story.published.isoformat() if story.published else None,
            story.translation_of,
            revision,
            prepared.digest,
            len(prepared.units),
            len(story.faq),
            story_id,
        ),
    )
    await writer.execute(
        "INSERT INTO revisions (story_id, number, loaded, origin, document) VALUES (?, ?, ?, ?, ?)",
        (story_id, revision, now.isoformat(), origin, prepared.document),
    )


async def write_units(
    writer: Writer, story_id: int, prepared: PreparedStory, progress: Callable[[int, int], None] | None
) -> None:
    """Writes the units and their search terms, some thousands at a time."""
    units = prepared.units
    first = (await writer.fetch_all("SELECT coalesce(max(id), 0) + 1 FROM units"))[0][0]
    for start in range(0, len(units), UNITS_A_HOP):
        batch = units[start : start + UNITS_A_HOP]
        await writer.execute_many(
            f"INSERT INTO units (id, story_id, position, {UNIT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            [
                (
                    first + start + place,
                    story_id,
                    start + place,
                    unit.key,
                    unit.kind.value,
                    unit.text,
                    unit.heading,
                    unit.paragraph,
                    unit.name,
                    unit.question,
                    json.dumps(unit.asks, ensure_ascii=False),
                    json.dumps(unit.leaves_open, ensure_ascii=False),
                )
                for place, unit in enumerate(batch)
            ],
        )
        await writer.execute_many(
            "INSERT INTO unit_terms (rowid, terms) VALUES (?, ?)",
            [
                (first + start + place, terms)
                for place, unit in enumerate(batch)
                if unit.kind is not UnitKind.FURNITURE and (terms := terms_of(unit, prepared.story.language))
            ],
        )
        if progress:
            progress(start + len(batch), len(units))


async def note_translation(writer: Writer, story: Story) -> None:
    """Remembers which revision of its original a translation was loaded against."""
    if story.translation_of:
        await writer.execute(
            """UPDATE stories SET translated_revision = (
                   SELECT o.revision FROM stories AS o WHERE o.slug = stories.translation_of
               ) WHERE slug = ?""",
            (story.slug,),
        )


async def units_in(writer: Writer, story_id: int) -> tuple[Unit, ...]:
    """The units of a story as this transaction sees them."""
    rows = await writer.fetch_all(
        f"SELECT {UNIT_COLUMNS} FROM units WHERE story_id = ? ORDER BY position",  # noqa: S608
        (story_id,),
    )
    return tuple(unit_of(row) for row in rows)
