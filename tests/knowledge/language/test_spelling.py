"""Slips of the finger, the wrong keyboard, the other alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from knowledge.language.layout import swapped
from knowledge.language.transliterate import cyrillic_forms, latin_forms
from knowledge.language.typos import within_budget

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("typed", "known"),
    [("tencnet", "tencent"), ("microsft", "microsoft"), ("micorsotf", "microsoft"), ("компнія", "компанія")],
)
def test_a_slip_or_two_are_forgiven(typed: str, known: str) -> None:
    assert within_budget(typed, known) > 0.7


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("bank", "band"),
        ("gpt4", "gpt5"),
        ("model5", "model6"),
        ("house", "mouse"),
        ("tencent", "tangent"),
        ("2024", "2025"),
    ],
)
def test_short_words_numbers_and_other_first_letters_are_not(typed: str, known: str) -> None:
    assert within_budget(typed, known) == 0


@pytest.mark.parametrize(
    ("typed", "known"), [("bussiness", "business"), ("fery", "ferry"), ("олтофф", "алтофф"), ("мета", "метта")]
)
def test_a_doubled_letter_and_a_first_vowel_that_sounds_alike_are_slips(typed: str, known: str) -> None:
    assert within_budget(typed, known) > 0


@given(WORDS, WORDS)
def test_similarity_is_the_same_both_ways_and_in_range(one: str, other: str) -> None:
    assert within_budget(one, other) == within_budget(other, one)
    assert 0 <= within_budget(one, other) <= 1
    assert within_budget(one, one) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ghbdsn", "привіт"),
        ("ghbdtn", "привет"),
        ("rnj", "кто"),
        ("цру", "whe"),
        ("црщ", "who"),
        ("Еутсуте", "Tencent"),
    ],
)
def test_another_keyboard_is_read_back(typed: str, meant: str) -> None:
    assert meant in swapped(typed)


@given(st.text("абвгдежзийклмнопрстуфхцчшщьюяєії ", max_size=20).map("так {}".format))
def test_ukrainian_survives_the_english_keyboard_and_back(text: str) -> None:
    assert text in swapped(swapped(text)[0])


@given(st.text("abcdefghijklmnopqrstuvwxyz ", min_size=1, max_size=20).filter(str.strip))
def test_english_survives_both_cyrillic_keyboards_and_back(text: str) -> None:
    assert all(text in swapped(reading) for reading in swapped(text))


@given(st.text(max_size=40))
def test_any_text_has_readings_of_its_length(text: str) -> None:
    assert all(len(reading) == len(text) for reading in swapped(text))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("тенсент", "tencent"),
        ("майкрософт", "microsoft"),
        ("байтданс", "bytedance"),
        ("антропік", "anthropic"),
        ("сингапур", "singapore"),
        ("мейтуань", "meituan"),
        ("гугл", "google"),
        ("діпсік", "deepseek"),
        ("альтхофф", "althoff"),
        ("блумберг", "bloomberg"),
        ("зеленський", "zelensky"),
    ],
)
def test_a_cyrillic_name_comes_within_two_slips_of_its_latin_spelling(written: str, name: str) -> None:
    assert min(OSA.distance(form, name) for form in latin_forms(written)) <= 2


def test_a_latin_name_is_written_in_cyrillic() -> None:
    assert "тенсент" in cyrillic_forms("tencent")


@given(st.text(max_size=30))
def test_any_word_has_few_spellings(word: str) -> None:
    assert 1 <= len(latin_forms(word)) <= 24
    assert 1 <= len(cyrillic_forms(word)) <= 24
