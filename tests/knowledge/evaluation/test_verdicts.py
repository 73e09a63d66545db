"""When a reply is right, wrong, or a refusal."""

import pytest

from knowledge.evaluation.verdicts import Verdict, judge
from knowledge.model.answer import Answer
from knowledge.model.status import Status
from tests.knowledge.evaluation.results import answer, hedge, refusal, result, row, small_talk


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        (answer("It opens on 4 May."), Verdict.RIGHT),
        (answer("IT OPENS ON 4 MAY."), Verdict.RIGHT),
        (answer("It opens on 14 June."), Verdict.WRONG),
        (hedge("It opens on 4 May."), Verdict.REFUSED),
        (refusal(), Verdict.REFUSED),
        (small_talk(), Verdict.WRONG),
    ],
)
def test_an_answerable_row_wants_one_of_its_strings_in_an_answer(given: Answer, verdict: Verdict) -> None:
    assert result(row(Status.ANSWER, "4 May", "the fourth of May"), given).verdict is verdict


@pytest.mark.parametrize("expect", [Status.REFUSE, Status.HEDGE])
def test_a_hedge_does_for_a_refusal_and_the_other_way_round(expect: Status) -> None:
    assert result(row(expect), refusal()).verdict is Verdict.RIGHT
    assert result(row(expect), hedge("It opens on 4 May.")).verdict is Verdict.RIGHT
    assert result(row(expect), answer("It opens on 4 May.")).verdict is Verdict.WRONG
    assert result(row(expect), small_talk()).verdict is Verdict.WRONG


def test_asking_back_and_small_talk_are_only_met_by_themselves() -> None:
    assert judge(row(Status.CLARIFY), Status.CLARIFY, "") is Verdict.RIGHT
    assert judge(row(Status.CLARIFY), Status.HEDGE, "") is Verdict.REFUSED
    assert judge(row(Status.CLARIFY), Status.ANSWER, "") is Verdict.WRONG
    assert judge(row(Status.SMALLTALK), Status.SMALLTALK, "") is Verdict.RIGHT
    assert judge(row(Status.SMALLTALK), Status.REFUSE, "") is Verdict.WRONG


def test_accents_and_the_kind_of_quote_do_not_decide() -> None:
    assert judge(row(Status.ANSWER, "Café Müller's"), Status.ANSWER, "at CAFE MULLER’S door") is Verdict.RIGHT
