"""The command line as a person meets it: a process with its own folder, database and clean environment."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that has ended."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        """What it printed, as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Storyline = Callable[..., Ended]


def run_in(folder: Path, *arguments: str, stdin: bytes = b"", **environment: str) -> Ended:
    """Runs `storyline` in `folder`, with nothing of the caller's settings; `environment` adds variables."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STORYLINE_", "XDG_"))}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        cwd=folder,
        env=kept | {"STORYLINE_DATABASE": str(folder / "storyline.sqlite3"), "PYTHONUTF8": "1"} | environment,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def filled_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the first command leaves it: with the bundled stories."""
    folder = tmp_path_factory.mktemp("filled")
    first = run_in(folder, "stories")
    assert first.status == 0, first.err
    return folder / "storyline.sqlite3"


@pytest.fixture
def storyline(tmp_path: Path, filled_database: Path) -> Storyline:
    """`storyline("ask", "…")` in a folder of its own, over its own copy of a filled database."""
    shutil.copy(filled_database, tmp_path / "storyline.sqlite3")
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


@pytest.fixture(scope="module")
def shared_storyline(tmp_path_factory: pytest.TempPathFactory, filled_database: Path) -> Storyline:
    """The same for tests that only read, all of one file over one database."""
    folder = tmp_path_factory.mktemp("shared")
    shutil.copy(filled_database, folder / "storyline.sqlite3")
    return lambda *arguments, **options: run_in(folder, *arguments, **options)
