"""Reads an authored story: TOML with facts, the questions that they answer, names and an FAQ."""

import tomllib
from collections import Counter
from datetime import UTC
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from knowledge.errors import InvalidStory, UnreadableInput
from knowledge.model.story import Block, BlockKind, Fact, FaqEntry, Name, Picture, Section, Story
from knowledge.stories.faq_pairs import Pair, entries_of
from knowledge.stories.plain_text import holds_half_characters, plain
from knowledge.stories.slug import LONGEST_SLUG, slug_of
from knowledge.stories.units import units_of


def _text(text: str) -> str:
    if holds_half_characters(text):
        raise ValueError("holds half a character")
    stored = plain(text)
    if not stored:
        raise ValueError("is empty")
    return stored


_Text = Annotated[str, AfterValidator(_text)]
_Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")]
_Slug = Annotated[str, StringConstraints(pattern=rf"^[a-z0-9-]{{1,{LONGEST_SLUG}}}$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, frozen=True, strict=True)


class _FactTable(_Table):
    key: _Key
    text: _Text
    asks: list[_Text] = []
    leaves_open: list[_Text] = []


class _BlockTable(_Table):
    kind: Literal["paragraph", "bullet", "numbered"]
    name: _Text | None = None
    facts: Annotated[list[_FactTable], Field(min_length=1)]


class _SectionTable(_Table):
    heading: _Text | None = None
    blocks: list[_BlockTable]


class _FaqTable(_Table):
    key: _Key | None = None
    question: _Text
    answer: _Text
    asks: list[_Text] = []
    leaves_open: list[_Text] = []


class _PictureTable(_Table):
    alt: _Text | None = None
    credit: _Text | None = None
    url: _Text | None = None


class _NameTable(_Table):
    name: _Text
    kind: Literal["person", "company", "product", "place", "outlet"] | None = None
    aliases: list[_Text] = []


class _StoryTable(_Table):
    slug: _Slug | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    title: _Text
    category: _Text | None = None
    source: _Text | None = None
    original_reporter: _Text | None = None
    minutes: Annotated[int, Field(ge=0, le=10_000)] | None = None
    views: Annotated[int, Field(ge=0, le=10**12)] | None = None
    channel: Annotated[str, StringConstraints(pattern=r"^@[A-Za-z]\w{3,31}$")] | None = None
    channel_title: _Text | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    published: AwareDatetime | None = None
    translation_of: _Slug | None = None
    picture: _PictureTable | None = None
    names: list[_NameTable] = []
    lead: list[_FactTable] = []
    sections: list[_SectionTable] = []
    faq: list[_FaqTable] = []


def read_story_file(text: str) -> Story:
    """The story that a TOML text holds.

    Raises UnreadableInput where it is no TOML, InvalidStory where a key is unknown, missing, of the wrong kind or used
    twice, or where a question has two answers; the sentence says where.
    """
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableInput(f"This is no readable TOML: {_reason(error)}.") from error
    try:
        table = _StoryTable.model_validate(values)
    except ValidationError as error:
        raise InvalidStory(_first_mistake(error)) from error
    return _checked(_story(table))


def _reason(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _story(table: _StoryTable) -> Story:
    return Story(
        slug=table.slug or slug_of(table.title, table.url),
        language=table.language,
        title=table.title,
        lead=_joined(table.lead) or None,
        lead_facts=_facts(table.lead),
        category=table.category,
        source=table.source,
        original_reporter=table.original_reporter,
        minutes=table.minutes,
        views=table.views,
        picture=Picture(table.picture.alt, table.picture.credit, table.picture.url) if table.picture else None,
        sections=tuple(
            Section(section.heading, tuple(_block(block) for block in section.blocks)) for section in table.sections
        ),
        faq=tuple(_entry(entry) for entry in table.faq),
        names=tuple(Name(name.name, tuple(name.aliases), name.kind) for name in table.names),
        channel=table.channel,
        channel_title=table.channel_title,
        url=table.url,
        published=table.published.astimezone(UTC) if table.published else None,
        translation_of=table.translation_of,
    )


def _block(table: _BlockTable) -> Block:
    return Block(BlockKind(table.kind), _joined(table.facts), table.name, _facts(table.facts))


def _facts(tables: list[_FactTable]) -> tuple[Fact, ...]:
    return tuple(Fact(table.key, table.text, tuple(table.asks), tuple(table.leaves_open)) for table in tables)


def _entry(table: _FaqTable) -> FaqEntry:
    return FaqEntry(table.question, table.answer, tuple(table.asks), table.key, tuple(table.leaves_open))


def _joined(tables: list[_FactTable]) -> str:
    return " ".join(table.text for table in tables)


def _checked(story: Story) -> Story:
    if not (story.lead or story.sections or story.faq):
        raise InvalidStory("The story has a title and nothing else: no lead, no sections, no FAQ.")
    authored = [fact.key for fact in story.lead_facts]
    authored += [fact.key for section in story.sections for block in section.blocks for fact in block.facts]
    authored += [entry.key for entry in story.faq if entry.key]
    for key, uses in Counter(authored).items():
        if uses > 1:
            raise InvalidStory(f'The key "{key}" is used twice; every fact and every FAQ entry needs its own.')
    for key, uses in Counter(unit.key for unit in units_of(story)).items():
        if uses > 1:
            raise InvalidStory(f'The key "{key}" already names another piece of the story; choose another.')
    entries_of(Pair(entry.question, entry.answer, f'key "{entry.key}"') for entry in story.faq)
    return story


def _first_mistake(error: ValidationError) -> str:
    """ "In section 2, block 1, fact 3: `text` is missing." """
    mistakes = error.errors(include_url=False, include_input=False, include_context=False)
    mistake = mistakes[0]
    place, key = _place(mistake["loc"])
    more = f" (the first of {len(mistakes)} mistakes)" if len(mistakes) > 1 else ""
    return f"{place}{_in_words(mistake, key)}{more}."


_SINGULAR = {"sections": "section", "blocks": "block", "facts": "fact", "faq": "FAQ entry", "names": "name"}


def _place(location: tuple[int | str, ...]) -> tuple[str, str]:
    """Where a mistake is, in words that count from 1, and the key that it is about."""
    parts: list[str] = []
    key = ""
    for step in location:
        if isinstance(step, int):
            parts.append(f"{_SINGULAR.get(key, f'`{key}`')} {step + 1}")
            key = ""
        else:
            if key:
                parts.append(f"`{key}`")
            key = step
    return (f"In {', '.join(parts)}: " if parts else ""), (f"`{key}`" if key else "it")


def _in_words(mistake: ErrorDetails, key: str) -> str:
    match mistake["type"]:
        case "missing":
            return f"{key} is missing"
        case "extra_forbidden":
            return f"{key} is not a key that a story file has"
        case "string_pattern_mismatch":
            return f"{key} is not written as it must be"
        case _:
            told = mistake["msg"].removeprefix("Value error, ")
            return f"{key}: {told[0].lower()}{told[1:]}"
