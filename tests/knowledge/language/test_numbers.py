"""Numbers in figures and in words, with what they measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$1 billion", 1e9, "money"),
        ("more than $1bn annually", 1e9, "money"),
        ("1 млрд доларів", 1e9, "money"),
        ("один мільярд доларів", 1e9, "money"),
        ("миллиард долларов", 1e9, "money"),
        ("one billion dollars", 1e9, "money"),
        ("half a billion euros", 5e8, "money"),
        ("2,5 млн грн", 2.5e6, "money"),
        ("US$1,250,000", 1.25e6, "money"),
        ("€20", 20, "money"),
        ("400%", 400, "percent"),
        ("400 per cent", 400, "percent"),
        ("four hundred percent", 400, "percent"),
        ("чотириста відсотків", 400, "percent"),
        ("четыреста процентов", 400, "percent"),
        ("a million users", 1e6, "count"),
        ("1 000 000", 1e6, "count"),
        ("1.000.000", 1e6, "count"),
        ("тисяча користувачів", 1000, "count"),
        ("twenty-five people", 25, "count"),
        ("two hundred and five people", 205, "count"),
        ("сто двадцять три", 123, "count"),
        ("двадцять п'ять років", 25, "duration"),
        ("5-year plan", 5, "duration"),
        ("2 хв читання", 2, "duration"),
        ("tripled", 3, "factor"),
        ("втричі", 3, "factor"),
        ("вчетверо", 4, "factor"),
        ("зросла у 4 рази", 4, "factor"),
        ("10x", 10, "factor"),
        ("in 2024", 2024, "year"),
        ("у 2024 році", 2024, "year"),
        ("July 2025", 202507, "month"),
        ("липень 2025 року", 202507, "month"),
        ("июль 2025", 202507, "month"),
        ("in July", 7, "month"),
        ("12 July 2025", 20250712, "day"),
        ("July 12, 2025", 20250712, "day"),
        ("12 липня 2025 року", 20250712, "day"),
        ("12.07.2025", 20250712, "day"),
        ("2025-07-12", 20250712, "day"),
        ("5 травня", 505, "day"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    assert [(number.value, number.unit) for number in numbers_in(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-5",
        "GPT5.5",
        "5G",
        "GPT-4o",
        "F16",
        "3D",
        "v2.0.1",
        "10:30",
        "one of them",
        "it may go",
        "the second",
        "millions of",
    ],
)
def test_no_number_is_read_from_inside_a_name_or_a_manner_of_speaking(text: str) -> None:
    assert numbers_in(text) == ()


def test_a_range_shares_its_unit() -> None:
    assert [number.unit for number in numbers_in("10-15% of $1-2 billion")] == ["percent", "percent", "money", "money"]


def test_the_currency_is_told() -> None:
    assert [number.currency for number in numbers_in("$5, 5 гривень, 5 євро, ¥5")] == ["USD", "UAH", "EUR", "CNY"]


@given(st.text(st.sampled_from("0123456789.,$% -тисmbnA:їб'’"), max_size=40) | st.text(max_size=60))
def test_places_are_true_and_in_order(text: str) -> None:
    end = 0
    for number in numbers_in(text):
        assert number.start >= end
        assert text[number.start : number.end] == number.text
        end = number.end


@given(st.from_regex(r"[a-z]{2,8}[0-9]{1,4}", fullmatch=True))
def test_digits_glued_to_letters_are_never_numbers(word: str) -> None:
    assert numbers_in(f"about {word} here") == ()
