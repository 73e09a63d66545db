"""`storyline demo` as a process: ports, endings, stories of one's own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from pathlib import Path

import pytest

from bot.demo.browser import open_page
from tests.support.demo_process import demo_process

WAIT_SECONDS = 30.0


def children_of(number: int) -> list[int]:
    """Process ids of the children of a process."""
    found = subprocess.run(["pgrep", "-P", str(number)], capture_output=True, text=True, check=False)
    return [int(child) for child in found.stdout.split()]


def is_alive(number: int) -> bool:
    """Whether a process with this id exists."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def start(folder: Path, *options: str) -> "subprocess.Popen[str]":
    """A demo, its two streams in one."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("STORYLINE_")}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--no-browser", *options],
        cwd=folder,
        env=outside,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def ended_when_ready(process: "subprocess.Popen[str]") -> str:
    """Lets a demo come up, ends it as Ctrl-C does, and returns all that it printed."""
    assert process.stdout is not None
    printed = ""
    while "http://" not in printed.rpartition("is ready")[2] and (line := process.stdout.readline()):
        printed += line
    process.send_signal(signal.SIGINT)
    return printed + process.communicate(timeout=WAIT_SECONDS)[0]


def test_ctrl_c_ends_the_demo_and_its_bot(tmp_path: Path) -> None:
    with demo_process(tmp_path) as demo:
        bots = children_of(demo.process.pid)
        with urllib.request.urlopen(demo.address) as answer:
            assert b"Storyline" in answer.read()
    assert len(bots) == 1
    assert not is_alive(bots[0])
    assert list(tmp_path.iterdir()) == []


def test_a_busy_port_is_passed_over_with_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with start(tmp_path, "--port", str(port)) as process:
            printed = ended_when_ready(process)
    assert process.returncode == 0, printed
    assert re.search(rf"Port {port} is in use; the page is on (\d+) instead\.", printed)
    assert f"http://127.0.0.1:{port}/" not in printed


def test_a_bot_that_dies_ends_the_demo_with_a_sentence(tmp_path: Path) -> None:
    with start(tmp_path, "--port", "0") as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.kill(children_of(process.pid)[0], signal.SIGKILL)
        printed = process.stdout.read()
        assert process.wait(WAIT_SECONDS) == 1
    assert "storyline: The bot has ended" in printed
    assert "Traceback" not in printed


def test_a_demo_that_is_ended_while_it_starts_leaves_no_bot_behind(tmp_path: Path) -> None:
    with start(tmp_path, "--port", "0") as process:
        deadline = time.monotonic() + WAIT_SECONDS
        while not (bots := children_of(process.pid)) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=WAIT_SECONDS)
    assert bots
    assert not is_alive(bots[0])


def test_a_story_of_ones_own_is_loaded_first(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Harbour bridge reopens after repairs\n\nThe harbour bridge carries traffic again.\n\n"
        "Repairs took eleven weeks. Engineers replaced forty cables.\n",
        encoding="utf-8",
    )
    database = tmp_path / "own.sqlite3"
    options = ("--port", "0", "--database", str(database), "--story", str(page))
    with start(tmp_path, *options) as process:
        printed = ended_when_ready(process)
    assert process.returncode == 0, printed
    assert "Harbour bridge reopens after repairs" in printed
    assert database.exists()


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_what_is_no_port_is_wrong_usage(tmp_path: Path, port: str) -> None:
    with start(tmp_path, f"--port={port}") as process:
        printed, _ = process.communicate(timeout=WAIT_SECONDS)
    assert process.returncode == 2
    assert "is no port" in printed


def test_a_browser_that_would_take_the_terminal_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Silent(webbrowser.BackgroundBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            opened.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("lynx"))
    assert not open_page("http://127.0.0.1:1/")
    monkeypatch.setattr(webbrowser, "get", lambda: Silent("firefox"))
    assert open_page("http://127.0.0.1:1/")
    assert opened == ["http://127.0.0.1:1/"]
