"""Stems: forms of a word agree, different words do not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.stems import stem_of
from knowledge.language.text import fold

HERE = Path(__file__).parent
FAMILIES = [line.split() for line in (HERE / "families_uk.txt").read_text("utf-8").splitlines()]
RUSSIAN = [line.split() for line in (HERE / "families_ru.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_ukrainian_forms_of_a_word_have_one_stem(family: list[str]) -> None:
    assert {stem_of(form, "uk") for form in family} == {stem_of(family[0], "uk")}


@pytest.mark.parametrize("family", RUSSIAN, ids=lambda family: family[0])
def test_russian_forms_of_a_word_have_one_stem(family: list[str]) -> None:
    assert {stem_of(form, "ru") for form in family} == {stem_of(family[0], "ru")}


def test_no_two_russian_families_share_a_stem() -> None:
    assert len({stem_of(family[0], "ru") for family in RUSSIAN}) == len(RUSSIAN)


def test_hardly_any_two_ukrainian_families_share_a_stem() -> None:
    stems = [stem_of(family[0], "uk") for family in FAMILIES]
    # The pairs of a verb's two aspects (купувати, купити) may, and should.
    assert len(stems) - len(set(stems)) <= 3


@pytest.mark.parametrize(
    "family",
    [
        "pay pays paid paying",
        "spend spent spending",
        "sell sold selling",
        "tell told",
        "grow grew grown growing",
        "buy bought buying",
        "lawmaker lawmakers",
        "company companies",
        "organise organizes organising",
        "centre center centres",
        "labour labor",
        "analyse analyzes",
    ],
)
def test_english_forms_of_a_word_have_one_stem(family: str) -> None:
    assert len({stem_of(form) for form in family.split()}) == 1


@pytest.mark.parametrize(
    "different",
    [
        "internal international internet",
        "university universe universal",
        "police policy",
        "organ organize",
        "experience experiment",
        "author authority",
        "engine engineer",
        "response responsible",
        "find founder",
        "likely like",
        "secretary secret",
        "public publication",
    ],
)
def test_english_words_that_only_look_alike_have_different_stems(different: str) -> None:
    words = different.split()
    assert len({stem_of(word) for word in words}) == len(words)


def test_an_apostrophe_may_be_left_out() -> None:
    assert stem_of("комп'ютер", "uk") == stem_of("компютери", "uk")


def test_russian_letters_tell_russian() -> None:
    assert stem_of("рынки") == stem_of("рынок", "ru") == "рынк"


@given(st.text(max_size=40), st.sampled_from([None, "en", "uk", "ru", "de"]))
def test_every_text_has_a_stem(text: str, language: str | None) -> None:
    folded = fold(text)
    assert isinstance(stem_of(folded, language), str)
    assert not folded or stem_of(folded, language)
