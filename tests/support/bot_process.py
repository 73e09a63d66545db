"""The real bot, `python -m bot run`, as a process that talks to a sandbox."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.client import SandboxClient
from tests.support.prepared_database import copy_prepared

START_SECONDS = 30.0
STOP_SECONDS = 15.0
LOG_SHOWN = 4000


@dataclass(slots=True)
class BotProcess:
    """One running bot. `expected_refusals` are pieces of refusals (4xx) that the test means to provoke."""

    sandbox: SandboxClient
    process: asyncio.subprocess.Process
    log_path: Path
    database: Path
    expected_refusals: list[str] = field(default_factory=list)
    may_log_tracebacks: bool = False

    @property
    def log(self) -> str:
        """Everything that the process wrote to its output and error streams so far."""
        return self.log_path.read_text(encoding="utf-8", errors="replace")

    @property
    def is_running(self) -> bool:
        """Whether the process is alive."""
        return self.process.returncode is None

    async def stop(self) -> int:
        """Ends the process by SIGTERM; its exit status. Fails where it takes too long."""
        if self.is_running:
            self.process.send_signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self.process.wait(), STOP_SECONDS)
        except TimeoutError:
            await self.kill()
            raise AssertionError(f"the bot did not end within {STOP_SECONDS} s of SIGTERM:\n{self.tail()}") from None

    async def kill(self) -> None:
        """Ends the process by SIGKILL, as a crash would."""
        if self.is_running:
            self.process.kill()
        await self.process.wait()

    def tail(self) -> str:
        """The end of the log."""
        return self.log[-LOG_SHOWN:]

    async def check(self) -> None:
        """Fails on a traceback in the log and on any call that the sandbox refused unexpectedly."""
        if not self.may_log_tracebacks:
            assert "Traceback" not in self.log, self.tail()
        refused = [
            f"{call['method']}: {call['response'].get('description')} {call['parameters']}"
            for call in await self.sandbox.refused_calls()
        ]
        unexpected = [line for line in refused if not any(piece in line for piece in self.expected_refusals)]
        assert not unexpected, "refused by the sandbox:\n" + "\n".join(unexpected[:10])


@dataclass(slots=True)
class BotProcesses:
    """Starts bots on one database in `folder`; call it with settings: `await bot_process(STORYLINE_ADMINS="7")`."""

    sandbox: SandboxClient
    folder: Path
    started: list[BotProcess] = field(default_factory=list)

    async def __call__(self, *arguments: str, wait: bool = True, **settings: str) -> BotProcess:
        """Starts the bot; with `wait`, returns when it asks for updates (or has set its webhook).

        `arguments` are given to `run`. Fails with its log where it ends before that.
        """
        polls = int((await self.sandbox.statistics())["polls"])
        log_path = self.folder / f"bot-{len(self.started) + 1}.log"
        database = Path(settings.get("STORYLINE_DATABASE", self.folder / "storyline.db"))
        copy_prepared(database)
        with log_path.open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run", *arguments),
                env=self._environment(database) | settings,
                cwd=self.folder,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        bot = BotProcess(self.sandbox, process, log_path, database)
        self.started.append(bot)
        if wait:
            await self._until_ready(bot, polls)
        return bot

    def _environment(self, database: Path) -> dict[str, str]:
        outside = {name: value for name, value in os.environ.items() if not name.startswith("STORYLINE_")}
        return outside | {
            "STORYLINE_TOKEN": self.sandbox.token,
            "STORYLINE_API_URL": self.sandbox.api_url,
            "STORYLINE_API_FILE_URL": self.sandbox.api_file_url,
            "STORYLINE_DATABASE": str(database),
            "PYTHONUNBUFFERED": "1",
        }

    async def _until_ready(self, bot: BotProcess, polls: int) -> None:
        polling = asyncio.ensure_future(self.sandbox.wait_for_poll(after=polls, seconds=START_SECONDS))
        ending = asyncio.ensure_future(bot.process.wait())
        try:
            await asyncio.wait({polling, ending}, return_when=asyncio.FIRST_COMPLETED)
            assert bot.is_running, f"the bot ended with status {bot.process.returncode}:\n{bot.tail()}"
            await polling
        finally:
            for task in (polling, ending):
                task.cancel()
            await asyncio.gather(polling, ending, return_exceptions=True)


@contextlib.asynccontextmanager
async def bot_processes(sandbox: SandboxClient, folder: Path) -> AsyncIterator[BotProcesses]:
    """A starter of bots; when the block ends, each is stopped and checked (see BotProcess.check)."""
    bots = BotProcesses(sandbox, folder)
    try:
        yield bots
        for bot in bots.started:
            if bot.is_running:
                assert await bot.stop() == 0, bot.tail()
            await bot.check()
    finally:
        for bot in bots.started:
            await bot.kill()
