"""Rows of a question file: what is read, and what is complained of."""

import json
from collections.abc import Mapping

import pytest

from knowledge.errors import UnreadableInput
from knowledge.evaluation.rows import Row, RowReader, with_unique_ids
from knowledge.model.status import Status


def read(*rows: Mapping[str, object] | str, story: str | None = None, posts: dict[str, str] | None = None) -> list[Row]:
    """The rows as a file named rows.jsonl would give them."""
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    return RowReader(story, posts).read(lines, "rows.jsonl")


def test_a_row_carries_its_question_context_and_what_is_wanted() -> None:
    (row,) = read(
        {"id": 7, "question": "and Tencent?", "expect": "answer", "answers": ["x"], "context": ["who buys?"], "more": 1}
    )
    assert row.id == "7"
    assert row.expect is Status.ANSWER
    assert [turn.question for turn in row.question.context] == ["who buys?"]
    assert row.kind == "answer"
    assert row.language == "en"
    assert not row.question.only_story


def test_a_post_is_asked_of_the_story_that_its_file_became() -> None:
    asked = {"question": "When?", "expect": "refuse", "post": "harbour.txt", "story": "another"}
    assert read(asked, posts={"harbour.txt": "the-harbour"})[0].question.story == "the-harbour"
    assert read(asked)[0].question.story == "another"
    assert read(asked, story="forced", posts={"harbour.txt": "the-harbour"})[0].question.story == "forced"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "Line 2 of rows.jsonl is no row to judge by: the line: "),
        ('{"question": "x", "expect": "maybe"}', "Line 2 of rows.jsonl is no row to judge by: expect: "),
        ('{"question": "x"}', "expect: Field required"),
        ('{"question": "", "expect": "refuse"}', "question: "),
        ('{"question": "x", "expect": "answer"}', "must say what a right one holds"),
        ('{"question": "x", "expect": "answer", "answers": ["a", " "]}', "every reply would be right"),
        ('{"question": "x", "expect": "refuse", "post": "p.txt"}', "name it after --load"),
    ],
)
def test_a_bad_line_is_named_and_never_quoted(line: str, sentence: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read({"question": "fine?", "expect": "refuse"}, line)
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("Line 2 of rows.jsonl")


def test_a_file_without_questions_is_refused() -> None:
    with pytest.raises(UnreadableInput, match=r"rows\.jsonl holds no questions"):
        read("", "  \n")


def test_the_second_row_of_an_id_gets_an_id_of_its_own() -> None:
    asked = {"id": "a", "question": "x", "expect": "refuse"}
    assert [row.id for row in with_unique_ids(read(asked, asked, asked))] == ["a", "a (2)", "a (3)"]
