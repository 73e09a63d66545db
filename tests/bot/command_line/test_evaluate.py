"""`storyline evaluate`: figures as JSON, the page, the comparison with an earlier run, stories loaded for the run."""

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.bot.command_line.conftest import run_in

POST = Path(__file__).parents[2] / "data" / "posts" / "city_tram_budget.txt"
ROWS: list[dict[str, Any]] = [
    {
        "id": "right",
        "question": "How much will the tram line cost?",
        "expect": "answer",
        "answers": ["640 million"],
        "post": "post.txt",
    },
    {
        "id": "wrong",
        "question": "How much will the tram line cost?",
        "expect": "answer",
        "answers": ["<b>no such thing</b>"],
        "post": "post.txt",
        "kind": "made to fail",
    },
    {"id": "foreign", "question": "How do I bake bread?", "expect": "refuse", "language": "en"},
]


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the tag, and that it is open."""
        self.tags.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself."""
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The tag that is open last must be the one that closes."""
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, filled_database: Path) -> Path:
    """A run of ROWS, kept in run.json with its page.html."""
    folder = tmp_path_factory.mktemp("evaluated")
    shutil.copy(filled_database, folder / "storyline.sqlite3")
    shutil.copy(POST, folder / "post.txt")
    (folder / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS))
    ended = run_in(folder, "evaluate", "rows.jsonl", "--load", "post.txt", "--json", "--html", "page.html")
    assert ended.status == 0, ended.err
    (folder / "run.json").write_text(ended.out)
    return folder


def test_the_run_counts_what_was_right_and_explains_every_row(folder: Path) -> None:
    run = json.loads((folder / "run.json").read_text())
    assert [(row["id"], row["verdict"]) for row in run["rows"]] == [
        ("right", "right"),
        ("wrong", "wrong"),
        ("foreign", "right"),
    ]
    figures = run["figures"]
    assert figures["precision"] == 0.5
    assert figures["refusal_recall"] == 1.0
    assert figures["answerable"]["confusion"] == {"answer": {"answer": 2}}
    assert figures["by_kind"]["made to fail"]["wrong"] == 1
    assert all(row["explanation"]["rule"] for row in run["rows"])


def test_a_story_loaded_for_the_run_is_not_kept(folder: Path) -> None:
    assert "tram" not in run_in(folder, "stories").out


def test_the_page_is_whole_needs_nothing_else_and_escapes_what_was_typed(folder: Path) -> None:
    text = (folder / "page.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.open == []
    assert page.tags.count("svg") == 5
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert "http" not in text
    assert "&lt;b&gt;no such thing&lt;/b&gt;" in text
    assert "<b>no such thing" not in text
    assert "prefers-color-scheme: dark" in text


def test_an_earlier_run_is_compared_row_by_row(folder: Path) -> None:
    run = json.loads((folder / "run.json").read_text())
    run["rows"][0]["verdict"] = "refused"
    (folder / "old.json").write_text(json.dumps(run))
    ended = run_in(folder, "evaluate", "rows.jsonl", "--load", "post.txt", "--compare", "old.json", "--failed")
    assert ended.status == 0, ended.err
    assert "refused → right\t[right] How much will the tram line cost?" in ended.out
    assert "1 better, 0 worse, 0 otherwise changed of 3 in both; sign test p = 1" in ended.out
    assert "wanted: <b>no such thing</b>" in ended.out
    assert "\x1b" not in ended.out
