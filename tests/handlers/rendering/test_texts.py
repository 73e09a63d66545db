"""The locales: plural forms, and what a missing text does."""

import pytest

from handlers.rendering.fluent import Formatter, UnknownText, parse_message, plural_category
from handlers.rendering.texts import Texts, interface_language


@pytest.mark.parametrize(
    ("number", "category"),
    [
        (1, "one"),
        (21, "one"),
        (101, "one"),
        (2, "few"),
        (4, "few"),
        (22, "few"),
        (1002, "few"),
        (0, "many"),
        (5, "many"),
        (11, "many"),
        (12, "many"),
        (14, "many"),
        (25, "many"),
        (111, "many"),
        (112, "many"),
    ],
)
def test_ukrainian_plurals_have_three_forms(number: int, category: str) -> None:
    assert plural_category("uk", number) == category


def test_an_exact_number_goes_before_its_plural_form() -> None:
    pattern = parse_message("found = { $n ->\n    [0] nothing\n    [one] one\n   *[other] { $n } things\n}")
    said = [Formatter("en", {"n": n}, str).pattern(pattern) for n in (0, 1, 2)]
    assert said == ["nothing", "one", "2 things"]


def test_values_are_escaped_in_markup_and_left_alone_in_plain_text() -> None:
    texts = Texts("en")
    assert texts("answer-read-as", question="a<b") == "Showing results for “a<b”."
    assert texts.html("answer-read-as", question="a<b") == "Showing results for “a&lt;b”."


def test_a_missing_text_or_value_is_an_error_and_not_an_empty_line() -> None:
    with pytest.raises(UnknownText):
        Texts("en")("no-such-text")
    with pytest.raises(UnknownText):
        Texts("en")("answer-read-as")


@pytest.mark.parametrize(
    ("code", "language"), [("uk", "uk"), ("ru", "uk"), ("en-GB", "en"), ("de", "en"), (None, "en"), ("", "en")]
)
def test_the_interface_follows_telegrams_language(code: str | None, language: str) -> None:
    assert interface_language(code) == language
