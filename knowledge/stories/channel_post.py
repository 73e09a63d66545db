"""A post of the channel as a story: its page format where it has one, else a headline and paragraphs."""

from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.errors import InvalidStory, UnreadableInput
from knowledge.language.sentences import sentences_of
from knowledge.language.text import clean
from knowledge.model.story import Block, BlockKind, Picture, Section, Story
from knowledge.stories.page_text import read_page_text
from knowledge.stories.slug import slug_of
from knowledge.stories.story_language import main_language

LONGEST_HEADLINE = 250  # characters; a longer first line is text, of which the first sentence stands as headline


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a post stands. `handle` is the channel's "@name", `photo` Telegram's file id."""

    title: str | None
    handle: str | None
    url: str | None
    at: datetime
    photo: str | None = None


def story_of_post(text: str, posted: Posted) -> Story | None:
    """The story of a post, however thin; None where it has no words."""
    try:
        story = read_page_text(text)
    except (UnreadableInput, InvalidStory):
        story = None
    if story is None or len(story.title) > LONGEST_HEADLINE or not is_visible(story.title):
        story = plain_story(text)
    if story is None:
        return None
    picture = story.picture
    if posted.photo:
        picture = replace(picture or Picture(None, None), file_id=posted.photo)
    return replace(
        story,
        channel=story.channel or posted.handle,
        channel_title=story.channel_title or posted.title,
        url=story.url or posted.url,
        published=story.published or posted.at,
        picture=picture,
    )


def plain_story(text: str, *, url: str | None = None) -> Story | None:
    """A text without any format: the first line is the headline, the next the lead, each other line a paragraph."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [line for line in lines if is_visible(line)]
    if not lines:
        return None
    if len(lines[0]) > LONGEST_HEADLINE:
        headline = short_opening(lines[0])
        lines[:1] = [headline, lines[0][len(headline) :].strip()]
    paragraphs = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines[2:])
    return Story(
        slug=slug_of(lines[0], url),
        language=main_language(" ".join(lines)),
        title=lines[0],
        lead=lines[1] if len(lines) > 1 else None,
        sections=(Section(None, paragraphs),) if paragraphs else (),
        url=url,
    )


def short_opening(line: str) -> str:
    """The first sentence of a long line, or as many of its words as a headline may have."""
    first = sentences_of(line)[:1]
    if first and line.startswith(first[0]) and len(first[0]) <= LONGEST_HEADLINE:
        return first[0]
    cut = line[:LONGEST_HEADLINE].rpartition(" ")[0]
    return cut or line[:LONGEST_HEADLINE]


def is_visible(line: str) -> bool:
    """Whether there is anything to see in it."""
    return bool(clean(line).strip())
