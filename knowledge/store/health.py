"""Whether the database is well: its file, its engine, and what it has noted about feeds."""

import sqlite3
from dataclasses import dataclass

from knowledge.errors import StoreError
from knowledge.store.database import Database

REMARKS_SHOWN = 3  # of SQLite's complaints about a damaged file


@dataclass(frozen=True, slots=True)
class FileHealth:
    """The state of the file. `damage` holds SQLite's own complaints and is empty for a sound file; sizes are bytes."""

    size: int
    write_ahead: int
    damage: tuple[str, ...]
    migrations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedTrouble:
    """A feed that could not be read `failures` times in a row, and why the last time."""

    url: str
    failures: int
    error: str


async def file_health(database: Database) -> FileHealth:
    """Looks at every page of the file. Raises StoreError where it is so damaged that nothing in it can be read."""
    migrations = await database.fetch_all("SELECT name FROM migrations ORDER BY number")
    ahead = database.path.with_name(database.path.name + "-wal")
    return FileHealth(
        size=database.path.stat().st_size,
        write_ahead=ahead.stat().st_size if ahead.exists() else 0,
        damage=await damage_in(database),
        migrations=tuple(name for (name,) in migrations),
    )


async def damage_in(database: Database) -> tuple[str, ...]:
    """SQLite's complaints about the file; none for a sound one. Badly damaged files end the check itself."""
    try:
        complaints = await database.fetch_all(f"PRAGMA quick_check({REMARKS_SHOWN})")
    except StoreError as error:
        return (str(error.__cause__),)
    return tuple(str(complaint) for (complaint,) in complaints if complaint != "ok")


async def feed_troubles(database: Database) -> tuple[FeedTrouble, ...]:
    """The feeds whose last reading failed."""
    rows = await database.fetch_all("SELECT url, failures, error FROM feeds WHERE error IS NOT NULL ORDER BY url")
    return tuple(FeedTrouble(*row) for row in rows)


def engine_version() -> str:
    """SQLite's version, of the library that Python uses."""
    return sqlite3.sqlite_version


def has_full_text_search() -> bool:
    """Whether SQLite was built with FTS5."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5 (terms)")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True
