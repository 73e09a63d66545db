"""What is said around a question is taken off, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.reading.courtesies import without_courtesies
from knowledge.language.text import clean


@pytest.mark.parametrize(
    ("typed", "plain", "asserts"),
    [
        ("Could you please tell me who buys the cranes?", "who buys the cranes?", False),
        ("I wonder how big the bill is", "how big the bill is", False),
        ("Hi there! do you know when it opens?", "when it opens?", False),
        ("Explain the term to me like I'm 12", "Explain the term", False),
        ("As an investor I'd like to know what a client brings.", "what a client brings.", False),
        ("Is it true that the port was sold?", "the port was sold?", True),
        ("The port was sold in May, wasn't it?", "The port was sold in May?", True),
        ("Добрий день! Підкажіть, будь ласка, скільки коштує кран?", "скільки коштує кран?", False),
        ("Невже порт продали?", "порт продали?", True),
        ("Правда ли, что порт продали в мае?", "порт продали в мае?", True),
        ("Порт продали, не так ли?", "Порт продали?", True),
    ],
)
def test_courtesies_are_taken_off(typed: str, plain: str, asserts: bool) -> None:
    assert without_courtesies(typed) == (plain, asserts)


@pytest.mark.parametrize("typed", ["why?", "thank you", "Is it right?", "Who was right?", "Could a firm buy one?", ""])
def test_what_is_hardly_more_than_a_courtesy_stays(typed: str) -> None:
    assert without_courtesies(typed) == (typed, False)


@given(st.text(max_size=200))
def test_what_is_left_is_a_piece_of_what_was_typed(typed: str) -> None:
    text = clean(typed)
    assert without_courtesies(text).text.removesuffix("?") in text
