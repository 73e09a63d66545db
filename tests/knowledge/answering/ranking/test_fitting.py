"""The gate: fitted, kept, read back."""

import pytest

from knowledge.answering.ranking.confidence import Gate, Logistic, Tier, load_gate, read_gate
from knowledge.answering.ranking.coverage import FEATURES, PRODUCTS, TAUGHT
from knowledge.answering.ranking.fitting import Example, fit, gate_json, solve


def test_a_feature_that_tells_gets_a_weight_of_its_sign() -> None:
    examples = [Example({"good": 1.0, "bad": 0.0}, True)] * 20 + [Example({"good": 0.0, "bad": 1.0}, False)] * 20
    gate = fit(examples, ("good", "bad"))
    assert gate.coefficients["good"] > 0 > gate.coefficients["bad"]
    assert gate.probability({"good": 1.0, "bad": 0.0}) > 0.8 > 0.2 > gate.probability({"good": 0.0, "bad": 1.0})


def test_examples_of_one_sort_alone_fit_nothing() -> None:
    with pytest.raises(ValueError, match="together"):
        fit([Example({"good": 1.0}, True)], ("good",))


def test_an_example_counts_by_its_weight() -> None:
    heavy = [Example({"x": 1.0}, True, 9.0), Example({"x": 1.0}, False, 1.0)]
    gate = fit([*heavy, Example({"x": 0.0}, False, 5.0)], ("x",))
    assert gate.probability({"x": 1.0}) > 0.5


def test_a_product_tells_what_neither_of_its_features_does() -> None:
    corners = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
    examples = [Example({"x": x, "y": y}, x == y) for x, y in corners for _ in range(40)]
    alone, together = fit(examples, ("x", "y")), fit(examples, ("x", "y", "x*y"))
    assert alone.probability({"x": 1.0, "y": 1.0}) == pytest.approx(0.5, abs=0.01)
    assert together.probability({"x": 1.0, "y": 1.0}) > 0.75 > 0.25 > together.probability({"x": 1.0, "y": 0.0})


def test_linear_equations_are_solved() -> None:
    assert solve([[2.0, 1.0], [1.0, 3.0]], [5.0, 10.0]) == pytest.approx([1.0, 3.0])


def test_a_gate_is_read_back_as_it_was_written() -> None:
    gate = Gate(Logistic(-1.5, {"x": 2.25}), Logistic(0.5, {"x": 1.0, "y": -3.0}), 0.4, 0.15)
    assert read_gate(gate_json(gate, "storyline evaluate --fit", {"auroc": 0.9})) == gate


def test_a_story_whose_phrasings_teach_is_judged_by_weights_of_its_own() -> None:
    gate = Gate(Logistic(-3.0, {}), Logistic(3.0, {}), 0.4, 0.15)
    assert gate.probability({"taught": 0.0}) < 0.1 < 0.9 < gate.probability({"taught": 1.0})


def test_the_kept_gate_knows_every_feature_and_orders_the_tiers() -> None:
    gate = load_gate()
    assert set(gate.page.coefficients) == set(FEATURES) | set(PRODUCTS)
    assert set(gate.taught.coefficients) == set(FEATURES) | set(TAUGHT) | set(PRODUCTS)
    assert gate.hedge_from < gate.answer_from
    assert gate.tier(1.0) is Tier.ANSWER
    assert gate.tier((gate.hedge_from + gate.answer_from) / 2) is Tier.HEDGE
    assert gate.tier(0.0) is Tier.REFUSE
