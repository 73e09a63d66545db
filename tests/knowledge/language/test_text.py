"""Text made plain and folded for comparing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.text import clean, fold

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
MARKUP = st.lists(st.sampled_from(["<", ">", "&", "amp;", "lt;", "b", "/", "!", "#60;", " ", "́", "’"]), max_size=30)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("“Azure’s” — so", '"Azure\'s" - so'),
        ("п’ять і п`ять і пʼять", "п'ять і п'ять і п'ять"),
        ("«Слово» – діло", '"Слово" - діло'),
        ("1\u00a0000\u2009км", "1 000 км"),
        ("Ｏｐｅｎ\u200bAI\ufeff", "OpenAI"),
        ("<p>Who &amp; <b>what</b>?</p>", "Who & what ?"),
        ("a\x00b\x07c", "abc"),
        ("z\u0337\u0322\u031b\u0300a\u0335\u0301lgo", "zalgo"),
        ("за\u0301мок", "замок"),
        ("one\r\n\r\n two", "one\ntwo"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
    ],
)
def test_every_letter_quote_dash_and_space_is_written_one_way(typed: str, plain: str) -> None:
    assert clean(typed) == plain


def test_letters_with_a_breve_or_dots_stay_themselves() -> None:
    assert fold("Йод Їжак ЁЛКА Ґанок Café Łódź") == "йод їжак елка ганок cafe lodz"
    assert fold("и\u0306 і\u0308") == "й ї"


def test_references_that_hide_tags_are_unwrapped_to_nothing() -> None:
    assert clean("&amp;amp;lt;b&amp;amp;gt;bold&lt;/b&gt;") == "bold"


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(MARKUP)
def test_cleaning_markup_twice_changes_nothing_more(pieces: list[str]) -> None:
    once = clean("".join(pieces))
    assert clean(once) == once


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "piece", ["<a", "&amp;", "<!--", "a\u0301\u0302\u0303", "’ ", "\u200b", "&lt;b", "ї ", "<b>x</b>"]
)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            clean(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(40_000) < 40 * max(seconds(4_000), 0.001)
