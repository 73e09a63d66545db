"""The kind of answer asked for, and whether a sentence holds one."""

import pytest

from knowledge.answering.reading.kinds import asked_kinds, holds, is_quantity
from knowledge.model.answer import AskedKind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("who leads the company?", AskedKind.WHO),
        ("хто керує компанією?", AskedKind.WHO),
        ("кто руководит?", AskedKind.WHO),
        ("when did it start?", AskedKind.WHEN),
        ("коли це почалося?", AskedKind.WHEN),
        ("where is the plant?", AskedKind.WHERE),
        ("how much does it spend?", AskedKind.MONEY),
        ("скільки коштує квиток?", AskedKind.MONEY),
        ("сколько они платят в год?", AskedKind.MONEY),
        ("Vikaborg's turnover last year?", AskedKind.MONEY),
        ("what did the start-up pay for the licence?", AskedKind.MONEY),
        ("how much revenue does it expect?", AskedKind.MONEY),
        ("яка виручка порту?", AskedKind.MONEY),
        ("какая выручка у порта?", AskedKind.MONEY),
        ("how many people work there?", AskedKind.COUNT),
        ("distance from the pier to the port?", AskedKind.COUNT),
        ("яка глибина гавані?", AskedKind.COUNT),
        ("глубина гавани", AskedKind.COUNT),
        ("what percentage did it grow by?", AskedKind.PERCENT),
        ("how long does it take?", AskedKind.DURATION),
        ("why did they leave?", AskedKind.WHY),
        ("чому дохід зріс на 400%?", AskedKind.WHY),
        ("почему они ушли?", AskedKind.WHY),
        ("на чому заробляє порт?", AskedKind.OTHER),
        ("how do they get access?", AskedKind.HOW),
        ("is it true?", AskedKind.YES_NO),
        ("чи це правда?", AskedKind.YES_NO),
        ("which companies buy it?", AskedKind.LIST),
        ("які компанії це купують?", AskedKind.LIST),
        ("what is distillation?", AskedKind.DEFINITION),
        ("tl;dr", AskedKind.SUMMARY),
        ("про що ця новина?", AskedKind.SUMMARY),
        ("tencent", AskedKind.OTHER),
    ],
)
def test_a_question_asks_for_its_kind(question: str, kind: AskedKind) -> None:
    assert kind in asked_kinds(question)[:2]


@pytest.mark.parametrize("question", ["what happens when the door opens?", "when the deal was signed, who was there?"])
def test_a_clause_that_begins_with_when_asks_for_no_date(question: str) -> None:
    assert AskedKind.WHEN not in asked_kinds(question)


@pytest.mark.parametrize(
    ("kind", "held", "not_held"),
    [
        (AskedKind.MONEY, "It costs $5 million.", "It costs a lot."),
        (AskedKind.MONEY, "Це коштує 5 млн доларів.", "Це коштує дорого."),
        (AskedKind.PERCENT, "Sales tripled.", "Sales grew."),
        (AskedKind.WHEN, "It opened in March 2024.", "It opened with a party for years of work."),
        (AskedKind.COUNT, "Nine cranes stand there.", "Cranes stand there."),
        (AskedKind.DURATION, "The lease runs for ten years.", "The lease runs on."),
        (AskedKind.WHO, "The board spoke to Ingrid Dahl.", "The board spoke in February."),
        (AskedKind.WHO, "Рада говорила з Інгрід Даль.", "Рада говорила з усіма."),
        (AskedKind.WHERE, "It was announced in Vikaborg.", "It was announced in March."),
        (AskedKind.WHERE, "Про це оголосили у Вікаборзі.", "Про це оголосили вчора."),
    ],
)
def test_a_sentence_holds_an_answer_by_its_shape(kind: AskedKind, held: str, not_held: str) -> None:
    assert holds(kind, held)
    assert not holds(kind, not_held)


def test_a_year_is_no_quantity_and_a_number_of_four_figures_is() -> None:
    assert not is_quantity("1998")
    assert is_quantity("1,998")
    assert is_quantity("nine")


@pytest.mark.parametrize("text", ["It pays 500 crowns.", "A loan of 640 million kroner.", "Це коштує 40 тисяч крон."])
def test_sums_in_other_coins_are_money(text: str) -> None:
    assert holds(AskedKind.MONEY, text)


@pytest.mark.parametrize("text", ["The crowns of 40 trees.", "Nine crows and 40 kronikles."])
def test_crowns_that_are_not_counted_are_no_money(text: str) -> None:
    assert not holds(AskedKind.MONEY, text)
