"""The bot that a demo runs: `storyline run` as a process of its own, pointed at the sandbox."""

import asyncio
import signal
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.furniture import CHANNEL_USERNAME, EDITOR_ID
from bot.sandbox.sandbox import DEFAULT_TOKEN
from bot.settings import environment_with
from knowledge.errors import StorylineError

STOP_SECONDS = 12.0
LOG_SHOWN = 2000
READY_CHECK_SECONDS = 0.01


class DemoFailed(StorylineError):
    """A demo that cannot start or go on."""


@dataclass(frozen=True, slots=True)
class DemoBot:
    """The running process; `folder` holds its log."""

    process: Process
    folder: Path

    async def ready(self, is_polling: Callable[[], bool]) -> None:
        """Waits until the bot asks for updates. Raises DemoFailed, with the end of its log, where it ends before."""
        while not is_polling():
            if self.process.returncode is not None:
                raise self._failure("The bot could not start")
            await asyncio.sleep(READY_CHECK_SECONDS)

    async def ended(self) -> None:
        """Waits for the bot to end by itself, which is a failure: raises DemoFailed."""
        await self.process.wait()
        raise self._failure("The bot has ended")

    def _failure(self, sentence: str) -> DemoFailed:
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


async def start_bot(base: str, database: Path, folder: Path) -> DemoBot:
    """Starts the bot on the Bot API at `base`. It works in `folder`, where no `.env` is, and logs there."""
    variables = {
        "STORYLINE_TOKEN": DEFAULT_TOKEN,
        "STORYLINE_API_URL": f"{base}/bot",
        "STORYLINE_API_FILE_URL": f"{base}/file/bot",
        "STORYLINE_DATABASE": str(database),
        "STORYLINE_CHANNEL": f"@{CHANNEL_USERNAME}",
        "STORYLINE_ADMINS": str(EDITOR_ID),
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
    return DemoBot(process, folder)
