"""The README's example conversation; `python -m tests.readme.example` writes into it what is printed today."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from bot.settings import PREFIX
from tests.readme.documents import README, blocks, text_of

SECONDS = 60


def example() -> list[tuple[str, str]]:
    """Its commands, each with what the README shows it print."""
    (block,) = blocks(README, "console")
    steps = block.split("$ ")[1:]
    return [(command, printed.strip("\n")) for command, _, printed in (step.partition("\n") for step in steps)]


def printed_by(command: str, folder: Path, *more: str) -> str:
    """Runs a command with a database of its own; what it prints, without empty lines at the ends."""
    name, *arguments = shlex.split(command)
    assert name == "storyline"
    kept = {name: value for name, value in os.environ.items() if not name.startswith((PREFIX, "XDG_"))}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments, *more],
        capture_output=True,
        timeout=SECONDS,
        check=True,
        cwd=folder,
        env=kept | {f"{PREFIX}DATABASE": str(folder / "storyline.sqlite3"), "PYTHONUTF8": "1"},
    )
    return done.stdout.decode().strip("\n")


def write_anew() -> None:
    """Puts what the commands print today in the place of what the README shows."""
    (block,) = blocks(README, "console")
    with tempfile.TemporaryDirectory() as folder:
        steps = [f"$ {command}\n{printed_by(command, Path(folder))}\n" for command, _ in example()]
    README.write_text(text_of(README).replace(block, "\n".join(steps)), encoding="utf-8")


if __name__ == "__main__":
    write_anew()
