"""Candidates from the full-text index: stories and units that share words with a question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.model.story import Unit
from knowledge.store.database import Database
from knowledge.store.story_rows import UNIT_COLUMNS, unit_of


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit that holds words of a question; `story` is its story's row id, `position` its place there."""

    story: int
    position: int
    unit: Unit


class UnitSearch:
    """Finds units by their words; words are given as tokens of letters and digits only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def frequencies(self, tokens: Iterable[str]) -> dict[str, int]:
        """In how many units each of `tokens` stands; those in none are left out."""
        wanted = tuple(dict.fromkeys(tokens))
        if not wanted:
            return {}
        marks = ", ".join("?" * len(wanted))
        rows = await self._database.fetch_all(
            f"SELECT term, doc FROM unit_vocabulary WHERE term IN ({marks})",  # noqa: S608
            wanted,
        )
        return dict(rows)

    async def vocabulary(self, shortest: int) -> tuple[str, ...]:
        """Every indexed token of at least `shortest` letters, in alphabetical order."""
        rows = await self._database.fetch_all(
            "SELECT term FROM unit_vocabulary WHERE length(term) >= ? ORDER BY term", (shortest,)
        )
        return tuple(row[0] for row in rows)

    async def stories(self, tokens: Sequence[str], limit: int) -> tuple[int, ...]:
        """Row ids of the stories whose units share most with `tokens`, best first."""
        rows = await self._database.fetch_all(
            """SELECT u.story_id FROM
                   (SELECT rowid AS id, rank AS fit FROM unit_terms
                     WHERE unit_terms MATCH ? ORDER BY rank LIMIT ?) AS t
               JOIN units AS u ON u.id = t.id ORDER BY t.fit, u.id""",
            (_any_of(tokens), limit),
        )
        return tuple(dict.fromkeys(row[0] for row in rows))

    async def units(self, tokens: Sequence[str], story: int, looked_at: int, limit: int) -> tuple[FoundUnit, ...]:
        """At most `limit` units of `story` among the `looked_at` units of all stories that share most with `tokens`."""
        columns = ", ".join(f"u.{column}" for column in UNIT_COLUMNS.split(", "))
        rows = await self._database.fetch_all(
            f"""SELECT u.story_id, u.position, {columns} FROM
                    (SELECT rowid AS id, rank AS fit FROM unit_terms
                     WHERE unit_terms MATCH ? ORDER BY rank LIMIT ?) AS t
                JOIN units AS u ON u.id = t.id WHERE u.story_id = ? ORDER BY t.fit, u.id LIMIT ?""",  # noqa: S608
            (_any_of(tokens), looked_at, story, limit),
        )
        return tuple(FoundUnit(row[0], row[1], unit_of(row[2:])) for row in rows)

    async def keyed(self, story: int, keys: Sequence[str]) -> tuple[FoundUnit, ...]:
        """The units of a story under `keys`, in the story's order."""
        marks = ", ".join("?" * len(keys))
        rows = await self._database.fetch_all(
            f"SELECT story_id, position, {UNIT_COLUMNS} FROM units WHERE story_id = ? AND key IN ({marks})",  # noqa: S608
            (story, *keys),
        )
        found = (FoundUnit(row[0], row[1], unit_of(row[2:])) for row in rows)
        return tuple(sorted(found, key=lambda hit: hit.position))


def _any_of(tokens: Sequence[str]) -> str:
    """A query of FTS5 for any of `tokens`, everything quoted, for its language has operators."""
    return " OR ".join('"' + token.replace('"', '""') + '"' for token in tokens)
