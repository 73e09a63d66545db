"""Stories kept with all their revisions; a changed story is swapped in as a whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.model.story import Story, Unit
from knowledge.store.database import Database, Writer
from knowledge.store.documents import difference, unpack
from knowledge.store.story_rows import ROW_COLUMNS, UNIT_COLUMNS, StoredStory, StoryRow, story_row, unit_of
from knowledge.store.story_writing import (
    PreparedStory,
    note_translation,
    prepare,
    units_in,
    write_head,
    write_units,
)


class Outcome(StrEnum):
    """What a save did."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Saved:
    """The result of a save: `revision` counts from 1; `difference` has one line for each changed piece."""

    slug: str
    title: str
    revision: int
    outcome: Outcome
    units: int
    faq: int
    difference: tuple[str, ...] = ()


class StoryStore:
    """Saves, lists and reads stories."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(
        self, story: Story, *, now: datetime, origin: str, progress: Callable[[int, int], None] | None = None
    ) -> Saved:
        """Stores `story`: a new one, a new revision of the one with its slug, or nothing where nothing changed.

        `origin` says how it came ("load", "publish", "channel", …). `progress(done, total)` counts units. One
        transaction: a process that dies inside it leaves the old revision.
        """
        prepared = prepare(story)
        async with self._database.transaction() as writer:
            return await self.save_prepared(writer, prepared, now=now, origin=origin, progress=progress)

    async def save_in(self, writer: Writer, story: Story, *, now: datetime, origin: str) -> Saved:
        """The same inside a transaction that the caller has open."""
        return await self.save_prepared(writer, prepare(story), now=now, origin=origin)

    async def save_prepared(
        self,
        writer: Writer,
        prepared: PreparedStory,
        *,
        now: datetime,
        origin: str,
        progress: Callable[[int, int], None] | None = None,
    ) -> Saved:
        """Writes what `prepare` made; see `save`."""
        story, units = prepared.story, prepared.units
        known = await writer.fetch_all(
            "SELECT id, revision, digest, withdrawn FROM stories WHERE slug = ?", (story.slug,)
        )
        if known and known[0][2] == prepared.digest and known[0][3] is None:
            await note_translation(writer, story)
            return Saved(story.slug, story.title, known[0][1], Outcome.UNCHANGED, len(units), len(story.faq))
        if known:
            story_id, revision = known[0][0], known[0][1] + 1
            old = await units_in(writer, story_id)
            await writer.execute(
                "DELETE FROM unit_terms WHERE rowid IN (SELECT id FROM units WHERE story_id = ?)", (story_id,)
            )
            await writer.execute("DELETE FROM units WHERE story_id = ?", (story_id,))
            outcome, changes = Outcome.CHANGED, difference(old, units)
        else:
            story_id = await writer.insert(
                """INSERT INTO stories (slug, language, title, revision, digest, units, faq)
                   VALUES (?, '', '', 0, '', 0, 0)""",
                (story.slug,),
            )
            revision, outcome, changes = 1, Outcome.ADDED, ()
        await write_head(writer, prepared, story_id, revision, now, origin)
        await write_units(writer, story_id, prepared, progress)
        await note_translation(writer, story)
        await writer.execute("UPDATE catalogue SET version = version + 1 WHERE id = 1")
        return Saved(story.slug, story.title, revision, outcome, len(units), len(story.faq), changes)

    async def withdraw(self, slug: str, *, now: datetime) -> bool:
        """Takes a story back: it stays stored and answers nothing. False where there is no such story."""
        async with self._database.transaction() as writer:
            changed = await writer.execute(
                "UPDATE stories SET withdrawn = ? WHERE slug = ? AND withdrawn IS NULL", (now.isoformat(), slug)
            )
            await writer.execute("UPDATE catalogue SET version = version + 1 WHERE id = 1")
        return changed > 0

    async def version(self) -> int:
        """A number that grows with every change to any story, made by any process."""
        rows = await self._database.fetch_all("SELECT version FROM catalogue")
        return int(rows[0][0])

    async def rows(self) -> tuple[StoryRow, ...]:
        """Every stored story, in the order in which they were first loaded."""
        rows = await self._database.fetch_all(f"SELECT {ROW_COLUMNS} FROM stories AS s ORDER BY s.id")  # noqa: S608
        return tuple(story_row(row) for row in rows)

    async def row(self, slug: str) -> StoryRow | None:
        """One story without its text."""
        rows = await self._database.fetch_all(f"SELECT {ROW_COLUMNS} FROM stories AS s WHERE s.slug = ?", (slug,))  # noqa: S608
        return story_row(rows[0]) if rows else None

    async def story(self, slug: str) -> StoredStory | None:
        """The current revision of a story, whole."""
        row = await self.row(slug)
        if row is None:
            return None
        documents = await self._database.fetch_all(
            "SELECT document FROM revisions WHERE story_id = ? AND number = ?", (row.id, row.revision)
        )
        units = await self._database.fetch_all(
            f"SELECT {UNIT_COLUMNS} FROM units WHERE story_id = ? ORDER BY position",  # noqa: S608
            (row.id,),
        )
        return StoredStory(row, unpack(documents[0][0]), tuple(unit_of(unit) for unit in units))

    async def unit(self, slug: str, key: str) -> Unit | None:
        """One unit of the current revision."""
        rows = await self._database.fetch_all(
            f"SELECT {UNIT_COLUMNS} FROM units WHERE key = ? AND story_id = (SELECT id FROM stories WHERE slug = ?)",  # noqa: S608
            (key, slug),
        )
        return unit_of(rows[0]) if rows else None
