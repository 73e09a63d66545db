"""An age or a telephone number is only answered by a sentence that holds one."""

from dataclasses import replace

import pytest

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.model.answer import DirectAnswer, HedgedAnswer
from knowledge.model.story import Section
from tests.knowledge.answering.harbour import HARBOUR, ask, index_of, paragraph, quoted, rule_against

MEASURES = [
    (
        "How deep is the harbour?",
        "depth",
        "The harbour was lowered by nine metres.",
        "The harbour is nine metres deep.",
    ),
    ("What is the weight of the crane?", "weight", "The crane is nine metres tall.", "The crane has nine tonnes."),
    ("What is the top speed of the ferry?", "speed", "The ferry has nine cabins.", "The ferry does 30 knots."),
    ("Яка потужність станції?", "power", "Станція обігріває 600 квартир.", "Станція має 12 мегават."),
    ("How hot is the water?", "temperature", "The water is nine metres deep.", "The water has 40 degrees."),
    ("What version does the ferry run?", "version", "The ferry does run on rails.", "The ferry does run version 4.2."),
    (
        "How many years does the ferry serve?",
        "years",
        "The ferry does serve the port for $9 million a year.",
        "The ferry does serve the port for nine years.",
    ),
    (
        "In which city does the ferry moor?",
        "city",
        "The ferry does moor in Germany.",
        "The ferry does moor in Vikaborg.",
    ),
    (
        "How does the new pump work?",
        "workings",
        "The crew praised the new pump.",
        "The new pump works by pressing air.",
    ),
    ("How big is the crew?", "size", "Both sides praise the crew.", "The crew is twelve."),
    ("What does the ferry cost in dollars?", "currency", "The ferry costs 9 million.", "The ferry costs $9 million."),
]
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


@pytest.mark.parametrize(("question", "shape", "without", "telling"), MEASURES)
def test_a_measure_is_answered_by_one_of_its_own_sort(question: str, shape: str, without: str, telling: str) -> None:
    assert rule_against(question, without) == f"{shape}-absent"
    assert rule_against(question, telling) == "coverage"
