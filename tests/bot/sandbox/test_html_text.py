"""Telegram's HTML, read: what any text becomes, and that nothing can trip the reader."""

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.entities import finished, found_entities
from bot.sandbox.html_text import parse_html, utf16_length
from bot.sandbox.refusals import ApiRefusal

TEXTS = st.text(st.characters(codec="utf-8"), max_size=300)
TAGGED = st.lists(
    st.sampled_from(
        ["<b>", "</b>", "<i", ">", "<a href='", "x.org'>", "</a>", "&lt;", "&#65;", "&", "😀", " ", "<span class="]
    ),
    max_size=30,
).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=True).replace("&#x27;", "'")) == (text, [])


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_an_entity_covers_exactly_its_words(before: str, bold: str) -> None:
    visible, entities = parse_html(f"{html.escape(before)}<b>{html.escape(bold)}</b>")
    assert visible == before + bold
    covered = [(entity["offset"], entity["length"]) for entity in entities]
    assert covered == ([(utf16_length(before), utf16_length(bold))] if bold else [])


@given(TAGGED)
@settings(max_examples=500, deadline=None)
def test_any_tangle_is_read_or_refused_in_a_sentence(tangle: str) -> None:
    try:
        visible, entities = parse_html(tangle)
    except ApiRefusal as error:
        refusal = error
    else:
        text, kept = finished(visible, entities)
        assert all(0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_length(text) for entity in kept)
        return
    assert refusal.description.startswith("Bad Request: can't parse entities: ")


def test_only_four_named_references_are_known() -> None:
    assert parse_html("&lt;&gt;&amp;&quot;&nbsp;&eacute;&#1111;&#x457;")[0] == '<>&"&nbsp;&eacute;її'


def test_nested_and_special_tags_have_their_own_types() -> None:
    _, entities = parse_html(
        "<blockquote expandable><b>a</b></blockquote><tg-spoiler>b</tg-spoiler>"
        '<pre><code class="language-python">c</code></pre><a href="javascript:alert(1)">d</a>'
    )
    assert [(entity["type"], entity.get("language")) for entity in entities] == [
        ("bold", None),
        ("expandable_blockquote", None),
        ("spoiler", None),
        ("pre", "python"),
    ]


def test_a_quotation_inside_a_quotation_is_dropped() -> None:
    text, entities = parse_html("<blockquote>a<blockquote>b</blockquote></blockquote>")
    assert [entity["length"] for entity in finished(text, entities)[1]] == [2]


def test_ends_are_trimmed_and_entities_follow() -> None:
    text, entities = finished(*parse_html("  \n<b> bold </b> \n"))
    assert (text, entities) == ("bold", [{"type": "bold", "offset": 0, "length": 4}])


def test_a_hundred_entities_are_kept() -> None:
    _, entities = finished(*parse_html("<b>x</b> " * 120))
    assert len(entities) == 100


def test_commands_mentions_links_and_hashtags_are_found() -> None:
    found = found_entities("/start@some_bot see t.me/x, ask @reader about #ШІ or me@mail.org, 1/2 no")
    assert [entity["type"] for entity in found] == ["bot_command", "url", "mention", "hashtag", "email"]
