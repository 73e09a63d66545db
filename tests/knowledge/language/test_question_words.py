"""Question words that were mistyped are read as what they are, and other words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.question_words import mended
from knowledge.language.words import words_of


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("whre are the servers", "en", "where are the servers"),
        ("hwo much does it cost?", "en", "how much does it cost?"),
        ("how mcuh is it", "en", "how much is it"),
        ("hwo sells them", "en", "who sells them"),
        ("wat is distillation", "en", "what is distillation"),
        ("скілки платить Tencent", "uk", "скільки платить Tencent"),
        ("Шо сталося?", "uk", "що сталося?"),
        ("скока тратит Tencent", "ru", "сколько тратит Tencent"),
        ("пачему отказались", "ru", "почему отказались"),
    ],
)
def test_a_mistyped_question_word_is_mended(typed: str, language: str, meant: str) -> None:
    assert mended(typed, words_of(typed, language), language)[0] == meant
    assert mended(typed, words_of(typed, language), language)[1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who sells to Whit", "en"),
        ("what were they doing then", "en"),
        ("the hot wheel", "en"),
        ("which Wham", "en"),
        ("коло на воді", "uk"),
        ("хто і коли", "uk"),
        ("кто купил акции", "ru"),
        ("", "en"),
    ],
)
def test_words_that_mean_something_stay(text: str, language: str) -> None:
    assert mended(text, words_of(text, language), language) == (text, ())


@given(st.text(max_size=60), st.sampled_from(["en", "uk", "ru"]))
def test_any_text_can_be_mended(text: str, language: str) -> None:
    again, corrections = mended(text, words_of(text, language), language)
    assert (again == text) is not bool(corrections)
