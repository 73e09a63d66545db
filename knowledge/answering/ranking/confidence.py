"""Whether to answer, to hedge or to refuse: one gate for stories that nobody has seen."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from math import exp

IS_TAUGHT = "taught"  # the feature that is 1 where a story's phrasings teach, else 0


class Tier(StrEnum):
    """What a probability allows."""

    ANSWER = "answer"
    HEDGE = "hedge"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over features and products of two of them."""

    intercept: float
    coefficients: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """0…1."""
        total = self.intercept + sum(weight * term(features, name) for name, weight in self.coefficients.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Gate:
    """One regression for stories as a page gives them, another for those whose phrasings teach.

    `answer_from` and `hedge_from` are probabilities 0…1.
    """

    page: Logistic
    taught: Logistic
    answer_from: float
    hedge_from: float

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely the story answers, 0…1."""
        return (self.taught if features[IS_TAUGHT] else self.page).probability(features)

    def tier(self, probability: float) -> Tier:
        """What to do at this probability."""
        if probability >= self.answer_from:
            return Tier.ANSWER
        return Tier.HEDGE if probability >= self.hedge_from else Tier.REFUSE


def term(features: Mapping[str, float], name: str) -> float:
    """The value of a feature, or of a product of two: "score*kind_missing"."""
    one, _, other = name.partition("*")
    return features[one] * features[other] if other else features[one]


@cache
def load_gate() -> Gate:
    """The fitted gate of gate.json; the command that fitted it is written in the file."""
    return read_gate(files("knowledge.answering.ranking").joinpath("gate.json").read_text(encoding="utf-8"))


def read_gate(text: str) -> Gate:
    """A gate from its JSON."""
    data = json.loads(text)
    page, taught = (
        Logistic(
            float(data[name]["intercept"]),
            {str(term): float(value) for term, value in data[name]["coefficients"].items()},
        )
        for name in ("page", "taught")
    )
    return Gate(page, taught, float(data["answer_from"]), float(data["hedge_from"]))
