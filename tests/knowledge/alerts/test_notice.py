"""What an alert shows of an item."""

from dataclasses import replace

from knowledge.alerts.identity import keys_of, plain_address
from knowledge.alerts.notice import notice_of
from knowledge.alerts.notices import Notices
from knowledge.model.alert import Formatted, Item, ItemState, Mark
from knowledge.model.story import Block, BlockKind, FaqEntry, Section, Story
from knowledge.stories.bundled_stories import bundled_stories
from knowledge.stories.units import units_of
from tests.knowledge.alerts.conftest import NOON, Newsroom, story_of

PAGE = Story(
    slug="maps",
    language="en",
    title="A room for old maps",
    lead="It holds nine hundred sheets.",
    minutes=2,
    sections=(
        Section(None, (Block(BlockKind.PARAGRAPH, "The lead told again."),)),
        Section(
            "The room",
            (
                Block(BlockKind.PARAGRAPH, "It lies under the roof. It is small."),
                Block(BlockKind.PARAGRAPH, "These stand in it:"),
                Block(BlockKind.BULLET, "Two of them.", name="Globes"),
                Block(BlockKind.PARAGRAPH, "Readers paid. They were many."),
            ),
        ),
    ),
    faq=(FaqEntry("When is it open?", "At nine."), FaqEntry("Who paid?", "Readers."), FaqEntry("Why?", "For maps.")),
)


def item_of(story: Story, post: Formatted | None = None) -> Item:
    return Item(1, story.slug, 1, ItemState.LIVE, "channel", NOON, post)


def test_a_page_gives_its_lead_its_key_facts_and_two_questions() -> None:
    notice = notice_of(item_of(PAGE), PAGE, 1, units_of(PAGE))
    assert [fact.text for fact in notice.facts] == ["It lies under the roof.", "Globes: Two of them.", "Readers paid."]
    assert [one.question for one in notice.questions] == ["When is it open?", "Who paid?"]
    assert notice.lead == Formatted("It holds nine hundred sheets.")


def test_a_post_is_shown_whole_with_its_own_formatting() -> None:
    text = "Port  opens\n\nRead it here.\nIt is short."
    post = Formatted(text, (Mark("bold", 0, 4), Mark("text_link", 21, 4, "https://x.test")))
    story = story_of("Port opens", "Read it here.", "It is short.")
    notice = notice_of(item_of(story, post), story, 1, units_of(story))
    assert notice.title == Formatted("Port  opens", (Mark("bold", 0, 4),))
    assert notice.body == Formatted("Read it here.\nIt is short.", (Mark("text_link", 8, 4, "https://x.test"),))
    assert notice.lead is None
    assert notice.facts == ()


async def test_a_reader_gets_our_translation_where_there_is_a_current_one(newsroom: Newsroom) -> None:
    original, translation = bundled_stories()[:2]
    await newsroom.stories.save(original, now=NOON, origin="bundled")
    await newsroom.stories.save(translation, now=NOON, origin="bundled")
    notices, item = Notices(newsroom.stories), item_of(original)
    assert (await notices.of(item, "uk")).title.text == translation.title
    assert (await notices.of(item, "en")).title.text == original.title
    await newsroom.stories.save(replace(original, lead="Changed."), now=NOON, origin="load")
    assert (await Notices(newsroom.stories).of(item, "uk")).title.text == original.title


def test_an_address_is_the_same_whatever_leads_to_it() -> None:
    plain = plain_address("https://www.X.test/news/a/?utm_source=tg&id=7#top")
    assert plain == plain_address("http://x.test/news/a?id=7") == "x.test/news/a?id=7"
    assert plain != plain_address("http://x.test/news/A?id=7")


def test_a_short_headline_names_no_item() -> None:
    assert keys_of(story_of("Weather"), "post:1:1", slug_is_sure=False).likely == ()
    assert keys_of(story_of("Weather"), slug_is_sure=True).sure == ("slug:weather",)
