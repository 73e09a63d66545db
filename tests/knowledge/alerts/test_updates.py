"""Updates kept until they are handled."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from knowledge.errors import StoreError
from knowledge.store.database import Database, Writer, open_database
from knowledge.store.grouped import Grouped
from knowledge.store.updates import MOST_STARTS, REMEMBERED, KeptUpdate, UpdateStore
from tests.knowledge.alerts.conftest import NOON


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "updates.db") as opened:
        yield opened


def update(number: int) -> KeptUpdate:
    return KeptUpdate(number, f'{{"update_id":{number},"text":"«ї» 😀"}}', NOON)


async def test_what_is_kept_and_not_handled_is_replayed_in_order(database: Database) -> None:
    store = UpdateStore(database)
    assert await store.keep([update(3), update(1), update(2)]) == {1, 2, 3}
    await store.finish(2, NOON)
    waiting, aside = await UpdateStore(database).replay(NOON)
    assert waiting == [update(1), update(3)]
    assert aside == []


async def test_an_id_is_taken_once_even_after_it_was_handled(database: Database) -> None:
    store = UpdateStore(database)
    assert await store.keep_one(update(1))
    assert not await store.keep_one(update(1))
    await store.finish(1, NOON)
    assert await store.keep([update(1), update(2)]) == {2}
    assert (await store.replay(NOON))[0] == [update(2)]


async def test_one_id_twice_in_one_group_is_taken_once(database: Database) -> None:
    store = UpdateStore(database)
    fresh = await asyncio.gather(*(store.keep_one(update(5)) for _ in range(10)))
    assert fresh.count(True) == 1


async def test_the_text_of_a_handled_update_is_not_kept(database: Database) -> None:
    store = UpdateStore(database)
    await store.keep([update(1)])
    await store.finish(1, NOON)
    assert await database.fetch_all("SELECT payload FROM updates") == [(None,)]
    await store.replay(NOON + REMEMBERED + timedelta(seconds=1))
    assert await database.fetch_all("SELECT id FROM updates") == []


async def test_an_update_that_no_process_survives_is_set_aside(database: Database) -> None:
    store = UpdateStore(database)
    await store.keep([update(1), update(2)])
    for _ in range(MOST_STARTS):
        assert len((await store.replay(NOON))[0]) == 2
        await store.begin(1)
    assert await store.replay(NOON) == ([update(2)], [1])


async def test_writes_that_come_together_share_a_commit(database: Database) -> None:
    sizes: list[int] = []

    async def write(writer: Writer, entries: object) -> None:
        sizes.append(len(list(entries)))  # type: ignore[call-overload]
        await writer.execute("SELECT 1")

    grouped: Grouped[int] = Grouped(database, write)
    await asyncio.gather(*(grouped.add(number) for number in range(100)))
    assert sum(sizes) == 100
    assert len(sizes) <= 3


async def test_a_failed_commit_fails_all_who_wait_for_it_and_none_after(database: Database) -> None:
    async def write(writer: Writer, statements: object) -> None:
        for sql in statements:  # type: ignore[attr-defined]
            await writer.execute(sql)

    grouped: Grouped[str] = Grouped(database, write)
    results = await asyncio.gather(grouped.add("SELECT 1"), grouped.add("NO SQL"), return_exceptions=True)
    assert any(isinstance(result, StoreError) for result in results)
    await grouped.add("SELECT 1")
