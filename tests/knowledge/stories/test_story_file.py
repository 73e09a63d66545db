"""Authored stories, and what is said of their mistakes."""

from datetime import UTC, datetime

import pytest

from knowledge.errors import InvalidStory, UnreadableInput
from knowledge.model.story import Block, BlockKind, Fact, FaqEntry, Name, Picture, Section
from knowledge.stories.story_file import read_story_file
from knowledge.stories.units import units_of

STORY = """
language = "en"
title = "A museum of clocks opens in Bern"
category = "Culture"
source = "Wired"
original_reporter = "Reuters"
minutes = 2
views = 1
channel = "@clocks_bern"
channel_title = "Clocks"
url = "https://example.org/news/museum-of-clocks.html"
published = 2026-01-01T02:30:00+02:00

[picture]
alt = "A round hall."
credit = "Ann Lee"

[[names]]
name = "Bern"
kind = "place"
aliases = ["Берн"]

[[lead]]
key = "opening"
text = "The museum opened on Monday."
asks = ["When did it open?"]
[[lead]]
key = "clocks"
text = "It reportedly holds nine\u00a0hundred  clocks."

[[sections]]
[[sections.blocks]]
kind = "paragraph"
[[sections.blocks.facts]]
key = "oldest"
text = "The oldest clock was built in 1391."
[[sections.blocks.facts]]
key = "monk"
text = "A monk built it."

[[sections]]
heading = "Who gave them"
[[sections.blocks]]
kind = "bullet"
name = "Ann Lee"
[[sections.blocks.facts]]
key = "ann-lee"
text = "Gave two."
asks = ["What did Ann Lee give?"]

[[faq]]
key = "hours"
question = "When is it open?"
answer = "Every day."
asks = ["opening hours"]
"""


def test_every_key_of_a_story_file_is_read() -> None:
    story = read_story_file(STORY)
    assert story.slug == "museum-of-clocks"
    assert (story.language, story.category, story.source, story.original_reporter) == (
        "en",
        "Culture",
        "Wired",
        "Reuters",
    )
    assert (story.minutes, story.views, story.channel, story.channel_title) == (2, 1, "@clocks_bern", "Clocks")
    assert story.published == datetime(2026, 1, 1, 0, 30, tzinfo=UTC)
    assert story.picture == Picture("A round hall.", "Ann Lee")
    assert story.names == (Name("Bern", ("Берн",), "place"),)
    assert story.lead == "The museum opened on Monday. It reportedly holds nine hundred clocks."
    assert story.lead_facts[0] == Fact("opening", "The museum opened on Monday.", ("When did it open?",))
    bullet = Block(
        BlockKind.BULLET, "Gave two.", "Ann Lee", (Fact("ann-lee", "Gave two.", ("What did Ann Lee give?",)),)
    )
    assert story.sections[1] == Section("Who gave them", (bullet,))
    assert story.sections[0].blocks[0].text == "The oldest clock was built in 1391. A monk built it."
    assert story.faq == (FaqEntry("When is it open?", "Every day.", ("opening hours",), "hours"),)


def test_facts_keep_their_keys_as_units() -> None:
    keys = [unit.key for unit in units_of(read_story_file(STORY)) if not unit.key.startswith("furniture")]
    assert keys == ["title", "opening", "clocks", "oldest", "monk", "ann-lee", "hours"]


def test_the_slug_may_be_given_or_comes_from_the_title() -> None:
    assert read_story_file('slug = "own-slug"\n' + STORY).slug == "own-slug"
    without = "\n".join(line for line in STORY.splitlines() if not line.startswith("url"))
    assert read_story_file(without).slug == "a-museum-of-clocks-opens-in-bern"


@pytest.mark.parametrize(
    ("found", "instead", "sentence"),
    [
        ('title = "A museum of clocks opens in Bern"\n', "", "`title` is missing."),
        ('category = "Culture"', 'categori = "Culture"', "`categori` is not a key that a story file has."),
        ("minutes = 2", 'minutes = "two"', "`minutes`: input should be a valid integer."),
        ("minutes = 2", "minutes = -2", "`minutes`: input should be greater than or equal to 0."),
        ('channel = "@clocks_bern"', 'channel = "clocks"', "`channel` is not written as it must be."),
        ('url = "https://', 'url = "ftp://', "`url` is not written as it must be."),
        ("T02:30:00+02:00", "T02:30:00", "`published`: input should have timezone info."),
        ('text = "A monk built it."', "", "In section 1, block 1, fact 2: `text` is missing."),
        ('text = "A monk built it."', 'text = "  "', "In section 1, block 1, fact 2: `text`: is empty."),
        ('key = "monk"', 'key = "The Monk"', "In section 1, block 1, fact 2: `key` is not written as it must be."),
        ('kind = "bullet"', 'kind = "list"', "In section 2, block 1: `kind`: input should be 'paragraph', 'bullet' or"),
        ('answer = "Every day."', "", "In FAQ entry 1: `answer` is missing."),
        ('key = "monk"', 'key = "oldest"', 'The key "oldest" is used twice'),
        ('key = "monk"', 'key = "title"', 'The key "title" already names another piece'),
        ('key = "monk"', 'key = "furniture-minutes"', 'The key "furniture-minutes" already names another piece'),
        ('kind = "place"', 'kind = "city"', "In name 1: `kind`: input should be 'person'"),
    ],
)
def test_a_mistake_is_told_in_one_sentence_with_its_place(found: str, instead: str, sentence: str) -> None:
    assert found in STORY
    with pytest.raises(InvalidStory) as raised:
        read_story_file(STORY.replace(found, instead))
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


def test_several_mistakes_are_counted() -> None:
    with pytest.raises(InvalidStory, match=r"the first of 2 mistakes"):
        read_story_file(STORY.replace('category = "Culture"', "category = 1\nnothing = 2"))


@pytest.mark.parametrize("text", ["title", 'title = "a', "[[[", "a = " + "[" * 50_000, "x = 1\nx = 2"])
def test_a_text_that_is_no_toml_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^This is no readable TOML: .*\.$"):
        read_story_file(text)


def test_one_question_with_two_answers_is_refused() -> None:
    second = '\n[[faq]]\nkey = "hours-too"\nquestion = "When is it open"\nanswer = "Never."\n'
    with pytest.raises(InvalidStory, match="twice with different answers"):
        read_story_file(STORY + second)


def test_a_title_alone_is_no_story() -> None:
    with pytest.raises(InvalidStory, match="nothing else"):
        read_story_file('language = "en"\ntitle = "A museum"')
