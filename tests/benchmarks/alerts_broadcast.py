"""How long a reader waits for an answer while an item goes out to thousands.

python -m tests.benchmarks.alerts_broadcast --people 3000
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.support.bot_process import bot_processes
from tests.support.sandbox_thread import sandbox_client
from tests.support.subscribers import post_text, received, subscribers

CHANNEL = "@ai_news_channel"
QUESTION = "Where are the data centers?"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds from a question to its answer, and how far the broadcast came meanwhile."""

    asked: int
    p50: float
    p95: float
    longest: float
    alerts_meanwhile: int
    people: int


async def measure(people: int, questions: int, per_second: float, folder: Path) -> Outcome:
    """Asks `questions` one after the other during a broadcast, each from a reader of its own."""
    async with sandbox_client() as sandbox, bot_processes(sandbox, folder) as bots:
        channel = await sandbox.channel()
        everyone = await subscribers(sandbox, folder / "storyline.db", people)
        readers = [await sandbox.user(f"Asker {number}") for number in range(questions)]
        await bots(STORYLINE_CHANNEL=CHANNEL, STORYLINE_ALERTS_PER_SECOND=str(per_second))
        await sandbox.post(channel, post_text(1))
        waits = []
        for reader in readers:
            began = time.monotonic()
            await sandbox.ask(reader, QUESTION)
            waits.append(time.monotonic() - began)
            await asyncio.sleep(0.05)
        got = len(await received(sandbox, everyone))
    return Outcome(questions, statistics.median(waits), statistics.quantiles(waits, n=20)[-1], max(waits), got, people)


async def run() -> None:
    """Prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=3000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--per-second", type=float, default=25)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(await measure(chosen.people, chosen.questions, chosen.per_second, Path(folder)))


if __name__ == "__main__":
    asyncio.run(run())
