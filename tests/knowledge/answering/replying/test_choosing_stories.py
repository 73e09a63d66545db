"""Which story answers, and when two of its passages are quoted together."""

from dataclasses import replace

import pytest

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.model.answer import DirectAnswer, Question
from knowledge.model.story import Section
from tests.knowledge.answering.harbour import DECIDER, HARBOUR, ask, index_of, paragraph, quoted

SALT = "The pumps in Vardo failed after salt water reached the cables."
SAND = "The pumps in Vardo failed again once the filters were full of sand."


def _story(slug: str, *paragraphs: str) -> StoryIndex:
    section = Section(None, tuple(paragraph(text) for text in paragraphs))
    return index_of(replace(HARBOUR, slug=slug, sections=(section,), faq=()))


def test_two_passages_that_fit_alike_are_quoted_together() -> None:
    assert quoted(ask("How did the pumps in Vardo fail?", indexes=(_story("pumps", SALT, SAND),))) == f"{SALT}\n{SAND}"


@pytest.mark.parametrize("origin", ["pumps", "sand"])
def test_the_story_that_a_reader_came_from_answers_what_another_answers_as_well(origin: str) -> None:
    indexes = (
        _story("pumps", "Oskar Lund repairs the pumps in Vardo for the port."),
        _story("sand", "Oskar Lund repairs the pumps in Vardo."),
    )
    answer = DECIDER.decide(Question("Where does Oskar Lund repair the pumps?", story=origin), indexes)
    assert isinstance(answer, DirectAnswer)
    assert [piece.card.slug for piece in answer.evidence] == [origin]
