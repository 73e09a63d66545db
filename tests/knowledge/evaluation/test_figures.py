"""The figures of a run: each formula against a value worked out by hand."""

import math

from hypothesis import given
from hypothesis import strategies as st

from knowledge.evaluation.figures import auroc, quantile

SCORES = st.lists(st.floats(0, 1, width=16), min_size=1, max_size=12)


def test_auroc_is_one_when_every_answerable_row_is_surer_and_a_half_when_nothing_tells_them_apart() -> None:
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 1.0
    assert auroc([0.1, 0.2], [0.9, 0.8]) == 0.0
    assert auroc([0.5, 0.5], [0.5, 0.5]) == 0.5
    assert auroc([0.9, 0.3], [0.5]) == 0.5


def test_auroc_of_nothing_is_no_number() -> None:
    assert math.isnan(auroc([], [0.3]))


@given(SCORES, SCORES)
def test_auroc_is_the_share_of_pairs_in_the_right_order(positive: list[float], negative: list[float]) -> None:
    pairs = [(p > n) + (p == n) / 2 for p in positive for n in negative]
    assert math.isclose(auroc(positive, negative), sum(pairs) / len(pairs), abs_tol=1e-9)


def test_quantiles_are_values_that_were_measured() -> None:
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.5) == 2.0
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.99) == 4.0
    assert quantile([], 0.5) == 0.0
