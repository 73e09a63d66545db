"""Who, which one and which of them: a sentence that gives no name is no answer; each rule beside its true twin."""

import pytest

from knowledge.model.answer import DirectAnswer, HedgedAnswer
from tests.knowledge.answering.harbour import ask, quoted, rule_against, telling

SENTENCES = {
    "nobody-named": (
        "Which architect designed the ferry terminal?",
        "The architect of the ferry terminal near Vikaborg has a beard.",
        "The architect of the ferry terminal near Vikaborg, Signe Moland, has a beard.",
    ),
    "left-unnamed": (
        "Who was the Danish investor?",
        "According to Port Weekly the talks failed when a Danish investor pulled out.",
        "According to Port Weekly the talks failed when a Danish investor, Soren Kjaer, pulled out.",
    ),
    "members-unnamed": (
        "Which Swedish customers cancelled their orders?",
        "After the storm Swedish customers cancelled their orders.",
        "After the storm Swedish customers, Havsnas and Lerum, cancelled their orders.",
    ),
    "number-alone": (
        "Which four harbours were struck off the list?",
        "Of nine harbours on the list Brightwave struck off four.",
        "Brightwave struck four harbours off the list: Tromsa, Vikaborg, Lundhavn and Moss.",
    ),
    "no-other-named": (
        "Where do the cranes stand besides Vikaborg?",
        "The cranes stand in Vikaborg.",
        "The cranes stand in Vikaborg and Lundhavn.",
    ),
}


@pytest.mark.parametrize("rule", SENTENCES)
def test_a_sentence_that_leaves_unnamed_what_is_asked_for_is_no_answer_and_one_that_names_it_is(rule: str) -> None:
    question, without, naming = SENTENCES[rule]
    assert rule_against(question, without) == rule
    assert rule_against(question, naming) == "coverage"


def test_a_reader_is_told_that_the_name_is_missing() -> None:
    question, without, naming = SENTENCES["left-unnamed"]
    assert isinstance(ask(question, indexes=(telling(without),)), HedgedAnswer)
    answer = ask(question, indexes=(telling(naming),))
    assert isinstance(answer, DirectAnswer)
    assert quoted(answer) == naming


def test_one_who_is_told_of_by_a_common_noun_is_told_of() -> None:
    assert rule_against("Who repairs the old cranes?", "The old cranes are repaired by retired welders.") == "coverage"


def test_a_given_name_beside_a_surname_that_was_asked_is_no_new_name() -> None:
    sentence = "Ingrid Dahl heard her own voice in a radio advertisement."
    assert rule_against("Which radio station used Dahl's voice?", sentence) == "nobody-named"


def test_where_somebody_is_from_is_no_name() -> None:
    question, beside = "Who leases cranes besides Havsnas?", "Nobody in Havsnas likes cranes."
    assert rule_against(question, "Havsnas leases cranes to Western owners.", beside) == "no-other-named"
    assert rule_against(question, "Havsnas and Lerum lease cranes.", beside) == "coverage"


def test_a_list_that_a_sentence_leads_to_may_name_them() -> None:
    assert rule_against("Which three customers ordered?", "These three customers ordered:") == "coverage"


def test_neither_a_place_nor_a_month_did_what_is_asked() -> None:
    question = "Who designed the new ferry terminal?"
    assert rule_against(question, "The new ferry terminal near Vikaborg opened last February.") == "deed-absent"
    assert rule_against(question, "The new ferry terminal was designed by Signe Moland.") == "coverage"


def test_a_unit_that_does_not_speak_of_the_thing_names_nobody_who_did_it() -> None:
    question, elsewhere = "Who in Moss pays for the lighthouse?", "Nobody likes the lighthouse."
    apart = "No income is left. No ship comes. No one knows why."  # so that the lighthouse is not told of right beside
    assert rule_against(question, "Ingrid Dahl in Moss pays nine kroner.", apart, elsewhere) == "thing-elsewhere"
    assert rule_against(question, "Ingrid Dahl in Moss pays for the lighthouse.", apart, elsewhere) == "coverage"
