"""What holds for every text that anybody may type."""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.model.answer import Answer, DirectAnswer
from tests.knowledge.answering.harbour import INDEX, ask

TEXTS_OF_UNITS = {entry.unit.key: entry.unit.text for entry in INDEX.units} | {
    key: unit.text for key, unit in INDEX.furniture.items()
}
WORDS = (
    "who",
    "why",
    "how",
    "much",
    "crane",
    "Tromsa",
    "pays",
    "million",
    "not",
    "of",
    "хто",
    "скільки",
    "крани",
    "почему",
)
OPERATORS = ('"', "AND", "OR", "NOT", "NEAR(", ")", "*", "^", ":", "-", "+", "{", "}", "'", "--", "/*", "%", "\x00")


def every_quotation_is_a_piece_of_its_unit(answer: Answer) -> bool:
    return all(piece.quote in TEXTS_OF_UNITS[piece.unit] for piece in getattr(answer, "evidence", ()))


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gets_an_answer_with_faithful_quotations(text: str) -> None:
    assert every_quotation_is_a_piece_of_its_unit(ask(text))


@given(st.lists(st.sampled_from([*WORDS, *OPERATORS]), max_size=12))
@settings(max_examples=150, deadline=None)
def test_words_of_the_story_in_any_order_get_faithful_quotations(words: list[str]) -> None:
    answer = ask(" ".join(words))
    assert every_quotation_is_a_piece_of_its_unit(answer)
    if isinstance(answer, DirectAnswer):
        assert answer.evidence
        assert 0 <= answer.confidence <= 1


def test_two_thousand_random_strings_raise_nothing() -> None:
    chance = random.Random(7)
    for _ in range(2000):
        text = "".join(chr(chance.randrange(1, 0x2FFF)) for _ in range(chance.randrange(1, 40)))
        assert every_quotation_is_a_piece_of_its_unit(ask(text))


def test_a_lone_surrogate_and_a_very_long_word_raise_nothing() -> None:
    ask("who \ud800 pays")
    ask("a" * 100_000)
