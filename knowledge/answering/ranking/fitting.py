"""Fits the gate: logistic regression by Newton's method, in plain Python."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from knowledge.answering.ranking.confidence import Gate, Logistic, term

_RIDGE = 1.0
_STEPS = 25
_SETTLED = 1e-6


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one attempt, whether its story does answer the question, and how much the example counts."""

    features: Mapping[str, float]
    answered: bool
    weight: float = 1.0
    story: str = ""  # slug


def fit(examples: Sequence[Example], names: Sequence[str]) -> Logistic:
    """What fits `examples` best under a ridge penalty; raises ValueError without both sorts of examples."""
    if len({example.answered for example in examples}) < 2:
        raise ValueError("a gate is fitted on answered and unanswered questions together")
    rows = [
        ([1.0] + [term(example.features, name) for name in names], float(example.answered), example.weight)
        for example in examples
    ]
    size = len(names) + 1
    beta = [0.0] * size
    for _ in range(_STEPS):
        gradient = [0.0] + [-_RIDGE * value for value in beta[1:]]
        hessian = [[_RIDGE if i == j and i > 0 else 0.0 for j in range(size)] for i in range(size)]
        for row, answered, weight in rows:
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, sum(b * x for b, x in zip(beta, row, strict=True))))))
            error = weight * (answered - chance)
            bend = weight * chance * (1 - chance)
            for i, x in enumerate(row):
                if x:
                    gradient[i] += error * x
                    line, scaled = hessian[i], bend * x
                    for j, other in enumerate(row):
                        line[j] += scaled * other
        step = solve(hessian, gradient)
        beta = [value + change for value, change in zip(beta, step, strict=True)]
        if max(abs(change) for change in step) < _SETTLED:
            break
    return Logistic(beta[0], dict(zip(names, beta[1:], strict=True)))


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a small system of linear equations, by Gauss's elimination with pivots."""
    size = len(right)
    rows = [[*matrix[i], right[i]] for i in range(size)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda i: abs(rows[i][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for i in range(size):
            if i != column and rows[column][column]:
                factor = rows[i][column] / rows[column][column]
                rows[i] = [value - factor * top for value, top in zip(rows[i], rows[column], strict=True)]
    return [rows[i][size] / rows[i][i] if rows[i][i] else 0.0 for i in range(size)]


def gate_json(gate: Gate, command: str, figures: Mapping[str, float]) -> str:
    """The gate as it is kept, with the command that fitted it and what it reached."""
    shape = {
        "fitted_by": command,
        "figures": {name: round(value, 4) for name, value in figures.items()},
        "page": _shape(gate.page),
        "taught": _shape(gate.taught),
        "answer_from": gate.answer_from,
        "hedge_from": gate.hedge_from,
    }
    return json.dumps(shape, indent=2) + "\n"


def _shape(fitted: Logistic) -> dict[str, object]:
    coefficients = {name: round(value, 4) for name, value in fitted.coefficients.items()}
    return {"intercept": round(fitted.intercept, 4), "coefficients": coefficients}
