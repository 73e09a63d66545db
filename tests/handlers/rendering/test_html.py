"""Messages are split where Telegram needs it and read on as if they were whole."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rendering.html import Html, bold, escape, link, paragraphs, quotation, split, visible

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Mc", "Me"]),
    min_size=1,
    max_size=12,
)
PLAIN = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
MARKUP = st.recursive(
    PLAIN.map(escape),
    lambda inner: st.one_of(
        inner.map(bold),
        inner.map(quotation),
        st.lists(inner, min_size=1, max_size=3).map(lambda many: paragraphs(*many)),
    ),
    max_leaves=12,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def open_at_end(html: str) -> list[str]:
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^>]*>", html):
        if closing:
            assert stack.pop() == name
        else:
            stack.append(name)
    return stack


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(MARKUP, st.integers(min_value=20, max_value=120))
@settings(max_examples=150, deadline=None)
def test_parts_fit_close_their_tags_and_lose_nothing(html: Html, limit: int) -> None:
    parts = split(html, limit)
    for part in parts:
        assert units(visible(part).strip()) <= limit
        assert open_at_end(part) == []
        assert visible(part).strip()
    assert squeezed("".join(visible(part) for part in parts)) == squeezed(visible(html))


@given(PLAIN, st.integers(min_value=30, max_value=90))
@settings(max_examples=150, deadline=None)
def test_no_word_that_fits_into_a_message_is_cut(text: str, limit: int) -> None:
    words = [word for part in split(bold(text), limit) for word in visible(part).split()]
    assert words == visible(escape(text)).split()


@given(st.text(max_size=60))
def test_escaped_text_is_seen_as_it_was_typed_but_for_control_characters(text: str) -> None:
    seen = visible(escape(text))
    assert seen == "".join(
        c for c in text if c in "\t\n" or not (ord(c) < 32 or ord(c) == 127 or 0xD800 <= ord(c) < 0xE000)
    )


def test_markup_is_escaped_once() -> None:
    assert bold(bold("a < b")) == "<b><b>a &lt; b</b></b>"


def test_a_long_message_is_cut_between_paragraphs_where_the_first_part_stays_half_full() -> None:
    html = paragraphs("one " * 10, "two " * 10)
    assert [visible(part) for part in split(html, 60)] == [("one " * 10).strip(), ("two " * 10).strip()]


def test_a_quotation_longer_than_a_message_goes_on_as_a_quotation() -> None:
    first, second = split(quotation("word " * 30), 100)
    assert first.startswith("<blockquote>")
    assert second.startswith("<blockquote>")
    assert first.endswith("</blockquote>")


@pytest.mark.parametrize("grapheme", ["👩‍👩‍👧‍👦", "🇺🇦", "👍🏽", "e\u0301", "й".encode().decode(), "ї\u0300\u0301"])
def test_a_word_longer_than_a_message_is_cut_between_graphemes(grapheme: str) -> None:
    for opening in ("", "x", "xy", "xyz"):
        for part in split(escape(opening + grapheme * 40), 25):
            assert visible(part).removeprefix(opening).replace(grapheme, "") == ""


def test_a_grapheme_longer_than_a_message_is_cut_all_the_same() -> None:
    parts = split(escape("o" + "\u0301" * 300), 100)
    assert sum(len(part) for part in parts) >= 100
    assert all(units(part) <= 100 for part in parts)


def test_no_part_holds_more_than_a_hundred_entities() -> None:
    html = Html(" ".join(bold(f"word{number}") for number in range(250)))
    parts = split(html)
    assert [part.count("<b>") for part in parts] == [100, 100, 50]


def test_nothing_visible_makes_no_message() -> None:
    assert split(Html("<b> \u200b\n</b>")) == ()


def test_a_link_that_no_chat_should_open_stays_plain() -> None:
    assert link("here", "javascript:alert(1)") == "here"
    assert (
        link("here", 'https://a.example/?x=1&y="2"') == '<a href="https://a.example/?x=1&amp;y=&quot;2&quot;">here</a>'
    )
