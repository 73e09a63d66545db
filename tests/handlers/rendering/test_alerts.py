"""Alerts as messages: nothing is refused, and what is seen is what was published, whatever that is."""

import random
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bot.sandbox.html_text import parse_html
from handlers.rendering.alert import CAPTION_UNITS, alert_text, digest_text
from handlers.rendering.formatted import cut, formatted_html, units
from handlers.rendering.html import MESSAGE_UNITS, visible
from handlers.rendering.texts import texts_in
from knowledge.alerts.notice import notice_of
from knowledge.model.alert import Formatted, Item, ItemState, Mark, Notice
from knowledge.model.answer import StoryCard
from knowledge.stories.channel_post import Posted, story_of_post
from knowledge.stories.units import units_of

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ENGLISH, UKRAINIAN = texts_in("en"), texts_in("uk")
ODD = [
    "<b>",
    "</i>",
    "&amp;",
    "&",
    '"',
    "\u202e",
    "\u200f",
    "😀",
    "👩‍👩‍👧",
    "<blockquote",
    "]]>",
    "\u0301",
    "«ї»",
    " ",
    "\n",
]
MARKS = ("bold", "italic", "underline", "strikethrough", "spoiler", "code", "text_link", "custom_emoji", "blockquote")


def notice(
    title: str, lead: str | None = None, *facts: str, body: str | None = None, photo: str | None = None
) -> Notice:
    card = StoryCard("s", 1, "en", title, "AI", "The Gazette", "Bloomberg", 2, "@ai", "AI", "https://x.test/a?b=1&c=2")
    return Notice(
        1,
        1,
        card,
        Formatted(title),
        Formatted(lead) if lead else None,
        tuple(map(Formatted, facts)),
        Formatted(body) if body else None,
        photo=photo,
    )


def odd_text(chance: random.Random, longest: int) -> str:
    """Words, markup, and whatever else people paste."""
    pieces: list[str] = []
    length, wanted = 0, chance.randint(1, longest)
    while length < wanted:
        word = (
            chance.choice(ODD)
            if chance.random() < 0.2
            else "".join(chance.choices("abcdeжцїq", k=chance.randint(1, 12)))
        )
        pieces.append(word)
        length += len(word) + 1
    return "x " + " ".join(pieces)


def same_words(text: str) -> str:
    """What can be seen of a text: white space is one, invisible control characters are gone."""
    return " ".join(text.split())


def test_a_thousand_odd_items_are_shown_as_they_were_published() -> None:
    chance = random.Random(4)
    for number in range(1_000):
        longest = chance.choice([50, 400, 3_000, 20_000])
        title, lead = odd_text(chance, 200), odd_text(chance, min(longest, 2_000))
        rest = odd_text(chance, longest)
        photo = "file" if number % 3 == 0 else None
        one = (
            notice(title, None, body=rest, photo=photo) if number % 2 else notice(title, lead, rest, rest, photo=photo)
        )
        made = alert_text(one, ENGLISH if number % 5 else UKRAINIAN)
        seen, _ = parse_html(made.html)
        shown = same_words(seen)
        assert units(seen) <= (CAPTION_UNITS if made.fits_caption else MESSAGE_UNITS)
        assert len(made.html.encode()) <= 32_768
        assert same_words(title)[:120] in shown
        for piece in (one.lead, one.body):
            if piece is not None:
                assert stands(same_words(piece.text), shown), (number, piece.text[:80])
        for fact in one.facts:
            text = same_words(fact.text)
            assert text[:20] not in shown or stands(text, shown), (number, text[:80])


def test_an_odd_post_of_the_channel_is_shown_whole_from_its_first_word_on() -> None:
    chance = random.Random(9)
    for number in range(300):
        text = odd_text(chance, chance.choice([30, 300, 3_900]))
        story = story_of_post(text, Posted("AI", "@ai", "https://t.me/ai/1", NOON))
        assert story is not None
        item = Item(1, story.slug, 1, ItemState.LIVE, "channel", NOON, Formatted(text))
        made = alert_text(notice_of(item, story, 1, units_of(story)), ENGLISH)
        seen, _ = parse_html(made.html)
        assert stands(same_words(text), same_words(seen)), (number, text[:80])


def stands(piece: str, shown: str) -> bool:
    """Whether a piece is there word for word: whole, or cut with an ellipsis."""
    if piece in shown:
        return True
    begins = shown.find(piece[:20])
    end = shown.find(" …", begins)
    return begins >= 0 and end > 0 and piece.startswith(shown[begins:end])


def test_a_short_post_is_shown_whole_and_its_formatting_kept() -> None:
    body = Formatted(
        "Read the whole story here. 😀 More <b>.",
        (Mark("bold", 9, 5), Mark("text_link", 5, 15, "https://x.test/?a=1&b=2")),
    )
    made = alert_text(
        Notice(1, 1, StoryCard("s", 1, "en", "Port"), Formatted("Port", (Mark("italic", 0, 2),)), body=body), ENGLISH
    )
    assert visible(made.html) == "Port\n\nRead the whole story here. 😀 More <b>."
    assert '<a href="https://x.test/?a=1&amp;b=2">the <b>whole</b> story</a>' in made.html


def test_a_photo_stands_above_a_short_alert_and_not_above_a_long_one() -> None:
    assert alert_text(notice("Port", "It is open.", photo="f"), ENGLISH).fits_caption
    assert alert_text(notice("Port", "It is open.", *["Fact " * 30] * 9, photo="f"), ENGLISH).fits_caption
    assert not alert_text(notice("Port", body="word " * 300, photo="f"), ENGLISH).fits_caption
    assert not alert_text(notice("Port", "It is open."), ENGLISH).fits_caption


def test_a_withdrawn_item_says_so_and_says_nothing_else() -> None:
    withdrawn = Notice(1, 2, StoryCard("s", 1, "en", "Port"), Formatted("Port"), Formatted("It burns."), withdrawn=True)
    made = alert_text(withdrawn, ENGLISH)
    assert "<s>Port</s>" in made.html
    assert "burns" not in made.html


def test_a_digest_names_every_item_or_says_how_many_more() -> None:
    few = digest_text((notice("One", "First."), notice("Two", "Second.")), ENGLISH, opening="digest-title")
    assert visible(few).startswith("2 new items\n\n• One\nFirst.\n\n• Two\nSecond.")
    many = digest_text(
        tuple(notice(f"Item {n} " + "w " * 300, "lead " * 90) for n in range(40)), UKRAINIAN, opening="digest-away"
    )
    assert "ще 28 раніше" in visible(many)
    assert units(parse_html(many)[0]) <= MESSAGE_UNITS


@given(some.text(max_size=400), some.integers(3, 300))
def test_a_cut_text_fits_and_begins_like_the_whole(text: str, room: int) -> None:
    shorter = cut(Formatted(text), room).text
    assert units(shorter) <= room
    assert text.startswith(shorter.removesuffix(" …")) or shorter == text


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    some.text(some.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=60),
    some.lists(some.tuples(some.sampled_from(MARKS), some.integers(0, 60), some.integers(1, 60)), max_size=12),
)
def test_marks_that_cross_or_lie_outside_still_make_good_html(text: str, spans: list[tuple[str, int, int]]) -> None:
    marks = tuple(Mark(kind, start, length, "https://x.test/?a&b") for kind, start, length in spans)
    html = formatted_html(Formatted("x" + text, marks))
    assert parse_html(html)[0].strip() == ("x" + text).strip()
