"""The bot that a demo runs: `storyline run` as a process of its own, pointed at the sandbox."""

import asyncio
import contextlib
import signal
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.server import RunningSandbox
from bot.settings import environment_with
from knowledge.errors import StorylineError

STOP_SECONDS = 12.0
LOG_SHOWN = 2000
READY_CHECK_SECONDS = 0.01


class DemoFailed(StorylineError):
    """The bot of a demo did not start or has ended."""


@dataclass(frozen=True, slots=True)
class DemoBot:
    """The running process; `folder` holds its log, `database` its stories."""

    process: Process
    folder: Path
    database: Path

    async def ready(self, running: RunningSandbox) -> None:
        """Waits until the bot asks for updates. Raises DemoFailed, with the end of its log, where it ends before."""
        while running.sandbox.updates.polls == 0:
            if self.process.returncode is not None:
                raise self.failure("The bot could not start")
            await asyncio.sleep(READY_CHECK_SECONDS)

    async def ended(self) -> None:
        """Waits for the bot to end by itself, which is a failure: raises DemoFailed."""
        await self.process.wait()
        raise self.failure("The bot has ended")

    def failure(self, sentence: str) -> DemoFailed:
        """What a person is told, with the end of the log."""
        log = (self.folder / "bot.log").read_text(encoding="utf-8", errors="replace")[-LOG_SHOWN:].strip()
        return DemoFailed(f"{sentence}:\n{log}" if log else f"{sentence}.")

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL where that is not enough."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(self.process.wait(), STOP_SECONDS)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


@contextlib.asynccontextmanager
async def demo_bot(running: RunningSandbox, channel: str, database: Path, folder: Path) -> AsyncIterator[DemoBot]:
    """The bot, while the block runs. `folder` is empty and becomes its working folder, so that no `.env` is read."""
    variables = {
        "STORYLINE_TOKEN": running.token,
        "STORYLINE_API_URL": running.api_url,
        "STORYLINE_API_FILE_URL": running.api_file_url,
        "STORYLINE_DATABASE": str(database),
        "STORYLINE_CHANNEL": channel,
        "STORYLINE_ADMINS": str(running.sandbox.seats[-1].user),
    }
    with (folder / "bot.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            env=environment_with(variables),
            cwd=folder,
            stdin=DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C reaches the demo alone, which ends the bot in order
        )
    bot = DemoBot(process, folder, database)
    try:
        yield bot
    finally:
        await bot.stop()
