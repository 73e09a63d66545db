"""The beginning of a story that is too long to be held whole."""

from knowledge.model.story import Unit
from knowledge.store.database import Database
from knowledge.store.story_rows import UNIT_COLUMNS, StoryRow, unit_of


class Excerpts:
    """Reads pieces of stories without the rest."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def beginning(self, row: StoryRow, limit: int) -> tuple[Unit, ...]:
        """The first `limit` units of a story."""
        rows = await self._database.fetch_all(
            f"SELECT {UNIT_COLUMNS} FROM units WHERE story_id = ? ORDER BY position LIMIT ?",  # noqa: S608
            (row.id, limit),
        )
        return tuple(unit_of(unit) for unit in rows)

    async def unit(self, row: StoryRow, key: str) -> Unit | None:
        """One unit by its key."""
        found = await self._database.fetch_one(
            f"SELECT {UNIT_COLUMNS} FROM units WHERE story_id = ? AND key = ?",  # noqa: S608
            (row.id, key),
        )
        return None if found is None else unit_of(found)
