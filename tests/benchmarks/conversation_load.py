"""Many people typing at once: how long each waits for an answer, and whether their order is kept.

python -m tests.benchmarks.conversation_load --people 200 --seconds 60
"""

import argparse
import asyncio
import json
import os
import random
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot.sandbox.client import SandboxClient
from tests.support.bot_process import bot_processes
from tests.support.sandbox_thread import sandbox_client

QUESTIONS = Path(__file__).parent.parent / "data" / "questions.jsonl"
WAKING = ("Who reported this story?", "Хто про це повідомив?")
PAUSE_SECONDS = 8.0  # between two questions of one person, in the mean: reading an answer and typing


@dataclass(frozen=True, slots=True)
class Load:
    """Waiting times are in milliseconds, from the question in the bot's queue to the call that sends its answer."""

    questions: int
    answered: int
    p50: float
    p95: float
    p99: float
    out_of_order: int
    memory_megabytes: float
    work_milliseconds: float  # of the bot's processor time for each answer


async def measure(people: int, seconds: float, folder: Path) -> Load:
    """Lets `people` type for `seconds`; two questions before them are not counted, for they wake the bot's stories."""
    texts = questions()
    async with sandbox_client() as sandbox, bot_processes(sandbox, folder) as bots:
        bot = await bots()
        everyone = [await sandbox.user(f"Reader {number}", language="en") for number in range(people)]
        for text in WAKING:
            await sandbox.ask(everyone[0], text)
        asked: dict[tuple[int, int], float] = {}
        work = processor_seconds(bot.process.pid)
        end = time.time() + seconds
        await asyncio.gather(*(typing(sandbox, person, texts, end, asked) for person in everyone))
        await sandbox.wait_until_quiet(seconds=30)
        sent = await until_answered(sandbox, len(asked) + len(WAKING))
        waits, out_of_order = compared(bot.database, asked, sent)
        return Load(
            questions=len(asked),
            answered=len(waits),
            p50=quantile(waits, 0.5),
            p95=quantile(waits, 0.95),
            p99=quantile(waits, 0.99),
            out_of_order=out_of_order,
            memory_megabytes=resident(bot.process.pid),
            work_milliseconds=1000 * (processor_seconds(bot.process.pid) - work) / max(1, len(waits)),
        )


async def typing(
    sandbox: SandboxClient, person: int, texts: list[str], end: float, asked: dict[tuple[int, int], float]
) -> None:
    """One person asks, whether or not the last answer has come."""
    chance = random.Random(person)
    await asyncio.sleep(chance.uniform(0, PAUSE_SECONDS))
    while time.time() < end:
        began = time.time()
        message = await sandbox.say(person, chance.choice(texts))
        asked[person, message] = began
        await asyncio.sleep(max(3.2, chance.expovariate(1 / PAUSE_SECONDS)))


async def until_answered(sandbox: SandboxClient, wanted: int) -> dict[tuple[int, int], float]:
    """When each message of the bot was sent, by chat and message."""
    for _ in range(100):
        calls = [call for call in await sandbox.calls("sendMessage") if call["status"] == 200]
        if len(calls) >= wanted:
            break
        await asyncio.sleep(0.1)
    return {
        (int(call["parameters"]["chat_id"]), call["response"]["result"]["message_id"]): call["began_at"]
        for call in calls
    }


def compared(
    database: Path, asked: dict[tuple[int, int], float], sent: dict[tuple[int, int], float]
) -> tuple[list[float], int]:
    """The waiting times in milliseconds, sorted, and how many answers overtook an earlier one in their chat."""
    with closing(sqlite3.connect(database)) as opened:
        rows = opened.execute(
            """SELECT t.chat, t.message, min(r.message) FROM turns AS t JOIN replies AS r ON r.turn = t.id
               WHERE t.message IS NOT NULL GROUP BY t.id ORDER BY t.chat, t.message"""
        ).fetchall()
    rows = [row for row in rows if row[:2] in asked]
    waits = [1000 * (sent[chat, reply] - asked[chat, message]) for chat, message, reply in rows]
    overtaken = sum(first[0] == second[0] and first[2] > second[2] for first, second in pairwise(rows))
    return sorted(waits), overtaken


def questions() -> list[str]:
    """Questions as readers type them."""
    with QUESTIONS.open(encoding="utf-8") as lines:
        return [json.loads(line)["question"] for line in lines]


def quantile(values: list[float], share: float) -> float:
    """The value below which `share` of the sorted `values` lie."""
    return values[min(len(values) - 1, int(share * len(values)))]


def resident(process: int) -> float:
    """The process's memory, in megabytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def processor_seconds(process: int) -> float:
    """The processor time that the process has used."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Prints one line of figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        load = asyncio.run(measure(arguments.people, arguments.seconds, Path(folder)))
    print(
        f"{arguments.people} people, {arguments.seconds:.0f} s: {load.questions} questions, {load.answered} answered, "
        f"p50 {load.p50:.0f} ms, p95 {load.p95:.0f} ms, p99 {load.p99:.0f} ms, {load.out_of_order} out of order, "
        f"{load.work_milliseconds:.1f} ms of work each, {load.memory_megabytes:.0f} MB"
    )


if __name__ == "__main__":
    main()
