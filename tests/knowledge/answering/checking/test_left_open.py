"""Questions that an editor knows the story to leave open are not answered, and those beside them are."""

from dataclasses import replace

import pytest

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.model.answer import DirectAnswer, Gap, HedgedAnswer
from knowledge.model.story import FaqEntry
from tests.knowledge.answering.harbour import HARBOUR, ask, index_of, quoted

ENTRY = FaqEntry(
    "Who signed the deal?",
    "Ingrid Dahl signed it for Brightwave.",
    ("who put the signature under the contract",),
    "signed",
    ("who signed for the ports", "name of the ports' lawyer", "did the Cranemaster people sign too"),
)
INDEX: StoryIndex = index_of(replace(HARBOUR, faq=(*HARBOUR.faq, ENTRY)))


@pytest.mark.parametrize("question", ["Who signed it for the ports?", "what's the name of the ports' lawyer?"])
def test_a_question_left_open_gets_the_nearest_fact_and_no_answer(question: str) -> None:
    answer = ask(question, indexes=(INDEX,))
    assert isinstance(answer, HedgedAnswer)
    assert [piece.unit for piece in answer.evidence] == ["signed"]
    assert answer.explanation.rule == "left-open"


def test_a_question_beside_it_is_answered() -> None:
    answer = ask("Who put a signature under the deal?", indexes=(INDEX,))
    assert isinstance(answer, DirectAnswer)
    assert "Ingrid Dahl" in quoted(answer)


def test_words_of_questions_left_open_are_no_words_of_the_story() -> None:
    answer = ask("Does Cranemaster deliver cranes?", indexes=(INDEX,))
    assert isinstance(answer, HedgedAnswer)
    assert (answer.gap, answer.words) == (Gap.NAME, ("Cranemaster",))
