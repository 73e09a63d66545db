"""What is told of the contrary is no answer: each rule beside the sentence that does answer."""

import pytest

from tests.knowledge.answering.harbour import rule_against

CONTRASTS = [
    (
        "affirmed",
        "Which ports did not order cranes?",
        "The ports of Tromsa and Moss ordered cranes.",
        "The ports of Tromsa and Moss did not order cranes.",
    ),
    (
        "affirmed",
        "Які порти не замовили крани?",
        "Порти Тромса і Мосс замовили крани.",
        "Порти Тромса і Мосс не замовили крани.",
    ),
    (
        "affirmed",
        "How many non-paid holidays do the welders have?",
        "The welders have nine paid holidays.",
        "The welders have nine non-paid holidays.",
    ),
    (
        "opposite",
        "What is the maximum load of the crane?",
        "The minimum load of the crane is two tonnes.",
        "The maximum load of the crane is two tonnes.",
    ),
    (
        "other-in-order",
        "How many berths does the second pier have?",
        "The pier has nine berths.",
        "The second pier has nine berths.",
    ),
    (
        "other-in-order",
        "How many cranes did the old harbour have?",
        "The harbour has nine cranes.",
        "The old harbour had nine cranes.",
    ),
    (
        "now-belied",
        "Who is the harbour master now?",
        "Oskar Lund, then harbour master, praised the cranes.",
        "Oskar Lund, the harbour master, praised the cranes.",
    ),
    (
        "now-belied",
        "What does Oskar Lund do now?",
        "Oskar Lund, then harbour master, praised the cranes.",
        "Oskar Lund is the harbour master.",
    ),
    (
        "share-belied",
        "What share of the sales comes from Norway?",
        "Sales from Norway have grown by 40%.",
        "Norway accounts for 40% of the sales.",
    ),
    (
        "total_share-belied",
        "How much of the sailors' total income comes from Moss?",
        "The sailors' income from Moss has tripled.",
        "The sailors' income from Moss has tripled to half of the total.",
    ),
    (
        "comparison-belied",
        "Is Vikaborg larger than Tromsa?",
        "Vikaborg and Tromsa are large harbours.",
        "Vikaborg is a larger harbour than Tromsa.",
    ),
    (
        "comparison-belied",
        "Чи Вікаборг більший за Тромсу?",
        "Вікаборг і Тромса є великими гаванями.",
        "Вікаборг є гаванню, більшою за Тромсу.",
    ),
    (
        "opposite",
        "In which harbour do sales grow slowest?",
        "Sales grow fastest in the harbour of Moss.",
        "Sales grow slowest in the harbour of Moss.",
    ),
    (
        "future-belied",
        "Where will Ingrid Dahl work next?",
        "Ingrid Dahl worked in Vikaborg for nine years.",
        "Ingrid Dahl will work in Vikaborg.",
    ),
    (
        "future-belied",
        "Коли відбудеться наступна нарада сварників?",
        "На нараді сварників у липні 2025 року Оскар Лунд похвалив крани.",
        "Наступна нарада сварників відбудеться в липні.",
    ),
    (
        "other-year",
        "What did Oskar Lund paint in 2019?",
        "Oskar Lund painted his boat in 2021.",
        "Oskar Lund painted his boat in 2019.",
    ),
]


@pytest.mark.parametrize(("rule", "question", "contrary", "telling"), CONTRASTS)
def test_a_sentence_on_the_contrary_is_no_answer_and_one_on_the_thing_itself_is(
    rule: str, question: str, contrary: str, telling: str
) -> None:
    beside = "Nobody paid for the harbour in 2019."  # so that the year is one that the story mentions
    assert rule_against(question, contrary, beside) == rule
    assert rule_against(question, telling, beside) == "coverage"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Why did Vikaborg not order cranes?", "Vikaborg has too little money to order cranes."),
        ("Who first saw the cranes?", "Oskar Lund saw the cranes from his window."),
        ("Who opened the first pier?", "Oskar Lund opened the pier."),
    ],
)
def test_what_may_go_without_saying_need_not_be_said(question: str, sentence: str) -> None:
    assert rule_against(question, sentence) == "coverage"


def test_what_is_told_of_another_place_is_no_answer() -> None:
    question, elsewhere = "How many sailors does Oskar Lund employ in Finland?", "Finland has no say in it."
    assert rule_against(question, "Oskar Lund employs 90 sailors, 40 in Sweden.", elsewhere) == "other-place"
    assert rule_against(question, "Oskar Lund employs 90 sailors, 40 in Finland.", elsewhere) == "coverage"


def test_what_is_out_of_order_does_not_work() -> None:
    question = "How many cameras were not working?"
    assert rule_against(question, "Of the 64 cameras, 11 were working.") == "affirmed"
    assert rule_against(question, "Of the 64 cameras, 11 were out of order.") == "coverage"


def test_what_is_lacking_is_asked_for_without_a_denial() -> None:
    assert rule_against("Скільки водіїв не вистачає депо?", "Депо потребує дев'ять водіїв.") != "affirmed"
