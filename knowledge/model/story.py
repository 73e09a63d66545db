"""A story as the channel publishes it, and the pieces of it that can be quoted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BlockKind(StrEnum):
    """How a block stands on the page."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Fact:
    """One authored statement: `text` is quoted whole, `asks` are phrasings (any language) of questions it answers.

    `leaves_open` are phrasings of questions that come near it and that the whole story does not answer.
    `key` is stable across revisions, `[a-z0-9-]`, 1 to 40 characters: deep links and translations hang on it.
    """

    key: str
    text: str
    asks: tuple[str, ...] = ()
    leaves_open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a bullet or a numbered line.

    `facts` is empty for a page, whose sentences are found by splitting; in an authored story the facts' texts joined
    by single spaces are `text`, exactly.
    """

    kind: BlockKind
    text: str
    name: str | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; the part before the first heading has none."""

    heading: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """A question with its answer. `key` is stable when authored, None where the source gives none."""

    question: str
    answer: str
    asks: tuple[str, ...] = ()
    key: str | None = None
    leaves_open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """What the page says of its picture; never the picture itself. `file_id` is Telegram's, `url` the web's."""

    alt: str | None
    credit: str | None
    url: str | None = None
    file_id: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A person, company, product or place of the story, with other ways in which readers may write it."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None  # "person", "company", "product", "place", "outlet"


@dataclass(frozen=True, slots=True)
class Story:
    """One story in one language. What the source does not give is None, never invented.

    `translation_of` names the slug whose translation by us this is; its facts and FAQ entries carry the same keys.
    """

    slug: str
    language: str  # ISO 639-1: "en", "uk", "ru", …
    title: str
    lead: str | None = None
    lead_facts: tuple[Fact, ...] = ()  # authored pieces of the lead, joined by single spaces they are `lead`
    category: str | None = None
    source: str | None = None  # the outlet that the channel read: "Artificialintelligence-news"
    original_reporter: str | None = None  # whom that outlet follows: "Bloomberg"
    minutes: int | None = None
    views: int | None = None  # the page's counter
    picture: Picture | None = None
    sections: tuple[Section, ...] = ()
    faq: tuple[FaqEntry, ...] = ()
    names: tuple[Name, ...] = ()
    channel: str | None = None  # "@handle"
    channel_title: str | None = None  # "AI" in «AI»
    url: str | None = None
    published: datetime | None = None  # always UTC
    translation_of: str | None = None


class UnitKind(StrEnum):
    """What sort of quotable piece a unit is."""

    TITLE = "title"
    LEAD = "lead"
    SENTENCE = "sentence"
    BULLET = "bullet"
    NUMBERED = "numbered"
    FAQ = "faq"
    FURNITURE = "furniture"  # minutes, counter, picture, channel, link, date …: answers only a question about just that


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest piece of a story that is quoted; `text` stands in the stored story to the byte.

    `key` is unique inside its story and `[a-z0-9-]`, at most 40 characters. Units of one paragraph share `paragraph`
    and follow each other. A bullet's text begins with its name ("Tencent: …"). An FAQ unit's text is its answer.
    """

    key: str
    kind: UnitKind
    text: str
    heading: str | None = None
    paragraph: int = 0
    name: str | None = None
    question: str | None = None
    asks: tuple[str, ...] = ()
    leaves_open: tuple[str, ...] = ()
