"""Answers a second with the durable queue, against a plain echo bot of the same library in the same run.

python -m tests.benchmarks.alerts_echo --questions 1000
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.client import SandboxClient
from tests.support.bot_process import bot_processes

QUESTIONS = Path(__file__).parent.parent / "data" / "questions.jsonl"
PATIENCE_SECONDS = 180.0
ECHO = """
import asyncio, sys
from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

async def echo(update, context):
    await update.message.reply_text(update.message.text)

application = ApplicationBuilder().token(sys.argv[1]).base_url(sys.argv[2]).build()
application.add_handler(MessageHandler(filters.TEXT, echo))
application.run_polling(allowed_updates=Update.ALL_TYPES)
"""


def questions(count: int) -> list[str]:
    """Questions that the bundled story answers, over and over."""
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    texts = [row["question"] for row in rows if row["expect"] == "answer" and not row.get("context")]
    return [texts[number % len(texts)] for number in range(count)]


@asynccontextmanager
async def sandbox_process() -> AsyncIterator[SandboxClient]:
    """The stand-in as a process of its own, so that it takes nothing from the bot's core."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.json"
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.sandbox", "--ready-file", str(ready), cwd=Path(__file__).parents[2]
        )
        try:
            while not ready.exists():  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.02)
            await asyncio.sleep(0.1)
            async with SandboxClient.of_ready_file(ready) as sandbox:
                yield sandbox
        finally:
            process.terminate()
            await process.wait()


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages a second by the clock, and milliseconds of processor time that the bot took for one.

    The processor time says the same on a busy machine as on an idle one.
    """

    per_second: float
    milliseconds: float


async def pace_of(sandbox: SandboxClient, count: int, process: int) -> Pace:
    """The pace from the first tenth that was answered to the last."""

    async def look() -> int:
        return int((await sandbox.statistics())["by_method"].get("sendMessage", 0))

    await sandbox.wait(look, lambda sent: sent >= count // 10, PATIENCE_SECONDS)
    first, spent = await look(), processor_seconds(process)
    await sandbox.wait(look, lambda sent: sent >= count, PATIENCE_SECONDS)
    spent = processor_seconds(process) - spent
    moments = sorted(float(call["began_at"]) for call in await sandbox.calls("sendMessage"))
    return Pace((count - first) / (moments[count - 1] - moments[first]), 1000 * spent / (count - first))


def processor_seconds(process: int) -> float:
    """What a process has used so far, in all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def echo_pace(count: int) -> Pace:
    """The plain echo bot's."""
    async with sandbox_process() as sandbox:
        await ask_all(sandbox, count)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", ECHO, sandbox.token, sandbox.api_url, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            return await pace_of(sandbox, count, process.pid)
        finally:
            process.terminate()
            await process.wait()


async def answer_pace(count: int, folder: Path) -> Pace:
    """Ours, each question answered from the story."""
    async with sandbox_process() as sandbox, bot_processes(sandbox, folder) as bots:
        await (await bots()).stop()  # makes the database
        await ask_all(sandbox, count)
        bot = await bots(wait=False)
        return await pace_of(sandbox, count, bot.process.pid)


async def ask_all(sandbox: SandboxClient, count: int) -> None:
    """Every question from a reader of its own, waiting before the bot is there."""
    for number, question in enumerate(questions(count)):
        reader = await sandbox.user(f"Reader {number}")
        await sandbox.say(reader, question)


async def run() -> None:
    """Prints both rates and their ratio, the best of the rounds of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    echoes, answers = [], []
    for _ in range(chosen.rounds):
        echoes.append(await echo_pace(chosen.questions))
        with tempfile.TemporaryDirectory() as folder:
            answers.append(await answer_pace(chosen.questions, Path(folder)))
        print(f"echo {echoes[-1]}, answers {answers[-1]}")
    by_clock = max(pace.per_second for pace in answers) / max(pace.per_second for pace in echoes)
    by_work = min(pace.milliseconds for pace in echoes) / min(pace.milliseconds for pace in answers)
    print(f"answers a second, ours to echo: {by_clock:.2f} by the clock, {by_work:.2f} by processor time")


if __name__ == "__main__":
    asyncio.run(run())
