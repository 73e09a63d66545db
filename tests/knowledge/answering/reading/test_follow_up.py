"""What an elliptic question takes over, and that a complete one takes nothing."""

import json
from pathlib import Path

import pytest

from knowledge.answering.reading.follow_up import depends
from knowledge.answering.reading.reading import Reader
from knowledge.language.lexicon import load_lexicon
from knowledge.model.answer import DirectAnswer
from tests.knowledge.answering.harbour import ask, quoted

READER = Reader(load_lexicon())
QUESTIONS = Path(__file__).parents[3] / "data" / "questions.jsonl"


def test_another_name_is_put_into_the_question_before() -> None:
    answer = ask("and Vikaborg?", "How many cranes does Tromsa take?")
    assert "leases two cranes" in quoted(answer)
    assert "cranes" in answer.explanation.inherited


def test_a_bare_why_asks_about_what_was_asked_before() -> None:
    assert "taxes diesel" in quoted(ask("why?", "Are the cranes electric?"))


def test_a_pronoun_stands_for_the_name_before() -> None:
    answer = ask("how much does it spend on research?", "Who is the chief executive of Brightwave?")
    assert "$40 million" in quoted(answer)


def test_a_chain_of_elliptic_questions_goes_back_to_its_beginning() -> None:
    assert "tests one crane" in quoted(ask("and Lundhavn?", "How many cranes does Tromsa take?", "and Vikaborg?"))


@pytest.mark.parametrize(
    "text",
    [
        "why?",
        "and Tencent?",
        "what about Anthropic",
        "how much do they pay?",
        "since when",
        "а Tencent?",
        "чому?",
        "почему?",
    ],
)
def test_an_elliptic_question_depends(text: str) -> None:
    assert depends(READER.read(text, "en"))


@pytest.mark.parametrize(
    "text",
    ["Who is Microsoft's CEO?", "How much does ByteDance spend?", "Why did Tarnova win?", "Хто керує Microsoft?"],
)
def test_a_complete_question_does_not_depend(text: str) -> None:
    assert not depends(READER.read(text, "en"))


def test_a_complete_question_is_never_changed_by_context() -> None:
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    complete = [row["question"] for row in rows if not depends(READER.read(row["question"], "en"))]
    assert len(complete) > 100
    for question in complete[::4]:
        assert ask(question, "How many cranes does Tromsa take?") == ask(question)


def test_without_context_an_elliptic_question_is_read_as_it_stands() -> None:
    assert not isinstance(ask("why?"), DirectAnswer)
