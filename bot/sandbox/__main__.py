"""`python -m bot.sandbox`: the stand-in as a process of its own."""

import argparse
import asyncio
import contextlib
import json
import os
import signal
import sys
from pathlib import Path

from bot.sandbox.sandbox import DEFAULT_TOKEN
from bot.sandbox.server import running_sandbox


def main() -> int:
    """Runs until SIGINT or SIGTERM. Exit status 1 where the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description="A local stand-in for Telegram.")
    parser.add_argument("--port", type=int, default=0, help="the Bot API's port (0: any free one)")
    parser.add_argument("--control-port", type=int, default=0, help="the control side's port (0: any free one)")
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="the token that the bot will use")
    parser.add_argument("--ready-file", type=Path, help="written as JSON when both ports answer")
    arguments = parser.parse_args()
    try:
        asyncio.run(_serve(arguments))
    except OSError as error:
        print(f"The sandbox cannot start: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


async def _serve(arguments: argparse.Namespace) -> None:
    done = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, done.set)
    ports = {"port": arguments.port, "control_port": arguments.control_port}
    async with running_sandbox(token=arguments.token, **ports) as running:
        text = json.dumps(running.as_json())
        if arguments.ready_file is None:
            print(text, flush=True)
        else:
            _write_whole(arguments.ready_file, text)
        await done.wait()
    with contextlib.suppress(FileNotFoundError):
        if arguments.ready_file is not None:
            arguments.ready_file.unlink()


def _write_whole(path: Path, text: str) -> None:
    """Writes so that nobody ever reads half of it."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)


if __name__ == "__main__":
    sys.exit(main())
