"""An age or a telephone number is only answered by a sentence that holds one."""

from dataclasses import replace

import pytest

from knowledge.answering.story_index import StoryIndex
from knowledge.model.answer import DirectAnswer, HedgedAnswer
from knowledge.model.story import Section
from tests.knowledge.answering.harbour import HARBOUR, ask, index_of, paragraph, quoted

BARE = "Harbour master Oskar Lund watches the pumps from Vardo."
TELLING = "Oskar Lund, aged 61, watches the pumps from Vardo and answers on +47 555 010 20."


def _index(sentence: str) -> StoryIndex:
    return index_of(replace(HARBOUR, sections=(Section(None, (paragraph(sentence),)),), faq=()))


@pytest.mark.parametrize(
    ("question", "rule"),
    [("How old is Oskar Lund?", "age-absent"), ("What is the phone number of Oskar Lund?", "contact-absent")],
)
def test_a_shape_that_the_sentence_lacks_is_no_answer_and_one_that_it_has_is(question: str, rule: str) -> None:
    without = ask(question, indexes=(_index(BARE),))
    assert isinstance(without, HedgedAnswer)
    assert without.explanation.rule == rule
    answer = ask(question, indexes=(_index(TELLING),))
    assert isinstance(answer, DirectAnswer)
    assert quoted(answer) == TELLING
