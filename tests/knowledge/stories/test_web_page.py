"""Web pages with and without schema.org's words."""

import json
import time
from datetime import UTC, datetime

import pytest

from knowledge.errors import InvalidStory, UnreadableInput
from knowledge.model.story import BlockKind, FaqEntry, Picture
from knowledge.stories.web_page import read_web_page

ARTICLE = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Wired", "url": "https://example.org/"},
        {"@type": "Organization", "@id": "https://example.org/#us", "name": "Wired"},
        {
            "@type": ["NewsArticle", "Thing"],
            "headline": "A museum of clocks opens in Bern",
            "description": "Nine hundred clocks, one keeper.",
            "url": "https://example.org/news/clocks",
            "datePublished": "2026-01-05T08:00:00+02:00",
            "publisher": {"@id": "https://example.org/#us"},
            "image": {"@type": "ImageObject", "url": "https://example.org/hall.jpg", "caption": "A hall.",
                      "creditText": "Ann Lee"},
            "articleSection": ["Culture", "Cities"],
            "inLanguage": "en-GB",
            "timeRequired": "PT3M",
        },
    ],
}  # fmt: skip
FAQ = {
    "@context": "https://schema.org",
    "@type": "FAQPage",
    "mainEntity": [
        {"@type": "Question", "name": "Is it open?",
         "acceptedAnswer": {"@type": "Answer", "text": "<p>Every day &amp; night.</p>"}},
        {"@type": "Question", "name": "Who winds them?",
         "acceptedAnswer": [{"@type": "Answer", "text": "The keeper."}]},
    ],
}  # fmt: skip
BODY = """
<nav><p>Home and away</p></nav>
<article><h1>A museum of clocks opens in Bern</h1>
<p>The museum opened on <b>Mon</b>day,<br>first reported by Reuters.</p>
<script>document.write("<p>never read</p>")</script><style>p { color: red }</style>
<figure><img alt="x"><figcaption>A hall, seen from above.</figcaption></figure>
<h2>Who gave them</h2>
<ul><li>Ann Lee: <p>Gave two.</p></li><li>Bern</li></ul>
<ol><li>Wind the clock.</li><li>Wait.</li></ol>
<aside><p>Read this too.</p></aside>
</article>
<footer><p>All rights reserved.</p></footer>
"""


def web_page(*described: object, body: str = BODY, head: str = "") -> str:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in described)
    top = f"<head><title>Wired: clocks</title>{head}{scripts}</head>"
    return f"<!doctype html><html lang='en'>{top}<body>{body}</body></html>"


def test_an_article_says_of_itself_what_the_story_then_knows() -> None:
    story = read_web_page(web_page(ARTICLE, FAQ))
    assert story.title == "A museum of clocks opens in Bern"
    assert (story.slug, story.url) == ("clocks", "https://example.org/news/clocks")
    assert story.published == datetime(2026, 1, 5, 6, tzinfo=UTC)
    assert (story.source, story.category, story.language, story.minutes) == ("Wired", "Culture", "en", 3)
    assert story.picture == Picture("A hall.", "Ann Lee", "https://example.org/hall.jpg")
    assert (story.lead, story.original_reporter) == ("Nine hundred clocks, one keeper.", "Reuters")
    assert story.faq == (FaqEntry("Is it open?", "Every day & night."), FaqEntry("Who winds them?", "The keeper."))


def test_the_body_is_the_articles_text_and_nothing_around_it() -> None:
    sections = read_web_page(web_page(ARTICLE)).sections
    assert [section.heading for section in sections] == [None, "Who gave them"]
    assert [(block.kind, block.name, block.text) for section in sections for block in section.blocks] == [
        (BlockKind.PARAGRAPH, None, "The museum opened on Monday, first reported by Reuters."),
        (BlockKind.BULLET, "Ann Lee", "Gave two."),
        (BlockKind.BULLET, None, "Bern"),
        (BlockKind.NUMBERED, None, "Wind the clock."),
        (BlockKind.NUMBERED, None, "Wait."),
    ]


def test_a_page_that_says_nothing_of_itself_has_no_invented_values() -> None:
    story = read_web_page(web_page())
    assert (story.url, story.published, story.source, story.picture) == (None, None, None, None)
    assert (story.category, story.minutes, story.views, story.channel) == (None, None, None, None)
    assert story.title == "A museum of clocks opens in Bern"
    assert story.lead == "The museum opened on Monday, first reported by Reuters."


def test_the_address_it_was_fetched_from_serves_where_the_page_names_none() -> None:
    story = read_web_page(web_page(), address="https://example.org/a/bern-clocks.html?utm=1")
    assert (story.slug, story.url) == ("bern-clocks", "https://example.org/a/bern-clocks.html?utm=1")
    canonical = '<link rel="canonical" href="https://example.org/own">'
    assert read_web_page(web_page(head=canonical), address="https://example.org/a").url == "https://example.org/own"


def test_open_graph_words_serve_where_there_is_no_json() -> None:
    head = (
        '<meta property="og:title" content="Clocks"><meta property="og:site_name" content="Wired">'
        '<meta property="og:image" content="https://example.org/x.jpg"><meta property="og:url" content="https://example.org/x">'
        '<meta property="article:published_time" content="2026-01-05T08:00:00Z">'
    )
    story = read_web_page(web_page(head=head))
    assert (story.title, story.source, story.url) == ("Clocks", "Wired", "https://example.org/x")
    assert story.published == datetime(2026, 1, 5, 8, tzinfo=UTC)
    assert story.picture == Picture(None, None, "https://example.org/x.jpg")


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2026-01-05", datetime(2026, 1, 5, tzinfo=UTC)),
        ("2026-01-05T08:00:00", None),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
    ],
)
def test_a_date_that_tells_no_moment_stays_missing(given: str, published: datetime | None) -> None:
    article = {"@type": "Article", "headline": "Clocks", "datePublished": given}
    assert read_web_page(web_page(article)).published == published


def test_a_page_of_questions_alone_is_a_story() -> None:
    story = read_web_page(web_page([FAQ], body="<h1>Questions</h1>"))
    assert (story.title, story.lead, story.sections, len(story.faq)) == ("Questions", None, (), 2)


def test_questions_shown_in_the_text_too_are_read_once() -> None:
    shown = "<h2>FAQ</h2><h3>Is it open?</h3><p>Every day.</p><h3>Who winds them?</h3><p>The keeper.</p>"
    body = BODY.replace("</article>", f"{shown}</article>")
    with_json, without_json = (
        read_web_page(web_page(ARTICLE, FAQ, body=body)),
        read_web_page(web_page(ARTICLE, body=body)),
    )
    assert with_json.sections == without_json.sections == read_web_page(web_page(ARTICLE)).sections
    assert len(with_json.faq) == 2
    assert without_json.faq == (FaqEntry("Is it open?", "Every day."), FaqEntry("Who winds them?", "The keeper."))


def test_microdata_questions_are_read() -> None:
    body = """<h1>Questions</h1><div itemscope itemtype="https://schema.org/FAQPage">
    <div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">Is it open?</h3>
    <div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">
    <p itemprop="text">Every day.</p></div>
    </div></div>"""
    assert read_web_page(web_page(body=body)).faq == (FaqEntry("Is it open?", "Every day."),)


def test_the_text_in_the_description_serves_where_the_page_shows_none() -> None:
    article = {"@type": "Article", "headline": "Clocks", "articleBody": "The museum opened.\n\nIt is loud."}
    story = read_web_page(web_page(article, body="<div id=app></div>"))
    assert (story.lead, [block.text for block in story.sections[0].blocks]) == ("The museum opened.", ["It is loud."])


def test_text_without_paragraphs_is_read_by_its_line_breaks() -> None:
    story = read_web_page(web_page(body="<h1>Clocks</h1><div>The museum opened.<br>It is loud.</div>"))
    assert (story.lead, story.sections[0].blocks[0].text) == ("The museum opened.", "It is loud.")


def test_a_broken_description_is_left_out() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert read_web_page(web_page(head=broken + deep)).title == "A museum of clocks opens in Bern"


def test_half_a_question_is_refused() -> None:
    half = {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Is it open?"}]}
    with pytest.raises(InvalidStory, match="has no answer"):
        read_web_page(web_page(ARTICLE, half))


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InvalidStory, match="half a character"):
        read_web_page(web_page({"@type": "Article", "headline": "Clocks \ud800"}))


@pytest.mark.parametrize(
    "html", ["<html></html>", "<html><body><p></p></body></html>", "<html><title>Clocks</title></html>"]
)
def test_a_page_without_title_or_text_is_refused(html: str) -> None:
    with pytest.raises(UnreadableInput):
        read_web_page(html)


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<select><option>", "<p ", "<"])
def test_a_page_built_to_take_for_ever_does_not(piece: str) -> None:
    attributes = " ".join(f"a{number}=1" for number in range(50_000)) if piece == "<p " else ""
    started = time.perf_counter()
    with pytest.raises(UnreadableInput):
        read_web_page(f"<html>{piece * 100_000}{attributes}")
    assert time.perf_counter() - started < 3
