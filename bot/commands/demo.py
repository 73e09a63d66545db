"""`storyline demo`: the real bot on a local stand-in for Telegram, with a chat page in the browser."""

import asyncio
import contextlib
import signal
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.commands.load import load_all
from bot.commands.opening import settings_for
from bot.demo.browser import open_page
from bot.demo.extras import DemoExtras
from bot.demo.process import DemoBot, DemoFailed, demo_bot
from bot.sandbox.connections import free_socket
from bot.sandbox.furniture import CHANNEL_USERNAME, furnish
from bot.sandbox.server import RunningSandbox, running_sandbox

DEFAULT_PORT = 8765
PORTS_TRIED = 50


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo that is up."""

    running: RunningSandbox
    bot: DemoBot


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline demo`."""
    parser.add_argument("--port", type=port_number, default=DEFAULT_PORT, help=f"the page's port ({DEFAULT_PORT})")
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    parser.add_argument("--story", metavar="FILE", nargs="+", default=[], help="stories to load before the bot starts")
    parser.epilog = (
        "Everything runs on this machine and needs no token and no network. Without --database the demo begins with "
        "the bundled stories each time and keeps nothing."
    )


def port_number(text: str) -> int:
    """A port from 0 (any free one) to 65535."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise ValueError
    return number


def perform(arguments: Namespace) -> int:
    """Runs the demo until Ctrl-C."""
    with tempfile.TemporaryDirectory(prefix="storyline-demo-") as folder:
        return asyncio.run(show(arguments, Path(folder)))


async def show(arguments: Namespace, folder: Path) -> int:
    """Starts sandbox and bot, says where the page is, and waits for the end."""
    seconds = settings_for(arguments).demo_seconds
    arguments.database = arguments.database or str(folder / "storyline.sqlite3")
    if arguments.story:
        status = await load_all(Namespace(**vars(arguments), places=arguments.story, **LOAD_OPTIONS))
        if status != 0:
            return status
    leaving = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, leaving.set)
    port = usable_port(arguments.port)
    async with demo_running(port, Path(arguments.database).absolute(), folder) as demo:
        await first_of(demo.bot.ready(demo.running), leaving.wait())
        if not leaving.is_set():
            address = f"{demo.running.control_url}/"
            print(f"Storyline is ready to try: {address}\nCtrl-C ends it.", flush=True)
            if not arguments.no_browser:
                await asyncio.to_thread(open_page, address)
            await first_of(demo.bot.ended(), leaving.wait(), seconds=seconds)
    return 0


LOAD_OPTIONS = {"format": None, "bundled": False, "json": False}


@contextlib.asynccontextmanager
async def demo_running(port: int, database: Path, folder: Path) -> AsyncIterator[Demo]:
    """Sandbox and bot while the block runs; the page is on `port`."""
    extras = DemoExtras(database, folder)
    async with running_sandbox(control_port=port, extras=extras.acts()) as running:
        extras.sandbox = running.sandbox
        furnish(running.sandbox)
        async with demo_bot(running, f"@{CHANNEL_USERNAME}", database, folder) as bot:
            yield Demo(running, bot)


def usable_port(wanted: int) -> int:
    """The wanted port, or the next free one, with a sentence that says so. Raises DemoFailed without any."""
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        try:
            free_socket(port).close()
        except OSError:
            continue
        if port != wanted:
            print(f"Port {wanted} is in use; the page is on {port} instead.", file=sys.stderr)
        return port
    raise DemoFailed(f"Port {wanted} is in use, and so are those after it: choose another with --port.")


async def first_of(*waits: Coroutine[Any, Any, Any], seconds: float | None = None) -> None:
    """Waits for whichever ends first, at most `seconds`, and raises its failure if it has one."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    done, _ = await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
