"""Answers a second with the durable queue, against a plain echo bot of the same library in the same run.

python -m tests.benchmarks.alerts_echo --questions 1000
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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


async def per_second(sandbox: SandboxClient, count: int) -> float:
    """Messages a second, from the first tenth that was answered to the last."""

    async def look() -> int:
        return int((await sandbox.statistics())["by_method"].get("sendMessage", 0))

    await sandbox.wait(look, lambda sent: sent >= count, PATIENCE_SECONDS)
    calls = await sandbox.calls("sendMessage")
    moments = sorted(float(call["began_at"]) for call in calls)
    return (count - count // 10) / (moments[-1] - moments[count // 10])


async def echo_rate(count: int) -> float:
    """The plain echo bot's."""
    async with sandbox_process() as sandbox:
        await ask_all(sandbox, count)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", ECHO, sandbox.token, sandbox.api_url, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            return await per_second(sandbox, count)
        finally:
            process.terminate()
            await process.wait()


async def answer_rate(count: int, folder: Path) -> float:
    """Ours, each question answered from the story."""
    async with sandbox_process() as sandbox, bot_processes(sandbox, folder) as bots:
        await (await bots()).stop()  # makes the database
        await ask_all(sandbox, count)
        await bots(wait=False)
        return await per_second(sandbox, count)


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
        echoes.append(await echo_rate(chosen.questions))
        with tempfile.TemporaryDirectory() as folder:
            answers.append(await answer_rate(chosen.questions, Path(folder)))
    print(f"echo {[round(rate) for rate in echoes]}/s, answers {[round(rate) for rate in answers]}/s")
    print(f"ratio of the best {max(answers) / max(echoes):.2f}")


if __name__ == "__main__":
    asyncio.run(run())
