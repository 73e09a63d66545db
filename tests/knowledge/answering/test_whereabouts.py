"""Which stories tell of something: each that does, with the sentence that does; none that does not."""

from dataclasses import replace

import pytest

from knowledge.model.answer import DirectAnswer, HedgedAnswer, Refusal, Stance
from knowledge.model.story import Block, BlockKind, Section
from tests.knowledge.answering.harbour import HARBOUR, INDEX, ask, index_of

FERRY = index_of(
    replace(
        HARBOUR,
        slug="ferry",
        title="Tromsa gets an electric ferry",
        lead="The ferry to Tromsa runs on batteries from Monday.",
        sections=(Section(None, (Block(BlockKind.PARAGRAPH, "Captain Liv Moen steers it twice a day."),)),),
        faq=(),
    )
)


@pytest.mark.parametrize(
    ("question", "slugs"),
    [
        ("In which story do you write about cranes?", ["brightwave-cranes"]),
        ("Which article mentions Liv Moen?", ["ferry"]),
        ("In which stories is Tromsa mentioned?", ["brightwave-cranes", "ferry"]),
        ("Do you have anything about batteries?", ["ferry"]),
    ],
)
def test_the_stories_that_tell_of_it_are_quoted(question: str, slugs: list[str]) -> None:
    answer = ask(question, indexes=(INDEX, FERRY))
    assert isinstance(answer, DirectAnswer)
    assert answer.stance is Stance.STORIES
    assert [piece.card.slug for piece in answer.evidence] == slugs


@pytest.mark.parametrize("question", ["In which story is Boeing mentioned?", "Do you have anything about Bolivia?"])
def test_no_story_is_named_where_none_tells_of_it(question: str) -> None:
    assert isinstance(ask(question, indexes=(INDEX, FERRY)), HedgedAnswer | Refusal)
