"""Who or what a name is: the sentence that says so beside it is quoted, not the one that names it oftenest."""

import pytest

from knowledge.model.answer import DirectAnswer
from tests.knowledge.answering.harbour import ask, quoted, rule_against, telling

MENTION = "Sailors from Bergen praise Skua and Skua praises them."


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What is Skua?", "In May the harbour bought the ferry Skua for nine million."),
        ("What is Skua?", "The harbour likes Skua, a ferry from Moss."),
        ("What is Skua?", "Skua is a ferry with two decks."),
        ("What is Skua?", "It lets its assistant Skua speak to sailors."),
        ("Who is Oskar Lund?", "Analyst Oskar Lund blames the wind for it."),
        ("Who is Oskar Lund?", "The letter was written by Oskar Lund, the harbour master."),
        ("Що таке «Скуа»?", "Гавань випустила помічницю «Скуа» навесні."),
        ("Що таке Скуа?", "Скуа — це пором на дві палуби."),
    ],
)
def test_the_sentence_that_introduces_a_name_says_what_it_is(question: str, sentence: str) -> None:
    mention = MENTION if sentence.isascii() else "Моряки з Бергена хвалять Скуа, і Скуа хвалить їх."
    assert rule_against(question, mention, sentence) == "introduction"
    answer = ask(question, indexes=(telling(mention, sentence),))
    assert isinstance(answer, DirectAnswer)
    assert quoted(answer) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine sailors left Skua on Monday.",
        "Skua was praised by sailors.",
        "Lights on Skua, two of them red, went out.",
    ],
)
def test_a_sentence_that_merely_names_it_introduces_nothing(sentence: str) -> None:
    assert rule_against("What is Skua?", sentence, MENTION) != "introduction"


def test_what_somebody_did_is_no_question_of_who_they_are() -> None:
    assert rule_against("Who sold Skua?", "Moss sold the ferry Skua.", MENTION) != "introduction"
