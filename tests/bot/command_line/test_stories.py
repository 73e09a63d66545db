"""`load`, `check`, `show` and `stories`: their JSON shapes, and that loading twice changes nothing."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.bot.command_line.conftest import Storyline, run_in

POST = Path(__file__).parents[2] / "data" / "posts" / "city_tram_budget.txt"
LISTED = ["slug", "title", "language", "source", "published", "units", "faq"]
PARSED: dict[str, type | tuple[type, ...]] = {
    "language": str,
    "category": str,
    "source": str,
    "original_reporter": (str, type(None)),
    "minutes": int,
    "views": int,
    "title": str,
    "lead": str,
    "image": dict,
    "sections": list,
    "faq": list,
    "channel": (str, type(None)),
    "url": (str, type(None)),
    "published": (str, type(None)),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A page as `check --json` prints it."""
    folder = tmp_path_factory.mktemp("checked")
    shutil.copy(POST, folder / "post.txt")
    ended = run_in(folder, "check", "post.txt", "--json")
    assert ended.status == 0, ended.err
    assert not (folder / "storyline.sqlite3").exists(), "check stores nothing"
    parsed: dict[str, Any] = ended.json()
    return parsed


def test_a_parsed_story_has_the_promised_shape(checked: dict[str, Any]) -> None:
    for name, kind in PARSED.items():
        assert isinstance(checked[name], kind), (name, checked[name])
    assert set(checked["image"]) == {"alt", "credit"}
    for section in checked["sections"]:
        assert set(section) == {"heading", "blocks"}
        for block in section["blocks"]:
            assert set(block) == {"kind", "name", "text"}
            assert block["kind"] in ("paragraph", "bullet", "numbered")
    for entry in checked["faq"]:
        assert set(entry) == {"question", "answer"}


def test_what_the_page_says_is_read_and_nothing_is_invented(checked: dict[str, Any]) -> None:
    assert checked["category"] == "Cities"
    assert checked["source"] == "Harbour-courier"
    assert checked["minutes"] == 3
    assert checked["published"] is None
    bullets = [block["name"] for section in checked["sections"] for block in section["blocks"] if block["name"]]
    assert "Reserve" in bullets


def test_a_page_loads_once_is_shown_as_it_was_checked_and_is_listed_last(
    storyline: Storyline, tmp_path: Path, checked: dict[str, Any]
) -> None:
    shutil.copy(POST, tmp_path / "post.txt")
    (loaded,) = storyline("load", "post.txt", "--json").json()
    assert (loaded["outcome"], loaded["revision"], loaded["format"]) == ("added", 1, "page")
    again = storyline("load", "post.txt")
    assert again.status == 0
    assert "nothing changed" in again.out
    shown = storyline("show", loaded["slug"], "--json").json()
    assert {name: shown[name] for name in checked} == checked
    rows = storyline("stories", "--json").json()
    assert [list(row)[: len(LISTED)] for row in rows] == [LISTED] * 3
    assert rows[-1]["slug"] == loaded["slug"]
    assert rows[-1]["units"] == len(shown["units"])
    assert rows[-1]["faq"] == len(shown["faq"])


def test_one_bad_input_among_several_fails_and_the_good_ones_are_loaded(storyline: Storyline, tmp_path: Path) -> None:
    shutil.copy(POST, tmp_path / "post.txt")
    (tmp_path / "empty.txt").write_bytes(b"")
    ended = storyline("load", "empty.txt", "post.txt")
    assert ended.status == 1
    assert ended.err.startswith("storyline: ")
    assert "added with" in ended.out
    assert "\x1b" not in ended.out
