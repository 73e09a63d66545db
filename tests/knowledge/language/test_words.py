"""Words, their places and their stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.words import words_of

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
LANGUAGES = st.sampled_from([None, "en", "uk", "ru"])


def folded(text: str, language: str | None = None) -> list[str]:
    return [word.folded for word in words_of(text, language)]


def test_a_possessive_is_the_name_itself() -> None:
    assert folded("OpenAI's and OpenAI’s") == ["openai", "and", "openai"]


def test_a_name_keeps_its_number() -> None:
    (word,) = words_of("GPT-5.5")
    assert (word.folded, word.stem, word.is_number) == ("gpt-5.5", "gpt5.5", False)
    assert words_of("GPT5")[0].stem == words_of("gpt-5")[0].stem


@pytest.mark.parametrize("written", ["data centre", "data-centers", "datacenter", "DATA CENTERS"])
def test_a_fixed_term_is_one_word_however_it_is_split(written: str) -> None:
    assert [word.stem for word in words_of(written)] == ["datacent"]


def test_the_fixed_term_spans_all_its_words() -> None:
    text = "in data  centres abroad"
    word = words_of(text)[1]
    assert text[word.start : word.end] == word.text == "data  centres"


def test_the_country_is_not_the_pronoun() -> None:
    assert [word.stem for word in words_of("US tells us; the U.S. too")] == ["usa", "tell", "us", "the", "usa", "too"]


def test_numbers_are_compared_by_value() -> None:
    words = words_of("1,000 1000 1,5 1.5 400%")
    assert [word.folded for word in words] == ["1000", "1000", "1.5", "1.5", "400"]
    assert all(word.is_number for word in words)


def test_question_words_are_stop_words_in_each_language() -> None:
    for text in ("who is the", "скільки це", "сколько это"):
        assert all(word.is_stop for word in words_of(text)), text


def test_cyrillic_words_are_stemmed_in_the_language_of_the_question() -> None:
    assert words_of("скільки платять компанії")[2].stem == words_of("яка компанія")[1].stem
    assert words_of("сколько платят компании")[2].stem == words_of("какая компания")[1].stem


@given(ANY_TEXT, LANGUAGES)
def test_places_are_true_and_in_order(text: str, language: str | None) -> None:
    end = 0
    for word in words_of(text, language):
        assert word.start >= end
        assert text[word.start : word.end] == word.text
        assert word.folded
        assert word.stem
        end = word.end
