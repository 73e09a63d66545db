"""Who did it is not answered by a sentence that only says that it was done."""

from dataclasses import replace

import pytest

from knowledge.model.answer import DirectAnswer
from knowledge.model.story import Section
from tests.knowledge.answering.harbour import HARBOUR, ask, index_of, paragraph, quoted, rule_against, telling


@pytest.mark.parametrize(
    ("question", "done", "doer"),
    [
        (
            "Who removed the bronze anchor?",
            "A lawsuit by Oskar Lund, whose bronze anchor was quietly removed from the pier, goes on.",
            "A lawsuit goes on, for the bronze anchor was removed by Oskar Lund.",
        ),
        (
            "Хто вилучив бронзовий якір?",
            "Позов Оскара Лунда, чий бронзовий якір вилучено з причалу, триває.",
            "Оскар Лунд вилучив бронзовий якір із причалу.",
        ),
    ],
)
def test_a_deed_without_its_doer_is_no_answer(question: str, done: str, doer: str) -> None:
    assert rule_against(question, done) == "doer-untold"
    assert rule_against(question, doer) == "coverage"


def test_who_it_was_done_to_is_asked_for_no_doer() -> None:
    assert rule_against("Who was removed from the board?", "Oskar Lund was removed from the board.") == "coverage"


def test_a_place_is_no_doer() -> None:
    told = "The Moss Bridge, which carries 900 cars a day across the river Tarn in Kelmouth, is closed."
    assert rule_against("Who designed the Moss Bridge?", told) != "coverage"


def test_a_price_tells_what_was_paid() -> None:
    moss = Section(None, (paragraph("On Monday Lundhavn signed the sailor Ilmar Benk for $62 million."),))
    index = index_of(replace(HARBOUR, title="A sailor leaves Moss", lead="Moss is sad.", sections=(moss,), faq=()))
    answer = ask("How much did Lundhavn pay for Benk?", indexes=(index,))
    assert isinstance(answer, DirectAnswer)
    assert "$62 million" in quoted(answer)


def test_a_name_is_the_same_with_a_part_left_out() -> None:
    index = telling("The contractor, Larkfield Systems, has 90 welders.", "The port pays Larkfield $8 million a year.")
    assert "$8 million" in quoted(ask("How much does the port pay Larkfield Systems a year?", indexes=(index,)))


def test_one_counts_only_what_stands_behind_it() -> None:
    index = telling("The welders all live along one river.")
    assert not isinstance(ask("How many welders are there?", indexes=(index,)), DirectAnswer)


def test_a_picture_that_is_valued_or_taken_is_not_the_page_s() -> None:
    index = telling("Edwin Sallow valued the picture at $9 million.", "The boat takes a picture every five minutes.")
    assert "$9 million" in quoted(ask("At how much did Edwin Sallow value the picture?", indexes=(index,)))
    assert "five minutes" in quoted(ask("How often does the boat take a picture?", indexes=(index,)))
