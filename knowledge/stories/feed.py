"""Reads RSS and Atom feeds: each entry as a story, however thin."""

import calendar
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import feedparser

from knowledge.errors import UnreadableInput
from knowledge.model.story import Block, BlockKind, Picture, Section, Story
from knowledge.stories.html_pieces import parsed, pieces_of, text_of_html
from knowledge.stories.slug import slug_of
from knowledge.stories.story_language import main_language

MOST_ENTRIES = 200


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry; `key` names it inside its feed, `digest` changes with what it says."""

    key: str
    story: Story
    digest: str


def read_feed(data: bytes) -> tuple[FeedEntry, ...]:
    """The entries of a feed, oldest first; at most MOST_ENTRIES, the newest.

    Raises UnreadableInput where it is no feed.
    """
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version:
        raise UnreadableInput("This is no RSS or Atom feed.")
    name = text_of_html(feed.feed.get("title", "")) or None
    language = str(feed.feed.get("language", ""))[:2].lower() or None
    entries = [entry_of(entry, name, language) for entry in feed.entries[:MOST_ENTRIES]]
    found = [entry for entry in entries if entry is not None]
    found.reverse()  # a feed begins with its newest entry, as a rule; those with dates say so themselves
    return tuple(sorted(found, key=lambda entry: entry.story.published or datetime.min.replace(tzinfo=UTC)))


def entry_of(entry: Mapping[str, Any], source: str | None, language: str | None) -> FeedEntry | None:
    """One entry as a story; None where it has neither headline nor text."""
    summary = paragraphs_of(str(entry.get("summary", "")))
    contents = entry.get("content") or [{}]
    content = paragraphs_of(str(contents[0].get("value", "")))
    title = text_of_html(str(entry.get("title", ""))) or next(iter(summary or content), "")[:250]
    if not title:
        return None
    texts = [*summary, *(text for text in content if text not in summary)]
    lead, body = (texts[0], texts[1:]) if texts else (None, [])
    url = str(entry.get("link", "")) or None
    told = " ".join([title, *texts])
    story = Story(
        slug=slug_of(title, url),
        language=main_language(told) if lead else language or main_language(told),
        title=title,
        lead=lead,
        category=next((text_of_html(str(tag.get("term", ""))) or None for tag in entry.get("tags", [])), None),
        source=source,
        picture=picture_of(entry),
        sections=(Section(None, tuple(Block(BlockKind.PARAGRAPH, text) for text in body)),) if body else (),
        url=url,
        published=moment_of(entry),
    )
    key = str(entry.get("id") or url or title)
    return FeedEntry(key, story, hashlib.sha256(repr((title, summary, content, url)).encode()).hexdigest()[:16])


def paragraphs_of(html: str) -> list[str]:
    """What a value that may hold HTML says, paragraph by paragraph."""
    if "<" not in html:
        text = text_of_html(html)
        return [text] if text else []
    return [piece.text for piece in pieces_of(parsed(html))]


def picture_of(entry: Mapping[str, Any]) -> Picture | None:
    """The entry's picture, from Media RSS or an enclosure."""
    media = [*entry.get("media_content", []), *entry.get("media_thumbnail", []), *entry.get("enclosures", [])]
    for one in media:
        address = str(one.get("url") or one.get("href") or "")
        kind = str(one.get("type") or one.get("medium") or "image")
        if address.startswith("http") and kind.startswith("image"):
            return Picture(None, None, url=address)
    return None


def moment_of(entry: Mapping[str, Any]) -> datetime | None:
    """When the entry says that it was published."""
    given = entry.get("published_parsed") or entry.get("updated_parsed")
    return datetime.fromtimestamp(calendar.timegm(given), UTC) if given else None
