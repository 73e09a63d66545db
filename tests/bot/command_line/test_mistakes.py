"""A person's mistakes: one plain sentence on standard error, the right exit status, never a traceback."""

from pathlib import Path

import pytest

from tests.bot.command_line.conftest import Ended, Storyline, run_in


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files that no command can use."""
    folder = tmp_path_factory.mktemp("mistakes")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "latin.jsonl").write_bytes('{"question": "caf\xe9"}'.encode("latin-1"))
    (folder / "rows.jsonl").write_text('{"question": "x", "expect": "perhaps"}\n')
    (folder / "text.sqlite3").write_text("This is a diary, not a database.\n" * 100)
    (folder / "there.sqlite3").write_text("")
    return folder


def assert_one_sentence(ended: Ended, *parts: str) -> None:
    """Exit status 1 and one sentence that says what is the matter."""
    assert ended.status == 1, (ended.out, ended.err)
    assert "Traceback" not in ended.err
    (line,) = ended.err.splitlines()
    assert line.startswith("storyline: ")
    assert line.endswith((".", ")", "?"))
    for part in parts:
        assert part in line


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (("ask", "Who?", "--story", "nowhere"), ("“nowhere”", "microsoft-becomes-primary-supplier")),
        (("ask", "--batch", "missing.jsonl"), ("missing.jsonl", "No such file")),
        (("ask", "--batch", "latin.jsonl"), ("Line 1 of latin.jsonl is not UTF-8",)),
        (("show", "nowhere"), ("“nowhere”",)),
        (("check", "missing.txt"), ("missing.txt",)),
        (("check", "empty.txt"), ("empty.txt",)),
        (("load", "picture.png"), ("picture.png",)),
        (("load", "."), ("This is a folder",)),
        (("evaluate", "rows.jsonl"), ("Line 1 of rows.jsonl", "expect")),
        (("evaluate", "rows.jsonl", "--html", "no/such/page.html"), ("no/such",)),
        (("backup", "there.sqlite3"), ("there.sqlite3 is there already",)),
        (("stories", "--database", "text.sqlite3"), ("text.sqlite3", "not a database")),
        (("stories", "--database", "."), ("cannot be used", "Is a directory")),
        (("run",), ("STORYLINE_TOKEN is not set", "storyline demo")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_mistake_gets_one_plain_sentence(arguments: tuple[str, ...], parts: tuple[str, ...], folder: Path) -> None:
    assert_one_sentence(run_in(folder, *arguments), *parts)


def test_an_unknown_setting_is_named_and_its_value_is_not_shown(folder: Path) -> None:
    ended = run_in(folder, "stories", STORYLINE_TOKN="123456:secret", STORYLINE_ALERTS_PER_SECOND="-4711")
    assert_one_sentence(ended, "STORYLINE_TOKN", "did you mean STORYLINE_TOKEN?", "STORYLINE_ALERTS_PER_SECOND")
    assert "secret" not in ended.err
    assert "4711" not in ended.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "usage: storyline"),
        (("dance",), "invalid choice: 'dance'"),
        (("ask",), "give one question"),
        (("ask", "one", "--batch", "-"), "give one question"),
        (("load",), "name a file or an address"),
        (("ask", "x", "--language", "tlh"), "invalid choice: 'tlh'"),
    ],
)
def test_wrong_usage_is_told_apart_from_a_failure(arguments: tuple[str, ...], said: str, folder: Path) -> None:
    ended = run_in(folder, *arguments)
    assert ended.status == 2
    assert said in ended.out + ended.err
    assert "Traceback" not in ended.err


def test_nothing_of_an_unreadable_file_is_stored(storyline: Storyline, tmp_path: Path) -> None:
    before = storyline("stories").out
    (tmp_path / "half.txt").write_bytes(b"\x00\x01\x02" * 1000)
    assert storyline("load", "half.txt").status == 1
    assert storyline("stories").out == before
