"""Small writes of many tasks, joined into one transaction: each returns when the commit that holds it is done."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from knowledge.store.database import Database, Parameters, Writer

Entry = TypeVar("Entry")


class Grouped(Generic[Entry]):
    """Collects entries while a commit is under way and writes them together in the next.

    One entry alone is written at once; nothing waits for a timer. A failed commit fails every entry in it.
    """

    def __init__(self, database: Database, write: Callable[[Writer, Sequence[Entry]], Awaitable[None]]) -> None:
        self._database = database
        self._write = write
        self._waiting: list[tuple[Entry, asyncio.Future[None]]] = []
        self._flushing: asyncio.Task[None] | None = None

    async def add(self, entry: Entry) -> None:
        """Returns once `entry` is committed. A cancelled caller's entry is written all the same."""
        await self.add_all([entry])

    async def add_all(self, entries: Sequence[Entry]) -> None:
        """The same for several, which share one commit."""
        committed = [asyncio.get_running_loop().create_future() for _ in entries]
        self._waiting.extend(zip(entries, committed, strict=True))
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush(), name="grouped writes")
        await asyncio.gather(*committed)

    async def close(self) -> None:
        """Returns once everything added so far is committed or has failed."""
        while self._flushing is not None and not self._flushing.done():
            await asyncio.wait([self._flushing])

    async def _flush(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                async with self._database.transaction() as writer:
                    await self._write(writer, [entry for entry, _ in batch])
            except Exception as error:  # each of those who wait decides what its failure means
                for _, committed in batch:
                    if not committed.done():
                        committed.set_exception(error)
            else:
                for _, committed in batch:
                    if not committed.done():
                        committed.set_result(None)


Statement = tuple[str, Parameters]


async def run_statements(writer: Writer, statements: Sequence[Statement]) -> None:
    """Runs statements in order, neighbours of the same text in one hop to the database's thread."""
    start = 0
    while start < len(statements):
        sql, end = statements[start][0], start + 1
        while end < len(statements) and statements[end][0] == sql:
            end += 1
        await writer.execute_many(sql, [parameters for _, parameters in statements[start:end]])
        start = end
