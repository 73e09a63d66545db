"""Candidates from the full-text index: stories and units that share words with a question."""

from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look up: tokens with what a unit gains by each; a unit must hold one of `anchors`, some of them.

    Neither may be empty.
    """

    weights: Mapping[str, float]
    anchors: tuple[str, ...]


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
        """Every indexed token of at least `shortest` letters without digits, in alphabetical order."""
        rows = await self._database.fetch_all(
            "SELECT term FROM unit_vocabulary WHERE length(term) >= ? AND term NOT GLOB '*[0-9]*'", (shortest,)
        )
        return tuple(row[0] for row in rows)

    async def stories(self, sought: Sought, limit: int) -> tuple[int, ...]:
        """Row ids of the stories that hold the `limit` units whose words weigh most, best first."""
        found, parameters = _weighed(sought, limit)
        rows = await self._database.fetch_all(
            f"SELECT u.story_id FROM ({found}) AS t JOIN units AS u ON u.id = t.id ORDER BY t.fit DESC, u.id",  # noqa: S608
            parameters,
        )
        return tuple(dict.fromkeys(row[0] for row in rows))

    async def units(self, sought: Sought, story: int, limit: int) -> tuple[FoundUnit, ...]:
        """The `limit` units of `story` whose words weigh most, best first."""
        columns = ", ".join(f"u.{column}" for column in UNIT_COLUMNS.split(", "))
        found, parameters = _weighed(sought, limit, story)
        rows = await self._database.fetch_all(
            f"""SELECT u.story_id, u.position, {columns} FROM ({found}) AS t
                JOIN units AS u ON u.id = t.id ORDER BY t.fit DESC, u.id""",  # noqa: S608
            parameters,
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


def _weighed(sought: Sought, limit: int, story: int | None = None) -> tuple[str, tuple[str | float, ...]]:
    """A query for the ids of the `limit` units (of `story`, if given) whose words weigh most, each with its `fit`.

    FTS5's own rank would read and cut the text of every unit that holds a word; sums over its lists do not.
    """
    anchor = _any_of(sought.anchors)
    parameters: list[str | float] = []
    for token, weight in sought.weights.items():
        own = _any_of((token,))
        parameters += (weight, own if token in sought.anchors else f"({anchor}) AND {own}")
    lists = " UNION ALL ".join(
        ["SELECT rowid AS id, ? AS weight FROM unit_terms WHERE unit_terms MATCH ?"] * len(sought.weights)
    )
    found = f"SELECT id, sum(weight) AS fit FROM ({lists}) GROUP BY id"  # noqa: S608
    if story is not None:
        own = "(SELECT u.story_id FROM units AS u WHERE u.id = f.id) = ?"
        found = f"SELECT f.id, f.fit FROM ({found}) AS f WHERE {own}"  # noqa: S608
        parameters.append(story)
    return f"{found} ORDER BY fit DESC, id LIMIT ?", (*parameters, limit)


def _any_of(tokens: Sequence[str]) -> str:
    """A query of FTS5 for any of `tokens`, everything quoted, for its language has operators."""
    return " OR ".join('"' + token.replace('"', '""') + '"' for token in tokens)
