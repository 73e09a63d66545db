"""A demo from the moment its bot is being started until its end."""

import asyncio
import socket
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.demo.browser import open_page
from bot.demo.extras import DemoExtras
from bot.demo.process import DemoBot
from bot.sandbox.furniture import furnish
from bot.sandbox.server import running_sandbox


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """Where the demo listens and what it works on; it ends when `leaving` is set."""

    api: socket.socket
    page: socket.socket
    database: Path
    folder: Path
    opens_browser: bool
    leaving: asyncio.Event


async def run_demo(plan: DemoPlan, bot: DemoBot) -> None:
    """Serves until the demo is to end, and stops the bot. Raises DemoFailed where the bot ends before."""
    leaving = plan.leaving
    extras = DemoExtras(plan.database, plan.folder)
    async with running_sandbox(port=plan.api, control_port=plan.page, extras=extras.acts()) as running:
        extras.sandbox = running.sandbox
        furnish(running.sandbox)
        try:
            await first_of(bot.ready(lambda: running.sandbox.updates.polls > 0), leaving.wait())
            if not leaving.is_set():
                address = f"{running.control_url}/"
                print(f"Storyline is ready to try: {address}\nCtrl-C ends it.", flush=True)
                if plan.opens_browser:
                    await asyncio.to_thread(open_page, address)
                await first_of(bot.ended(), leaving.wait())
        finally:
            await bot.stop()


async def first_of(*waits: Coroutine[Any, Any, Any]) -> None:
    """Waits for whichever ends first, and raises its failure if it has one."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
