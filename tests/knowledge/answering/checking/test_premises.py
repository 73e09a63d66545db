"""Wrong guesses in a question for a yes are set right; what the story is silent on is not."""

from dataclasses import replace

import pytest

from knowledge.model.answer import DirectAnswer, HedgedAnswer, Stance
from knowledge.model.story import Block, BlockKind, Section
from tests.knowledge.answering.harbour import HARBOUR, ask, index_of, quoted


@pytest.mark.parametrize(
    ("question", "instead"),
    [
        ("Does Brightwave spend 95 million dollars a year on research?", "$40 million"),
        ("Brightwave signed the deal in May 2021, right?", "March 2024"),
        ("Is it true that the deal was signed in 2019?", "March 2024"),
        ("Is Cranemaster the largest supplier of cranes in the country?", "Brightwave"),
    ],
)
def test_a_wrong_guess_is_set_right(question: str, instead: str) -> None:
    answer = ask(question)
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is Stance.OTHERWISE
    assert instead in quoted(answer)
    assert answer.explanation.rule == "premise"


@pytest.mark.parametrize(
    "question",
    [
        "Does Cranemaster sell cranes to Norway?",  # it may, beside the other
        "Why does Brightwave spend 95 million dollars on research?",  # asks for no yes
        "Does Brightwave employ 95 people?",  # any count may be of something else
    ],
)
def test_a_guess_that_the_story_cannot_judge_is_left_alone(question: str) -> None:
    answer = ask(question)
    assert isinstance(answer, HedgedAnswer)


def test_what_is_denied_of_a_country_is_denied_of_its_cities() -> None:
    paragraph = Block(BlockKind.PARAGRAPH, "Brightwave does not sell its cranes to Germany.")
    index = index_of(replace(HARBOUR, sections=(Section(None, (paragraph,)),)))
    answer = ask("Does Brightwave sell its cranes to Hamburg?", indexes=(index,))
    assert isinstance(answer, DirectAnswer)
    assert "not sell its cranes to Germany" in quoted(answer)


def test_what_is_said_of_a_country_is_not_said_of_its_cities() -> None:
    paragraph = Block(BlockKind.PARAGRAPH, "Brightwave sells its cranes to Germany.")
    index = index_of(replace(HARBOUR, sections=(Section(None, (paragraph,)),)))
    assert isinstance(ask("Does Brightwave sell its cranes to Hamburg?", indexes=(index,)), HedgedAnswer)
