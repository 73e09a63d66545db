"""The figures of a run: each formula against a value worked out by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.evaluation.figures import figures_of
from knowledge.evaluation.surety import auroc, calibration_bins, calibration_error
from knowledge.evaluation.timing import quantile
from knowledge.evaluation.verdicts import Verdict
from knowledge.model.status import Status
from tests.knowledge.evaluation.results import answer, hedge, refusal, result, row, small_talk

SCORES = st.lists(st.floats(0, 1, width=16), min_size=1, max_size=12)


def test_auroc_is_one_when_every_answerable_row_is_surer_and_a_half_when_nothing_tells_them_apart() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert auroc([0.1, 0.2], [0.9, 0.8]) == 0.0
    assert auroc([0.5, 0.5], [0.5, 0.5]) == 0.5
    assert auroc([0.9, 0.3], [0.5]) == 0.5


def test_auroc_of_nothing_is_not_known() -> None:
    assert auroc([], [0.3]) is None


@given(SCORES, SCORES)
def test_auroc_is_the_share_of_pairs_in_the_right_order(positive: list[float], negative: list[float]) -> None:
    pairs = [(p > n) + (p == n) / 2 for p in positive for n in negative]
    found = auroc(positive, negative)
    assert found is not None
    assert math.isclose(found, sum(pairs) / len(pairs), abs_tol=1e-9)


def test_quantiles_are_values_that_were_measured() -> None:
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.5) == 2.0
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.99) == 4.0
    assert quantile([1.0, 2.0], 0.0) == 1.0
    assert quantile([], 0.5) == 0.0


def test_calibration_compares_confidence_with_the_share_that_was_right() -> None:
    bins = calibration_bins([(0.95, True), (0.85, False), (0.85, True), (1.0, True)])
    assert [(b.low, b.rows, b.right) for b in bins] == [(0.8, 2, 1), (0.9, 2, 2)]
    assert calibration_error(bins) == pytest.approx((abs(1.7 - 1) + abs(1.95 - 2)) / 4)
    assert calibration_error(()) is None


def test_precision_counts_answers_and_recall_counts_what_should_be_refused() -> None:
    figures = figures_of(
        [
            result(row(Status.ANSWER, "4 May"), answer("4 May", 0.9)),
            result(row(Status.ANSWER, "4 May"), answer("14 June", 0.8)),
            result(row(Status.ANSWER, "4 May", language="uk"), refusal(0.7)),
            result(row(Status.REFUSE, kind="off_topic"), answer("4 May", 0.6)),
            result(row(Status.REFUSE, kind="off_topic"), hedge("4 May", 0.8)),
            result(row(Status.SMALLTALK, kind="smalltalk"), small_talk(), 9.0),
        ]
    )
    assert figures.precision == pytest.approx(1 / 3)
    assert figures.refusal_recall == pytest.approx(1 / 2)
    assert figures.auroc == pytest.approx(5 / 6)
    assert figures.overall.rows == 6
    assert figures.answerable.share(Verdict.REFUSED) == pytest.approx(1 / 3)
    assert (figures.p50, figures.p99) == (1.0, 9.0)
    assert list(figures.by_kind) == ["direct", "off_topic", "smalltalk"]
    assert figures.by_language["uk"].refused == 1


def test_the_confusion_matrix_counts_expected_against_given_in_every_group() -> None:
    figures = figures_of(
        [
            result(row(Status.ANSWER, "x"), answer("x")),
            result(row(Status.ANSWER, "x"), hedge("x")),
            result(row(Status.REFUSE, language="uk"), hedge("x")),
        ]
    )
    assert figures.overall.confusion == {
        Status.ANSWER: {Status.ANSWER: 1, Status.HEDGE: 1},
        Status.REFUSE: {Status.HEDGE: 1},
    }
    assert figures.by_language["uk"].confusion == {Status.REFUSE: {Status.HEDGE: 1}}


def test_without_unanswerable_rows_nothing_is_claimed_about_them() -> None:
    figures = figures_of([result(row(Status.ANSWER, "x"), refusal())])
    assert figures.precision is None
    assert figures.refusal_recall is None
    assert figures.auroc is None
