"""A broadcast to a million subscribers on a virtual clock: the real database and the real pacing, no network.

python -m tests.benchmarks.alerts_million --people 1000000 --per-second 25
"""

import argparse
import asyncio
import resource
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from knowledge.alerts.fan_out import FanOut
from knowledge.alerts.identity import keys_of
from knowledge.alerts.pacing import Granted, Lane, Pacing, Wait
from knowledge.alerts.publishing import Arrival, Publisher
from knowledge.store.database import Database, open_database
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore, SentAs
from knowledge.store.stories import StoryStore
from knowledge.store.subscriptions import SubscriptionStore
from tests.benchmarks.alerts_fan_out import STORY

START = datetime(2026, 5, 1, 12, tzinfo=UTC)
IN_HAND = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """Sizes in megabytes (10^6 bytes). `busiest`: most alerts in one second of the virtual clock."""

    people: int
    per_second: float
    fan_out_seconds: float
    broadcast: timedelta
    busiest: int
    database_megabytes: float
    memory_megabytes: float
    work_seconds: float


async def measure(people: int, per_second: float, folder: Path) -> Outcome:
    """Publishes one item and sends its alerts, as fast as the pacing allows on the virtual clock."""
    began = time.perf_counter()
    path = folder / "million.db"
    async with open_database(path) as database:
        await with_people(database, people)
        fan_out_seconds = await fanned_out(database)
        broadcast, busiest = await sent_to_all(OutboxStore(database), people, per_second)
    size = sum(file.stat().st_size for file in folder.glob("million.db*"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    worked = time.perf_counter() - began
    return Outcome(people, per_second, fan_out_seconds, broadcast, busiest, size / 1e6, memory / 1e6, worked)


async def with_people(database: Database, people: int) -> None:
    """Plain subscribers, ten thousand at a time."""
    for first in range(1, people + 1, 10_000):
        async with database.transaction() as writer:
            await writer.execute_many(
                """INSERT INTO subscriptions (chat, kind, language, state, created)
                   VALUES (?, 'private', 'en', 'active', 0)""",
                [(chat,) for chat in range(first, min(first + 10_000, people + 1))],
            )


async def fanned_out(database: Database) -> float:
    """Publishes the item; seconds until every alert is written."""
    stories, items = StoryStore(database), ItemStore(database)
    fan_out = FanOut(database, SubscriptionStore(database), items, OutboxStore(database), stories)
    began = time.perf_counter()
    arrival = Arrival(STORY, keys_of(STORY, slug_is_sure=True), "publish")
    await Publisher(database, stories, items, fan_out).publish(arrival, START)
    while await fan_out.go_on(START):
        pass
    return time.perf_counter() - began


async def sent_to_all(outbox: OutboxStore, people: int, per_second: float) -> tuple[timedelta, int]:
    """Takes alerts out of the outbox as delivery does; the virtual time that it took, and its busiest second."""
    pacing, now = Pacing[int](per_second, 0.0), 0.0
    sent, this_second, busiest = 0, [0, 0], 0
    while sent < people:
        rows = await outbox.due(START + timedelta(seconds=now), IN_HAND)
        for row in rows:
            pacing.add(row.id, row.subscription.chat, Lane.ALERTS)
        granted = 0
        while granted < len(rows):
            match pacing.next(now):
                case Granted():
                    granted += 1
                    this_second = [int(now), this_second[1] + 1 if this_second[0] == int(now) else 1]
                    busiest = max(busiest, this_second[1])
                case Wait(until):
                    now = max(now, until or now)
        await outbox.sent(
            {row.id: 1 for row in rows}, SentAs(sent + 1, "0123456789abcdef"), START + timedelta(seconds=now)
        )
        sent += len(rows)
    return timedelta(seconds=round(now)), busiest


async def run() -> None:
    """Prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--per-second", type=float, default=25)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(await measure(chosen.people, chosen.per_second, Path(folder)))


if __name__ == "__main__":
    asyncio.run(run())
