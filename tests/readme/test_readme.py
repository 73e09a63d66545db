"""What the README says: its commands, its tables, its example conversation."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.settings import PREFIX, Settings
from tests.readme.documents import README, ROOT, blocks, prose_of, table_under, text_of

SECONDS = 60


def default_of(name: str) -> str:
    """A setting's default as the table shows it; nothing where there is none to show."""
    field = Settings.model_fields[name]
    if field.default is None or field.default == () or field.default_factory is not None:
        return ""
    return " (default `no`)" if field.default is False else f" (default `{field.default}`)"


def example() -> list[tuple[str, str]]:
    """The commands of the example conversation, each with what the README shows it print."""
    (block,) = blocks(README, "console")
    steps = block.split("$ ")[1:]
    return [(command, printed.strip("\n")) for command, _, printed in (step.partition("\n") for step in steps)]


def test_the_table_of_settings_is_the_settings() -> None:
    assert table_under(README, "setting") == [
        (f"`{PREFIX}{name.upper()}`", f"{(field.description or '').removesuffix('.')}{default_of(name)}")
        for name, field in Settings.model_fields.items()
    ]


def test_the_table_of_commands_is_the_commands() -> None:
    assert table_under(README, "command") == [(f"`storyline {name}`", summary) for name, summary in COMMANDS.items()]


def test_every_command_of_the_table_can_be_called() -> None:
    for name in COMMANDS:
        assert (ROOT / "bot" / "commands" / f"{name}.py").exists(), name


def test_there_are_exactly_two_set_up_commands_of_one_line_each() -> None:
    commands = blocks(README, "sh setup")
    assert len(commands) == 2
    assert all(len(command.splitlines()) == 1 for command in commands)
    assert all("-c constraints.txt" in command for command in commands)
    assert commands[0].rstrip().endswith("storyline demo")
    assert "pytest" in commands[1]


def test_the_example_shows_an_answer_a_hedge_and_a_refusal(tmp_path: Path) -> None:
    assert [status_of(command, tmp_path) for command, _ in example()] == ["answer", "hedge", "refuse"]


def test_the_example_conversation_is_what_is_printed(tmp_path: Path) -> None:
    for command, shown in example():
        assert run(command, tmp_path).strip("\n") == shown


@pytest.mark.parametrize("place", ["knowledge/", "handlers/", "bot/", "handlers/incoming.py", "bot/delivery.py"])
def test_the_places_that_it_names_exist(place: str) -> None:
    assert f"`{place}`" in prose_of(README)
    assert (ROOT / place).exists()


def test_it_is_short() -> None:
    assert len(text_of(README).splitlines()) <= 150


def run(command: str, folder: Path, *more: str) -> str:
    """Runs a command of the README with a database of its own; what it prints on standard output."""
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
    return done.stdout.decode()


def status_of(command: str, folder: Path) -> str:
    """The status of the answer that a command of the README prints."""
    return str(json.loads(run(command, folder, "--json"))["status"])
