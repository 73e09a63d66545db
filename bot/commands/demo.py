"""`storyline demo`: the real bot on a local stand-in for Telegram, with a chat page in the browser."""

import asyncio
import signal
import socket
import sys
import tempfile
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from importlib import import_module
from pathlib import Path

from bot.demo.process import DemoFailed, start_bot
from bot.sandbox.ports import address_of, waiting_socket

DEFAULT_PORT = 8765
PORTS_TRIED = 50
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


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
    if not text.isdecimal() or int(text) > 65535:
        raise ArgumentTypeError(f"{text} is no port: they go from 0 to 65535")
    return int(text)


def perform(arguments: Namespace) -> int:
    """Runs the demo until Ctrl-C."""
    with tempfile.TemporaryDirectory(prefix="storyline-demo-") as folder:
        arguments.database = str(Path(arguments.database or f"{folder}/storyline.sqlite3").absolute())
        if arguments.story:
            load = import_module("bot.commands.load")  # only a demo with stories of its own takes the time
            status = load.perform(Namespace(**vars(arguments), places=arguments.story, **LOAD_OPTIONS))
            if status != 0:
                return int(status)
        asyncio.run(show(arguments, Path(folder)))
    return 0


LOAD_OPTIONS = {"format": None, "bundled": False, "json": False}


async def show(arguments: Namespace, folder: Path) -> None:
    """Starts the bot first, since it takes longest; what it talks to is loaded meanwhile, and its calls wait."""
    leaving = asyncio.Event()
    for number in ENDING_SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, leaving.set)
    with page_socket(arguments.port) as page, waiting_socket(0) as api:
        bot = await start_bot(address_of(api), Path(arguments.database), folder)
        try:
            session = import_module("bot.demo.session")  # 0.4 s, in which the bot loads too
            plan = session.DemoPlan(api, page, Path(arguments.database), folder, not arguments.no_browser, leaving)
            await session.run_demo(plan, bot)
        finally:
            await bot.stop()


def page_socket(wanted: int) -> socket.socket:
    """The wanted port, or the next free one, with a sentence that says so. Raises DemoFailed without any."""
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        try:
            bound = waiting_socket(port)
        except OSError:
            continue
        if port != wanted:
            print(f"Port {wanted} is in use; the page is on {port} instead.", file=sys.stderr)
        return bound
    raise DemoFailed(f"Port {wanted} is in use, and so are those after it: choose another with --port.")
