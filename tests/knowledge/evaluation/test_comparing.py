"""Two runs compared row by row."""

import json

import pytest

from knowledge.errors import UnreadableInput
from knowledge.evaluation.comparing import compare, read_run, sign_test
from knowledge.evaluation.verdicts import Verdict
from knowledge.model.status import Status
from tests.knowledge.evaluation.results import answer, refusal, result, row


def kept(*rows: tuple[str, str]) -> str:
    """A kept run with the verdict of each question."""
    return json.dumps(
        {
            "figures": {},
            "rows": [{"id": f"direct-{q}", "question": q, "verdict": v, "status": "hedge"} for q, v in rows],
        }
    )


def test_rows_are_sorted_into_better_worse_and_otherwise_changed() -> None:
    results = [
        result(row(Status.ANSWER, "x", question="won"), answer("x")),
        result(row(Status.ANSWER, "x", question="lost"), answer("y")),
        result(row(Status.ANSWER, "x", question="moved"), answer("y")),
        result(row(Status.ANSWER, "x", question="same"), refusal()),
        result(row(Status.ANSWER, "x", question="new"), refusal()),
    ]
    old = read_run(kept(("won", "refused"), ("lost", "right"), ("moved", "refused"), ("same", "refused")), "old.json")
    comparison = compare(old, results)
    assert comparison.compared == 4
    assert [change.now.row.question.text for change in comparison.better] == ["won"]
    assert [change.now.row.question.text for change in comparison.worse] == ["lost"]
    assert [(change.before, change.now.verdict) for change in comparison.other] == [(Verdict.REFUSED, Verdict.WRONG)]
    assert comparison.chance == 1.0


def test_the_sign_test_is_the_exact_two_sided_one() -> None:
    assert sign_test(0, 0) == 1.0
    assert sign_test(5, 5) == 1.0
    assert sign_test(8, 2) == pytest.approx(2 * (1 + 10 + 45) / 1024)
    assert sign_test(2, 8) == sign_test(8, 2)
    assert sign_test(10, 0) == pytest.approx(2 / 1024)
    assert 0 < sign_test(1200, 900) < 1e-6


@pytest.mark.parametrize("text", ["", "[]", '{"rows": [{"id": "a"}]}', "not json"])
def test_a_file_that_is_no_kept_run_is_refused_by_name(text: str) -> None:
    with pytest.raises(UnreadableInput, match=r"old\.json is no run"):
        read_run(text, "old.json")
