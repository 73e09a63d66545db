"""The guarded writer, the readers and the migrations."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from knowledge.errors import StoreError
from knowledge.store.database import Database, migration_scripts, open_database, statements_of


async def notes_table(database: Database) -> None:
    async with database.transaction() as writer:
        await writer.execute("CREATE TABLE notes (text TEXT UNIQUE)")


async def test_a_rolled_back_transaction_takes_nothing_of_another_task_with_it(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        await notes_table(database)

        async def writes_and_fails() -> None:
            with pytest.raises(ZeroDivisionError):
                async with database.transaction() as writer:
                    await writer.execute("INSERT INTO notes VALUES ('lost')")
                    await asyncio.sleep(0.01)
                    raise ZeroDivisionError

        async def writes_and_stays() -> None:
            async with database.transaction() as writer:
                await writer.execute("INSERT INTO notes VALUES ('kept')")

        await asyncio.gather(writes_and_fails(), writes_and_stays())
        assert await database.fetch_all("SELECT text FROM notes") == [("kept",)]


async def test_a_cancelled_transaction_leaves_nothing_and_the_next_one_works(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        await notes_table(database)
        inside = asyncio.Event()

        async def writes_for_ever() -> None:
            async with database.transaction() as writer:
                await writer.execute("INSERT INTO notes VALUES ('half')")
                inside.set()
                await asyncio.sleep(60)

        task = asyncio.create_task(writes_for_ever())
        await inside.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with database.transaction() as writer:
            await writer.execute("INSERT INTO notes VALUES ('whole')")
        assert await database.fetch_all("SELECT text FROM notes") == [("whole",)]


async def test_readers_see_nothing_before_the_commit_and_cannot_write(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        await notes_table(database)
        async with database.transaction() as writer:
            await writer.execute("INSERT INTO notes VALUES ('new')")
            assert await database.fetch_all("SELECT text FROM notes") == []
            assert await writer.fetch_all("SELECT text FROM notes") == [("new",)]
        assert await database.fetch_one("SELECT text FROM notes") == ("new",)
        with pytest.raises(StoreError):
            await database.fetch_all("INSERT INTO notes VALUES ('sneaked in') RETURNING text")


async def test_every_migration_is_applied_once_and_opening_again_changes_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        async with open_database(tmp_path / "s.sqlite3") as database:
            numbers = await database.fetch_all("SELECT number FROM migrations ORDER BY number")
    assert [number for (number,) in numbers] == sorted(migration_scripts())


async def test_two_processes_opening_a_new_file_at_once_both_get_it_whole(tmp_path: Path) -> None:
    async def tables() -> int:
        async with open_database(tmp_path / "s.sqlite3") as database:
            return len(await database.fetch_all("SELECT name FROM sqlite_master"))

    assert len(set(await asyncio.gather(*(tables() for _ in range(4))))) == 1


async def test_a_database_from_a_newer_version_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite3"
    async with open_database(path) as database, database.transaction() as writer:
        await writer.execute("INSERT INTO migrations (number, name) VALUES (9999, 'from the future')")
    with pytest.raises(StoreError, match="newer version"):
        async with open_database(path):
            pass


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, this is no database at all. " * 50)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be used"):
        async with open_database(path):
            pass
    assert path.read_bytes() == before


async def test_a_backup_taken_while_a_writer_is_inside_holds_what_was_committed(tmp_path: Path) -> None:
    async with open_database(tmp_path / "s.sqlite3") as database:
        await notes_table(database)
        async with database.transaction() as writer:
            await writer.execute("INSERT INTO notes VALUES ('committed')")
        async with database.transaction() as writer:
            await writer.execute("INSERT INTO notes VALUES ('pending')")
            await database.backup(tmp_path / "copy.sqlite3")
    with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
        rows = copy.execute("SELECT text FROM notes").fetchall()
    copy.close()
    assert rows == [("committed",)]


def test_a_script_is_cut_into_statements_even_with_semicolons_in_comments_and_strings() -> None:
    script = "-- first; still a comment\nCREATE TABLE a (x);\nINSERT INTO a VALUES ('one; two');\n"
    assert statements_of(script) == [
        "-- first; still a comment\nCREATE TABLE a (x);",
        "INSERT INTO a VALUES ('one; two');",
    ]
