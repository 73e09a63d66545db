"""A sum, a date, a number or a reason of something else is no answer: each rule beside the sentence that is one."""

import pytest

from knowledge.model.answer import DirectAnswer, HedgedAnswer
from tests.knowledge.answering.harbour import ask, quoted, rule_against, telling

UNTOLD = [
    (
        "deed-untold",
        "When was the sauna of Moss founded?",
        "The sauna of Moss burnt down in 1988.",
        "The sauna of Moss was founded in 1988.",
    ),
    (
        "deed-untold",
        "Where was the rusty anchor found?",
        "The rusty anchor lies in Moss.",
        "The rusty anchor was found in Moss.",
    ),
    (
        "act-untold",
        "When did Oskar Lund become harbour master?",
        "In May 2021 the harbour master, Oskar Lund, praised the cranes.",
        "In May 2021 Oskar Lund became harbour master.",
    ),
    (
        "act-untold",
        "Why did Oskar Lund juggle cranes?",
        "Oskar Lund has cranes because his boat burnt.",
        "Oskar Lund juggled cranes because his boat burnt.",
    ),
    (
        "number-untold",
        "How many boats does Oskar Lund own?",
        "The boats that Oskar Lund owns were praised on September 9.",
        "The nine boats that Oskar Lund owns were praised on September 9.",
    ),
    (
        "account-untold",
        "What was the revenue of Oskar Lund last year?",
        "Last year Oskar Lund paid $85 million to his neighbours.",
        "Last year the revenue of Oskar Lund was $85 million.",
    ),
    (
        "thing-untold",
        "How much does it cost to rent the sauna?",
        "The building cost $92 million.",
        "To rent the sauna costs $9.",
    ),
    (
        "thing-untold",
        "When was Oskar Lund born?",
        "In 1971 Oskar Lund painted his boat.",
        "Oskar Lund was born in 1971.",
    ),
    (
        "number-untold",
        "How many welders were at the meeting?",
        "At the meeting of welders in July 2025 the cranes were praised.",
        "At the meeting nine welders praised the cranes.",
    ),
    (
        "reason-untold",
        "Why did Oskar Lund leave the harbour?",
        "Oskar Lund left the harbour on Tuesday evening.",
        "Oskar Lund left the harbour because his boat had burnt.",
    ),
    (
        "reason-untold",
        "Чому Оскар Лунд покинув гавань?",
        "Оскар Лунд покинув гавань у вівторок увечері.",
        "Оскар Лунд покинув гавань, бо згорів його човен.",
    ),
]


@pytest.mark.parametrize(("rule", "question", "of_another", "telling"), UNTOLD)
def test_what_is_told_of_something_else_is_no_answer(rule: str, question: str, of_another: str, telling: str) -> None:
    assert rule_against(question, of_another) == rule
    assert rule_against(question, telling) == "coverage"


def test_a_year_beside_a_name_is_the_date_of_what_is_named() -> None:
    sentence = "Brightwave adopted the 1996 Harbour Directive and the Crane Act 2001."
    assert rule_against("When was the Harbour Directive passed?", sentence) == "coverage"


def test_what_stands_behind_a_colon_may_be_the_reason() -> None:
    sentence = "Oskar Lund left the harbour in the evening: his boat had burnt."
    assert rule_against("Why did Oskar Lund leave the harbour?", sentence) == "coverage"


def test_a_reason_in_the_sentence_behind_is_quoted_with_the_one_that_it_is_the_reason_for() -> None:
    said, why = "The pump in Moss stood still all night.", "It did so because nobody had the key."
    answer = ask("Why did the pump in Moss stand still?", indexes=(telling(f"{said} {why}", "Moss likes pumps."),))
    assert isinstance(answer, DirectAnswer)
    assert quoted(answer) == f"{said}\n{why}"
    apart = ask("Why did the pump in Moss stand still?", indexes=(telling(said, why, "Moss likes pumps."),))
    assert isinstance(apart, HedgedAnswer)  # another paragraph may speak of something else
