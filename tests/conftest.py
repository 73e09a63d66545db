"""Fixtures for every test: a sandbox, and the real bot as a process beside it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.sandbox.client import SandboxClient
from tests.support.bot_process import BotProcesses, bot_processes
from tests.support.sandbox_thread import sandbox_client

# Tests assert no times: what is made when it is first needed may take long on a busy machine.
settings.register_profile("storyline", deadline=None)
settings.load_profile("storyline")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option that writes the golden conversations anew."""
    parser.addoption("--write-transcripts", action="store_true", help="write the golden conversations anew")


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    """A fresh stand-in for Telegram with nobody in it, and the client to its control side."""
    async with sandbox_client() as client:
        yield client


@pytest.fixture
async def bot_process(sandbox: SandboxClient, tmp_path: Path) -> AsyncIterator[BotProcesses]:
    """Starts the real bot against `sandbox`: `bot = await bot_process(STORYLINE_ADMINS="7")`.

    At the end each bot is stopped; the test fails on a traceback in a log or a call that the sandbox refused, unless
    the test expects it (`bot.expected_refusals.append("message to edit not found")`).
    """
    async with bot_processes(sandbox, tmp_path) as bots:
        yield bots
