"""Errors of typing: one a word, never in numbers or short words, the same for the same seed."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from knowledge.evaluation.typing_errors import with_typing_errors


@given(st.text(), st.integers(0, 100))
def test_every_word_is_at_most_one_slip_away_from_what_was_meant(text: str, seed: int) -> None:
    typed = with_typing_errors(text, 1.0, Random(seed))
    meant, got = text.split(), typed.split()
    assert len(meant) == len(got)
    for before, after in zip(meant, got, strict=True):
        if before.isalpha():
            assert OSA.distance(before, after) <= 1


def test_numbers_and_short_words_stay_as_they_are() -> None:
    text = "in 2025 we had 1,000,000 of the 4th"
    assert with_typing_errors(text, 1.0, Random(1)) == text


def test_about_the_wished_share_of_words_is_hit_and_a_seed_repeats_it() -> None:
    text = " ".join(["supplier"] * 2000)
    typed = with_typing_errors(text, 0.3, Random(5))
    assert typed == with_typing_errors(text, 0.3, Random(5))
    assert 500 < sum(word != "supplier" for word in typed.split()) < 700


def test_an_error_in_ukrainian_is_made_on_the_ukrainian_keyboard() -> None:
    typed = {with_typing_errors("постачальник", 1.0, Random(seed)) for seed in range(60)}
    assert len(typed) > 10
    assert all("а" <= letter <= "я" or letter in "іїєґ" for word in typed for letter in word)
