"""What the README says: its commands, its tables, its example conversation."""

import json
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.settings import PREFIX, Settings
from tests.readme.documents import README, ROOT, blocks, prose_of, table_under, text_of
from tests.readme.example import example, printed_by


def default_of(name: str) -> str:
    """A setting's default as the table shows it; nothing where there is none to show."""
    field = Settings.model_fields[name]
    if field.default is None or field.default == () or field.default_factory is not None:
        return ""
    return " (default `no`)" if field.default is False else f" (default `{field.default}`)"


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
    replies = [json.loads(printed_by(command, tmp_path, "--json")) for command, _ in example()]
    assert [reply["status"] for reply in replies] == ["answer", "hedge", "refuse"]


def test_the_example_conversation_is_what_is_printed(tmp_path: Path) -> None:
    for command, shown in example():
        assert printed_by(command, tmp_path) == shown, "python -m tests.readme.example writes it anew"


@pytest.mark.parametrize(
    "place",
    [
        "knowledge/",
        "handlers/",
        "bot/",
        "handlers/incoming.py",
        "bot/sending/delivery.py",
    ],
)
def test_the_places_that_it_names_exist(place: str) -> None:
    assert f"`{place}`" in prose_of(README)
    assert (ROOT / place).exists()


def test_it_is_short() -> None:
    assert len(text_of(README).splitlines()) <= 150
