"""A database with the bundled stories, made once by the real command and copied for each test."""

import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from shutil import copyfile

SECONDS = 120


def copy_prepared(target: Path) -> None:
    """Puts a copy of the prepared database at `target`, unless something is there already."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        copyfile(prepared(), target)


@cache
def prepared() -> Path:
    """The prepared database; making it takes some seconds."""
    path = Path(tempfile.mkdtemp(prefix="storyline-tests-")) / "prepared.sqlite3"
    command = [sys.executable, "-m", "bot", "stories", "--database", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return path
