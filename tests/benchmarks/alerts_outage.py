"""An outage of Telegram in the middle of a broadcast: everything arrives afterwards, nothing twice.

python -m tests.benchmarks.alerts_outage --seconds 120
"""

import argparse
import asyncio
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.client import SandboxClient
from tests.support.bot_process import bot_processes
from tests.support.sandbox_thread import sandbox_client
from tests.support.subscribers import all_received, post_text, received, subscribers

CHANNEL = "@ai_news_channel"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`twice`: copies too many; `after`: seconds from the end of the outage to the last alert."""

    people: int
    missing: int
    twice: int
    lost_answers: int
    after: float


async def measure(people: int, seconds: float, per_second: float, folder: Path, timeouts: int = 0) -> Outcome:
    """A third of the outage the port refuses, a third it answers 502, a third it resets connections.

    Afterwards `timeouts` sends are carried out and never answered.
    """
    async with sandbox_client() as sandbox, bot_processes(sandbox, folder) as bots:
        channel = await sandbox.channel()
        everyone = await subscribers(sandbox, folder / "storyline.db", people)
        await bots(STORYLINE_CHANNEL=CHANNEL, STORYLINE_ALERTS_PER_SECOND=str(per_second))
        await sandbox.post(channel, post_text(1))
        await asyncio.sleep(people / per_second / 3)
        await outage(sandbox, seconds)
        if timeouts:
            await sandbox.fault("swallow", method="sendMessage", times=timeouts)
        over = time.monotonic()
        await all_received(sandbox, everyone, people, 60 + people / per_second + 45 * bool(timeouts))
        after = time.monotonic() - over
        if timeouts:
            await asyncio.sleep(25 + people / per_second)
        got = await received(sandbox, everyone)
        swallowed = [call for call in await sandbox.calls("sendMessage") if call["fault"] == "swallow"]
    missing = people - len(got)
    return Outcome(people, missing, sum(count - 1 for count in got.values()), len(swallowed), after)


async def outage(sandbox: SandboxClient, seconds: float) -> None:
    """Three ways of being away, one after the other."""
    await sandbox.fault("down", seconds=seconds / 3)
    await asyncio.sleep(seconds / 3)
    await sandbox.fault("error", status=502, times=None)
    await asyncio.sleep(seconds / 3)
    await sandbox.clear_faults()
    await sandbox.fault("reset", times=None)
    await asyncio.sleep(seconds / 3)
    await sandbox.clear_faults()


async def run() -> None:
    """Prints what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--per-second", type=float, default=25)
    parser.add_argument("--timeouts", type=int, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(await measure(chosen.people, chosen.seconds, chosen.per_second, Path(folder), timeouts=chosen.timeouts))


if __name__ == "__main__":
    asyncio.run(run())
