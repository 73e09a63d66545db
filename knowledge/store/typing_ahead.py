"""Units that hold words of which only the beginnings have been typed."""

from knowledge.model.story import Unit
from knowledge.store.database import Database
from knowledge.store.story_rows import UNIT_COLUMNS, unit_of


class TypingAhead:
    """Looks words up by their beginnings in the full-text index."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def units(self, words: tuple[tuple[str, ...], ...], limit: int) -> tuple[tuple[str, Unit], ...]:
        """Slug and unit of at most `limit` units in view that hold a word for each of `words`, best first.

        Each of `words` is a tuple of beginnings any of which will do; they hold letters and digits only.
        """
        query = " AND ".join(f"({' OR '.join(_quoted(start) for start in starts)})" for starts in words)
        columns = ", ".join(f"u.{column}" for column in UNIT_COLUMNS.split(", "))
        rows = await self._database.fetch_all(
            f"""SELECT s.slug, {columns} FROM unit_terms AS t
                JOIN units AS u ON u.id = t.rowid JOIN stories AS s ON s.id = u.story_id
                WHERE t.unit_terms MATCH ? AND s.withdrawn IS NULL AND u.kind <> 'furniture'
                ORDER BY bm25(unit_terms), u.id LIMIT ?""",  # noqa: S608
            (query, limit),
        )
        return tuple((row[0], unit_of(row[1:])) for row in rows)


def _quoted(start: str) -> str:
    """A beginning as FTS5 wants it: everything quoted, for its language has operators."""
    return '"' + start.replace('"', '""') + '"*'
