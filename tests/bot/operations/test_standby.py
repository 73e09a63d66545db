"""Stopping while Telegram is away, a second machine that stands by, a copy that is put back."""

import asyncio
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bot.sandbox.client import SandboxClient
from tests.support.bot_process import BotProcess, BotProcesses

QUESTION = "How much does ByteDance spend on Microsoft?"


async def until_logged(words: str, *bots: BotProcess) -> None:
    """Waits for `words` in the log of one of the bots."""
    for _ in range(400):
        if any(words in bot.log for bot in bots):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"never logged: {words}\n{[bot.tail() for bot in bots]}")


async def test_a_second_poller_says_so_and_takes_over_when_the_first_is_gone(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    reader = await sandbox.user("Olena")
    first = await bot_process()
    second = await bot_process(STORYLINE_DATABASE=str(tmp_path / "standby.sqlite3"))
    for bot in (first, second):
        bot.expected_refusals.append("terminated by other getUpdates request")
    await until_logged("Fetching updates failed: Conflict.", first, second)
    await first.kill()
    reply = await sandbox.ask(reader, QUESTION, seconds=30)
    assert "$1 billion" in reply["text"]


async def test_a_copy_made_while_the_bot_runs_is_a_whole_database(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    reader = await sandbox.user("Olena")
    bot = await bot_process()
    await sandbox.ask(reader, "/subscribe")
    copy = tmp_path / "copy.sqlite3"
    command = [sys.executable, "-m", "bot", "backup", "--database", str(bot.database), str(copy)]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, timeout=30, check=True, cwd=tmp_path)
    assert done.stdout.startswith(b"Copied to")
    await bot.stop()
    for left in bot.database.parent.glob(f"{bot.database.name}*"):
        left.unlink()
    shutil.move(copy, bot.database)
    await bot_process()
    told = await sandbox.ask(reader, "/subscribe")
    assert "on already" in told["text"]


async def test_the_bot_stops_in_time_while_telegram_is_away_and_answers_after(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    reader = await sandbox.user("Olena")
    bot = await bot_process()
    await sandbox.fault("slow", method="sendMessage", seconds=1, times=None)
    asked = await sandbox.say(reader, QUESTION)
    await sandbox.fault("down", seconds=4)
    await until_logged("Fetching updates failed: NotDelivered.", bot)
    began = time.monotonic()
    assert await bot.stop() == 0
    assert time.monotonic() - began < 10
    await sandbox.clear_faults()
    await asyncio.sleep(max(0.0, began + 5 - time.monotonic()))  # until the server is back
    await bot_process()
    replies = await sandbox.wait_for_messages(reader, after=asked)
    assert "$1 billion" in replies[0]["text"]
