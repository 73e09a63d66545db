"""One SQLite file: a guarded writer, separate readers, numbered migrations."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import aiosqlite

from knowledge.errors import StoreError

READERS = 2
BUSY_SECONDS = 10.0
SWITCH_TRIES = 100
MIGRATION_NAME = re.compile(r"(\d{4})_\w+\.sql")

Parameters = Sequence[str | int | float | bytes | None]
Row = tuple[Any, ...]


class Writer:
    """The inside of one transaction; valid until its `async with` ends."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Runs one statement; returns how many rows it changed."""
        cursor = await self._connection.execute(sql, parameters)  # closing it would be one more hop to its thread
        return cursor.rowcount

    async def insert(self, sql: str, parameters: Parameters = ()) -> int:
        """Runs one INSERT; returns the new row's id."""
        cursor = await self._connection.execute(sql, parameters)
        return cursor.lastrowid or 0

    async def execute_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Runs one statement for each of `rows`, in one hop to the database's thread."""
        await self._connection.executemany(sql, rows)

    async def fetch_all(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query, seeing what this transaction has written."""
        return [tuple(row) for row in await self._connection.execute_fetchall(sql, parameters)]


class Database:
    """Readers for queries, one writer for transactions; made by `open_database`."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, readers: Sequence[aiosqlite.Connection]) -> None:
        self.path = path
        self._writer = writer
        self._readers = readers
        self._next_reader = 0
        self._guard = asyncio.Lock()

    async def fetch_all(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query over what is committed. Raises StoreError when the file cannot be read."""
        self._next_reader = (self._next_reader + 1) % len(self._readers)
        try:
            rows = await self._readers[self._next_reader].execute_fetchall(sql, parameters)
            return [tuple(row) for row in rows]
        except sqlite3.DatabaseError as error:
            raise StoreError(f"The database could not be read: {error}.") from error

    async def fetch_one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or None."""
        rows = await self.fetch_all(sql, parameters)
        return rows[0] if rows else None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Writer]:
        """One writing transaction: commits at the end, rolls back on any error or cancellation.

        Await nothing inside it but the writer: every other writing task waits. Raises StoreError when the file is
        locked by another process for more than ten seconds, or cannot be written.
        """
        async with self._guard:
            try:
                await finished(self._writer.execute("BEGIN IMMEDIATE"))
                yield Writer(self._writer)
                await finished(self._writer.commit())
            except BaseException as error:
                await finished(self._writer.rollback())
                if isinstance(error, sqlite3.OperationalError):
                    raise StoreError(f"The database could not be written: {error}.") from error
                raise

    async def backup(self, target: Path) -> None:
        """Copies the whole database to `target`, consistent while others write."""
        async with aiosqlite.connect(target) as copy:
            await self._readers[0].backup(copy)


async def finished(awaitable: Any) -> None:
    """Waits for a database call to its end even when this task is cancelled: the call runs on in its thread."""
    task = asyncio.ensure_future(awaitable)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


@asynccontextmanager
async def open_database(path: Path) -> AsyncIterator[Database]:
    """Opens the file, makes and migrates it where needed, and closes every connection at the end.

    Raises StoreError with one plain sentence when the file is no database, is from a newer version of Storyline, or
    its folder cannot be written.
    """
    async with AsyncExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.open("ab").close()  # a connection that fails leaves a thread that writes to standard error at exit
            writer = await stack.enter_async_context(aiosqlite.connect(path, isolation_level=None))
            await writer.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
            await switch_to_wal(writer)
            for pragma in ("synchronous = NORMAL", "foreign_keys = ON"):
                await writer.execute_fetchall(f"PRAGMA {pragma}")
            await migrate(writer)
            readers = [await stack.enter_async_context(reader(path)) for _ in range(READERS)]
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path} cannot be used as Storyline's database: {error}.") from error
        except OSError as error:
            raise StoreError(f"{path} cannot be used as Storyline's database: {error.strerror}.") from error
        yield Database(path, writer, readers)


async def switch_to_wal(writer: aiosqlite.Connection) -> None:
    """Sets the journal; SQLite does not wait by itself while another process sets it in a new file."""
    for _ in range(SWITCH_TRIES):
        try:
            await writer.execute_fetchall("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            await asyncio.sleep(BUSY_SECONDS / SWITCH_TRIES)
        else:
            return
    await writer.execute_fetchall("PRAGMA journal_mode = WAL")


@asynccontextmanager
async def reader(path: Path) -> AsyncIterator[aiosqlite.Connection]:
    """A connection that can only read."""
    async with aiosqlite.connect(path, isolation_level=None) as connection:
        await connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
        await connection.execute("PRAGMA query_only = ON")
        yield connection


async def migrate(writer: aiosqlite.Connection) -> None:
    """Applies the scripts that this database has not had yet, each in a transaction of its own, lowest number first."""
    await writer.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    scripts = migration_scripts()
    applied = {number for (number,) in await writer.execute_fetchall("SELECT number FROM migrations")}
    if unknown := applied - scripts.keys():
        raise StoreError(
            f"This database was made by a newer version of Storyline (its migration {max(unknown)} is not known here). "
            "Update Storyline, or name another file with --database."
        )
    for number in sorted(scripts.keys() - applied):
        await writer.execute("BEGIN IMMEDIATE")
        try:
            already = await writer.execute_fetchall("SELECT 1 FROM migrations WHERE number = ?", (number,))
            if not already:
                name, sql = scripts[number]
                for statement in statements_of(sql):
                    await writer.execute(statement)
                await writer.execute("INSERT INTO migrations (number, name) VALUES (?, ?)", (number, name))
            await writer.commit()
        except BaseException:
            await writer.rollback()
            raise


def migration_scripts() -> dict[int, tuple[str, str]]:
    """Number → (file name, SQL) of every migration that ships with this version."""
    scripts = {}
    for script in files("knowledge.store.migrations").iterdir():
        if match := MIGRATION_NAME.fullmatch(script.name):
            scripts[int(match[1])] = (script.name, script.read_text(encoding="utf-8"))
    return scripts


def statements_of(sql: str) -> list[str]:
    """A script's statements one by one: `executescript` would commit whatever is open."""
    statements, pending = [], ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending.strip())
            pending = ""
    return statements
