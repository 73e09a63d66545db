"""`storyline ask`: its JSON shape, its order, and that what it quotes is stored."""

import json
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import pytest

from tests.bot.command_line.conftest import Ended, Storyline

SHAPE: dict[str, type | tuple[type, ...]] = {
    "id": (str, int, type(None)),
    "question": str,
    "language": str,
    "status": str,
    "text": str,
    "html": str,
    "evidence": list,
    "confidence": float,
    "reason": str,
    "suggestions": list,
    "milliseconds": float,
}
ASKED: list[dict[str, Any]] = [
    {"id": "spending", "question": "How much does ByteDance spend on Microsoft?"},
    {"id": 2, "question": "А скільки витрачає ByteDance?"},
    {"id": "then", "question": "and Tencent?", "context": ["How much does ByteDance spend?"]},
    {"id": "list", "question": "Which companies buy the models?", "language": "uk"},
    {"id": "foreign", "question": "How do I bake sourdough bread?"},
    {"id": "hello", "question": "hello!"},
    {"id": "nothing", "question": "   "},
    {"id": "noise", "question": "\u200b<b>WHO</b> reported this?? " + "lorem " * 300},
    {"question": 'NEAR( "unbalanced * OR ^ -'},
    {"id": "short", "question": "tl;dr", "unknown field": [1, 2]},
]


@pytest.fixture(scope="module")
def answered(shared_storyline: Storyline) -> list[dict[str, Any]]:
    """ASKED, answered through standard input."""
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in ASKED)
    ended = shared_storyline("ask", "--batch", "-", stdin=lines.encode())
    assert ended.status == 0, ended.err
    return ended.lines()


def test_a_batch_keeps_its_order_and_its_ids(answered: list[dict[str, Any]]) -> None:
    assert [row["question"] for row in answered] == [row["question"] for row in ASKED]
    assert [row["id"] for row in answered] == [row.get("id") for row in ASKED]


def test_every_answer_has_the_promised_fields_and_no_others(answered: list[dict[str, Any]]) -> None:
    for row in answered:
        assert list(row) == list(SHAPE)
        for name, kind in SHAPE.items():
            assert isinstance(row[name], kind), (name, row[name])
        assert row["status"] in ("answer", "hedge", "clarify", "refuse", "smalltalk")
        assert row["language"] in ("en", "uk")
        assert 0 <= row["confidence"] <= 1
        assert row["milliseconds"] > 0
        assert row["text"].strip()
        assert all(isinstance(suggestion, str) for suggestion in row["suggestions"])
        for evidence in row["evidence"]:
            assert list(evidence) == ["story", "section", "unit", "quote"]
            assert evidence["quote"] in row["text"]


def test_the_batch_holds_every_sort_of_reply_that_it_was_made_for(answered: list[dict[str, Any]]) -> None:
    statuses = {row["id"]: row["status"] for row in answered}
    assert statuses["spending"] == "answer"
    assert statuses["foreign"] in ("refuse", "hedge")
    assert statuses["then"] in ("refuse", "hedge")
    assert statuses["hello"] == "smalltalk"
    assert statuses["short"] == "answer"
    assert {row["language"] for row in answered} == {"en", "uk"}


def test_every_quotation_stands_in_the_story_that_show_prints(
    answered: list[dict[str, Any]], shared_storyline: Storyline
) -> None:
    quoted = [evidence for row in answered for evidence in row["evidence"]]
    stories = {slug: shared_storyline("show", slug, "--json").json() for slug in {each["story"] for each in quoted}}
    assert len(stories) == 2, "the batch quotes both editions"
    for evidence in quoted:
        units = {unit["key"]: unit for unit in stories[evidence["story"]]["units"]}
        assert evidence["quote"] in units[evidence["unit"]]["text"]
        assert evidence["section"] == units[evidence["unit"]]["section"]


def test_one_question_gets_the_answer_that_it_got_in_the_batch(
    answered: list[dict[str, Any]], shared_storyline: Storyline
) -> None:
    alone = shared_storyline("ask", ASKED[0]["question"], "--json").json()
    assert alone | {"id": "spending", "milliseconds": 0} == answered[0] | {"milliseconds": 0}


def test_into_a_pipe_goes_plain_text_with_the_quotation_and_its_source(
    answered: list[dict[str, Any]], shared_storyline: Storyline
) -> None:
    ended = shared_storyline("ask", ASKED[0]["question"], "--explain")
    assert ended.status == 0
    assert ended.err == ""
    assert "\x1b" not in ended.out
    assert answered[0]["evidence"][0]["quote"] in ended.out
    assert "Bloomberg" in ended.out
    assert "status: answer" in ended.out


def test_a_bad_line_gets_its_sentence_in_its_place_and_the_others_their_answers(storyline: Storyline) -> None:
    lines = ['{"id": 1, "question": "Who reported this?"}', '{"id": 2', "", '{"id": 3, "question": "hi"}']
    lines.append('{"id": 4, "question": "hi", "story": "no-such-story"}')
    ended = storyline("ask", "--batch", "-", stdin="\n".join(lines).encode())
    assert ended.status == 1
    first, second, third, fourth = ended.lines()
    assert (first["id"], first["status"]) == (1, "answer")
    assert second["error"].startswith("Line 2 is no question to answer")
    assert third["id"] == 3
    assert "no-such-story" in fourth["error"]
    assert len(ended.err.splitlines()) == 2


def test_answering_imports_neither_telegram_nor_what_else_is_slow(filled_database: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from bot.cli import run_command_line\n"
        f"run_command_line(['ask', 'Who reported this?', '--database', {str(filled_database)!r}])\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    slow = {"telegram", "rich", "aiohttp", "uvicorn", "starlette", "feedparser", "selectolax", "charset_normalizer"}
    assert not slow & set(json.loads(done.stderr.splitlines()[-1].replace("'", '"')))


def test_a_story_that_is_asked_by_name_answers_in_its_own_language(shared_storyline: Storyline) -> None:
    slugs = [row["slug"] for row in shared_storyline("stories", "--json").json()]
    ended: Ended = shared_storyline("ask", "How much does ByteDance spend?", "--story", slugs[0], "--json")
    assert [evidence["story"] for evidence in ended.json()["evidence"]][:1] == [slugs[0]]
