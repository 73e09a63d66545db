"""`storyline demo` as a process, for tests in the browser."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 60.0
STOP_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class DemoProcess:
    """A demo that has printed its address; `seconds_to_ready` is what that took."""

    process: subprocess.Popen[str]
    address: str
    seconds_to_ready: float


@contextlib.contextmanager
def demo_process(folder: Path, *options: str) -> Iterator[DemoProcess]:
    """Runs `storyline demo --no-browser` in `folder` while the block runs; fails where it does not end cleanly."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("STORYLINE_")}
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0", *options],
        cwd=folder,
        env=outside,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            printed = process.stdout.readline() if process.stdout else ""
            address = re.search(r"http://127\.0\.0\.1:\d+/", printed)
            if address is None:
                raise AssertionError(printed + (process.stdout.read() if process.stdout else ""))
            yield DemoProcess(process, address.group(), time.monotonic() - began)
            process.send_signal(signal.SIGINT)
            rest, _ = process.communicate(timeout=STOP_SECONDS)
            assert process.returncode == 0, rest
            assert "Traceback" not in rest, rest
        finally:
            process.kill()
