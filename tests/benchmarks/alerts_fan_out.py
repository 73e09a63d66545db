"""How long the alerts of one item take to be written, and how long other writes wait meanwhile.

python -m tests.benchmarks.alerts_fan_out --people 100000
"""

import argparse
import asyncio
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowledge.alerts.fan_out import FanOut
from knowledge.alerts.identity import keys_of
from knowledge.alerts.publishing import Arrival, Publisher
from knowledge.model.story import Block, BlockKind, Section, Story
from knowledge.store.database import Database, open_database
from knowledge.store.halts import HaltStore
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore
from knowledge.store.stories import StoryStore
from knowledge.store.subscriptions import SubscriptionStore

STORY = Story(
    slug="bridge",
    language="en",
    title="The old bridge reopens on Monday",
    lead="Trams cross it again.",
    sections=(Section(None, (Block(BlockKind.PARAGRAPH, "It was closed for two years."),)),),
)
PROBE_SECONDS = 0.005


@dataclass(frozen=True, slots=True)
class Outcome:
    """`publish`: seconds until the item is stored; `fan_out`: until every alert is; `waited`: the longest wait, in
    seconds, of another small write; `plain`: the longest one while nothing goes on."""

    people: int
    alerts: int
    publish: float
    fan_out: float
    waited: float
    plain: float


async def with_people(database: Database, people: int) -> None:
    """That many subscribers, every tenth with choices."""
    async with database.transaction() as writer:
        await writer.execute_many(
            """INSERT INTO subscriptions (chat, kind, language, state, created, follows, cadence)
               VALUES (?, 'private', 'en', 'active', 0, ?, ?)""",
            [
                (chat, '["bridge", "tram"]' if chat % 20 == 0 else "[]", "daily" if chat % 20 == 10 else "instant")
                for chat in range(1, people + 1)
            ],
        )


async def measure(people: int, folder: Path) -> Outcome:
    """Publishes one item to `people` while another task writes now and then."""
    async with open_database(folder / "fan-out.db") as database:
        await with_people(database, people)
        subscriptions, items, stories = SubscriptionStore(database), ItemStore(database), StoryStore(database)
        fan_out = FanOut(database, subscriptions, items, OutboxStore(database), stories)
        publisher = Publisher(database, stories, items, fan_out)
        plain = await longest_write(database, asyncio.sleep(1.0))
        times: list[float] = []

        async def publish() -> None:
            began = time.perf_counter()
            now = datetime.now(UTC)
            await publisher.publish(Arrival(STORY, keys_of(STORY, slug_is_sure=True), "publish"), now)
            times.append(time.perf_counter() - began)
            while await fan_out.go_on(now):  # noqa: ASYNC110 - as delivery does it
                await asyncio.sleep(0)
            times.append(time.perf_counter() - began)

        waited = await longest_write(database, publish())
        written = await database.fetch_one("SELECT count(*) FROM outbox")
    return Outcome(people, written[0] if written else 0, times[0], times[1], waited, plain)


async def longest_write(database: Database, work: object) -> float:
    """The longest that a small write took while `work` went on."""
    halts, longest = HaltStore(database), 0.0
    task = asyncio.ensure_future(work)  # type: ignore[call-overload]
    while not task.done():
        began = time.perf_counter()
        await halts.keep(7, datetime.now(UTC))
        longest = max(longest, time.perf_counter() - began)
        await asyncio.sleep(PROBE_SECONDS)
    await task
    return longest


async def run() -> None:
    """Prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(await measure(chosen.people, Path(folder)))


if __name__ == "__main__":
    asyncio.run(run())
