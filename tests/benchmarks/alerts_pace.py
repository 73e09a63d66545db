"""The pace under enforced limits: no 429 of our making, no second above the rate, hardly a second lost.

python -m tests.benchmarks.alerts_pace --people 300
"""

import argparse
import asyncio
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot.sandbox.client import SandboxClient
from tests.support.bot_process import bot_processes
from tests.support.sandbox_thread import sandbox_client
from tests.support.subscribers import all_received, post_text, received, subscribers

CHANNEL = "@ai_news_channel"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`busiest`: most alerts in any window of one second; `least`: the time that the rate allows for all of them."""

    people: int
    got: int
    refused: int
    busiest: int
    seconds: float
    least_seconds: float
    early_calls: int  # calls to the chat in its flood wait
    others_share: float  # of the rate that the other chats kept during that wait


async def measure(people: int, per_second: float, folder: Path, flood_seconds: float = 0.0) -> Outcome:
    """Sends one item to `people`; with `flood_seconds` the first of them is in a flood wait for so long."""
    async with sandbox_client() as sandbox, bot_processes(sandbox, folder) as bots:
        channel = await sandbox.channel()
        everyone = await subscribers(sandbox, folder / "storyline.db", people)
        bot = await bots(STORYLINE_CHANNEL=CHANNEL, STORYLINE_ALERTS_PER_SECOND=str(per_second))
        bot.expected_refusals.append("Too Many Requests")
        await sandbox.switch(flood_limits=True)
        if flood_seconds:
            await sandbox.fault("flood", chat=everyone[0], seconds=flood_seconds, hold=True, times=None)
        await sandbox.post(channel, post_text(1))
        await all_received(sandbox, everyone, people, 30 + people / per_second)
        return await outcome(sandbox, everyone, per_second, flood_seconds)


async def outcome(sandbox: SandboxClient, everyone: list[int], per_second: float, flood_seconds: float) -> Outcome:
    """Counts in the stand-in's own log."""
    wanted = set(everyone)
    calls = [call for call in await sandbox.calls("sendMessage") if int(call["parameters"]["chat_id"]) in wanted]
    good = [call["began_at"] for call in calls if call["status"] == 200]
    flooded = [call for call in calls if call["status"] == 429]
    held = (
        [call["began_at"] for call in calls if int(call["parameters"]["chat_id"]) == everyone[0]]
        if flood_seconds
        else []
    )
    first = flooded[0]["began_at"] if flooded else 0.0
    others = sum(1 for moment in good if first <= moment < first + flood_seconds)
    return Outcome(
        people=len(everyone),
        got=len(await received(sandbox, everyone)),
        refused=len(flooded),
        busiest=busiest_second(good),
        seconds=max(good) - min(good),
        least_seconds=len(everyone) / per_second,
        early_calls=sum(1 for one, other in pairwise(held) if other - one < flood_seconds),
        others_share=others / (flood_seconds * per_second) if flood_seconds else 1.0,
    )


def busiest_second(moments: list[float]) -> int:
    """Most moments in any window of one second."""
    ordered, start, most = sorted(moments), 0, 0
    for end, moment in enumerate(ordered):
        while moment - ordered[start] >= 1.0:
            start += 1
        most = max(most, end - start + 1)
    return most


async def run() -> None:
    """Prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--per-second", type=float, default=25)
    parser.add_argument("--flood-seconds", type=float, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(await measure(chosen.people, chosen.per_second, Path(folder), chosen.flood_seconds))


if __name__ == "__main__":
    asyncio.run(run())
