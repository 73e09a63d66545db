"""What was sent just before a kill is marked by the next process."""

from pathlib import Path

from knowledge.model.alert import OutboxState
from knowledge.store.database import open_database
from knowledge.store.outbox import OutboxStore
from knowledge.store.receipts import Receipts
from tests.knowledge.alerts.conftest import NOON, newsroom_over, story_of


async def test_a_receipt_that_never_reached_the_database_is_marked_at_the_next_start(tmp_path: Path) -> None:
    async with open_database(tmp_path / "news.db") as database:
        newsroom = newsroom_over(database)
        for chat in (1, 2):
            await newsroom.subscriber(chat)
        await newsroom.publish(story_of("The old bridge reopens on Monday", "Text."))
        first, second = await newsroom.outbox.due(NOON, 10)
        receipts = Receipts(tmp_path / "news.db-receipts")
        receipts.note({first.id: 1}, 55, "hash", caption=False)
        receipts.close()
        with (tmp_path / "news.db-receipts").open("ab") as file:
            file.write(b'[{"2": 1}, 5')
    async with open_database(tmp_path / "news.db") as database:
        outbox = OutboxStore(database)
        assert await outbox.start(NOON) == 1
        (left,) = await outbox.due(NOON, 10)
        assert left.id == second.id
        assert left.state is OutboxState.QUEUED
        assert await outbox.message_of(first.item, first.subscription.id) == 55
        await outbox.close()
    assert (tmp_path / "news.db-receipts").read_bytes() == b""


def test_the_file_stays_small(tmp_path: Path) -> None:
    receipts = Receipts(tmp_path / "receipts")
    for number in range(5_000):
        receipts.note({number: 1}, number, "0123456789abcdef", caption=False)
        receipts.committed()
    assert (tmp_path / "receipts").stat().st_size < 70_000
    receipts.clear()
    assert list(receipts.left()) == []
    receipts.close()
