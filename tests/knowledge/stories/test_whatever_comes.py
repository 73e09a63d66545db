"""Whatever comes in, either a sound story or a StorylineError comes out."""

from contextlib import suppress

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.errors import StorylineError
from knowledge.model.story import Story, UnitKind
from knowledge.stories.as_json import story_json
from knowledge.stories.lint import lint
from knowledge.stories.page_text import read_page_text
from knowledge.stories.reading import FORMATS, read_bytes
from knowledge.stories.units import units_of
from tests.knowledge.stories.page_texts import page

LINES = st.sampled_from(
    [
        "AI Read the original on Wired 2 min read 1", "A museum of clocks", "It opened on Monday. It is loud.", "FAQ",
        "Is it open?", "Every day.", "  • Ann Lee: Gave two.", "1. Wind it.", "Telegram", "@clocks_bern",
        "Receive alerts for posts in «AI»",
        "Отримуйте сповіщення про публікації в «ШІ»", "Fresh news on our Telegram", "", "A hall.",
        "A hall. · Image source: Wired",
        "Поширені запитання", "Чи відчинено?", "Так, у 2024 р. теж.", "https://example.org/?a=b&c", "{", "[[faq]]",
        'title = "x"', "a,b", "<p>", "&amp;", "\ufeff", "\u00a0", "\u2028", "«", "2 min read",
    ]
)  # fmt: skip
PAGES = st.lists(LINES | st.text(max_size=30), max_size=25).map("\n".join)
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def insist_on_soundness(story: Story) -> None:
    """What holds for every story that any reader gives."""
    assert story.title == " ".join(story.title.split()) != ""
    assert 1 <= len(story.slug) <= 64
    assert set(story.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    units = units_of(story)
    assert len({unit.key for unit in units}) == len(units)
    whole = [story.title, story.lead, *(entry.answer for entry in story.faq)]
    whole += [
        f"{block.name}: {block.text}" if block.name else block.text
        for section in story.sections
        for block in section.blocks
    ]
    for unit in units:
        assert unit.text.strip() == unit.text != ""
        assert unit.kind is UnitKind.FURNITURE or any(unit.text in text for text in whole if text)
    assert all(entry.question and entry.answer for entry in story.faq)
    str(story_json(story)).encode()
    lint(story)


@given(PAGES)
@example("AI Read the original on Wired 2 min read 1\nA\n@abcd")
@SETTINGS
def test_any_page_gives_a_sound_story_or_one_sentence(text: str) -> None:
    with suppress(StorylineError):
        insist_on_soundness(read_page_text(text))


@given(PAGES)
@SETTINGS
def test_blank_lines_and_line_ends_never_matter(text: str) -> None:
    def read(changed: str) -> Story | str:
        try:
            return read_page_text(changed)
        except StorylineError as error:
            return str(error)

    once = read(text)
    assert read(text.replace("\n", "\r\n")) == once
    assert read(text.replace("\n", " \n\n ")) == once


@given(PAGES.map(str.encode) | st.binary(max_size=200), st.sampled_from([None, *FORMATS]))
@example(b"\xff\xfe\x00\xd8", None)
@example(b"[" * 5000, "faq")
@example(b'{"question":"a?","answer":"\\ud800"}', "faq")
@SETTINGS
def test_any_bytes_in_any_format_give_sound_stories_or_one_sentence(data: bytes, format: str | None) -> None:
    try:
        reading = read_bytes(data, name="x", format=format)
    except StorylineError as error:
        sentence = str(error)
    else:
        sentence = reading.described
        for story in reading.stories:
            insist_on_soundness(story)
    assert sentence
    assert "\n" not in sentence


@given(st.integers(0, 3000), st.binary(max_size=4), st.sampled_from(["seawall.en", "battery.uk"]))
@SETTINGS
def test_a_damaged_page_gives_a_sound_story_or_one_sentence(at: int, damage: bytes, name: str) -> None:
    data = page(name).encode()
    with suppress(StorylineError):
        insist_on_soundness(read_bytes(data[:at] + damage + data[at + 2 :], name="x.txt").stories[0])
