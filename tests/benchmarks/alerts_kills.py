"""Random SIGKILLs while items go out: every alert must arrive, and hardly one twice.

python -m tests.benchmarks.alerts_kills --kills 50
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.sandbox.client import SandboxClient
from bot.sandbox.remote.connection import JsonObject
from tests.support.bot_process import BotProcess, bot_processes
from tests.support.sandbox_thread import sandbox_client
from tests.support.subscribers import all_received, post_text, received, subscribers

CHANNEL = "@ai_news_channel"
PATIENCE_SECONDS = 120.0
MARK_SECONDS = 0.003  # for the answer's way back and the commit of its mark, which takes about half a millisecond


@dataclass(frozen=True, slots=True)
class Outcome:
    """`missing` pairs of person and item that never arrived; `twice`: how many copies too many there were.

    `in_flight`: sends that the stand-in was busy with at the kills, or had answered within MARK_SECONDS before.
    """

    pairs: int
    missing: int
    twice: int
    kills: int
    in_flight: int
    seconds: float


async def measure(kills: int, items: int, people: int, per_second: float, folder: Path, seed: int = 1) -> Outcome:
    """Posts `items`, kills the bot `kills` times in between, and counts what arrived."""
    chance, began = random.Random(seed), time.monotonic()
    async with sandbox_client() as sandbox, bot_processes(sandbox, folder) as bots:
        channel = await sandbox.channel()
        start = partial(bots, STORYLINE_CHANNEL=CHANNEL, STORYLINE_ALERTS_PER_SECOND=str(per_second))
        await (await start()).kill()
        everyone = await subscribers(sandbox, folder / "storyline.db", people)
        killed_at = await post_and_kill(sandbox, start, channel, kills, items, chance)
        bot = await start()
        await all_received(sandbox, everyone, people * items, PATIENCE_SECONDS)
        await asyncio.sleep(1.0)  # for copies
        got = await received(sandbox, everyone)
        await bot.stop()
        calls = await sandbox.calls("sendMessage")
    pairs = people * items
    twice = sum(count - 1 for count in got.values())
    return Outcome(pairs, pairs - len(got), twice, kills, in_flight(calls, killed_at), time.monotonic() - began)


def in_flight(calls: list[JsonObject], killed_at: list[float]) -> int:
    """Sends whose end the bot cannot have written down before it was killed."""
    spans = [(call["began_at"], call["began_at"] + call["milliseconds"] / 1000 + MARK_SECONDS) for call in calls]
    return sum(1 for moment in killed_at for began, ended in spans if began <= moment <= ended)


async def post_and_kill(
    sandbox: SandboxClient,
    start: Callable[[], Awaitable[BotProcess]],
    channel: int,
    kills: int,
    items: int,
    chance: random.Random,
) -> list[float]:
    """Half of the kills come at any moment, half right after an update was confirmed; returns their moments."""
    posts = sorted(chance.sample(range(kills), min(items, kills)))
    posts += [kills - 1] * (items - len(posts))
    moments = []
    for number in range(kills):
        bot = await start()
        for _ in range(posts.count(number)):
            polls = int((await sandbox.statistics())["polls"])
            await sandbox.post(channel, post_text(1000 + number * 10 + posts.index(number)))
            await sandbox.wait_for_poll(after=polls)
        if chance.random() < 0.5:
            await asyncio.sleep(chance.uniform(0.0, 0.8))
        moments.append(time.time())
        await bot.kill()
    return moments


async def run() -> None:
    """Prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--items", type=int, default=10)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--per-second", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = await measure(chosen.kills, chosen.items, chosen.people, chosen.per_second, Path(folder), chosen.seed)
    print(outcome)


if __name__ == "__main__":
    asyncio.run(run())
