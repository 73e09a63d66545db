"""A story cut into the pieces that can be quoted."""

from collections.abc import Iterator
from datetime import datetime

from knowledge.language.sentences import sentences_of
from knowledge.model.story import Block, BlockKind, Fact, Story, Unit, UnitKind
from knowledge.stories.furniture import furniture_in


def units_of(story: Story) -> tuple[Unit, ...]:
    """Title, lead, body, FAQ answers and furniture, in that order; `paragraph` counts from 0, the title's.

    Authored facts and FAQ entries keep their keys. Others are named by place: `lead-1`, `s2-p3-1` (section 2, block 3,
    sentence 1), `faq-1`; furniture as `furniture-minutes` and so on, each only where the story knows it.
    """
    units = [Unit("title", UnitKind.TITLE, story.title)]
    if story.lead:
        units.extend(_pieces(UnitKind.LEAD, "lead", story.lead, story.lead_facts, heading=None, paragraph=1))
    paragraph = 2
    for section_number, section in enumerate(story.sections, start=1):
        for block_number, block in enumerate(section.blocks, start=1):
            units.extend(_block_units(block, f"s{section_number}-p{block_number}", section.heading, paragraph))
            paragraph += 1
    for number, entry in enumerate(story.faq, start=1):
        key = entry.key or f"faq-{number}"
        units.append(
            Unit(
                key,
                UnitKind.FAQ,
                entry.answer,
                paragraph=paragraph,
                question=entry.question,
                asks=entry.asks,
                leaves_open=entry.leaves_open,
            )
        )
        paragraph += 1
    for paragraph_of_furniture, (topic, text) in enumerate(_furniture(story), start=paragraph):
        units.append(Unit(f"furniture-{topic}", UnitKind.FURNITURE, text, paragraph=paragraph_of_furniture))
    return tuple(units)


def _pieces(
    kind: UnitKind, prefix: str, text: str, facts: tuple[Fact, ...], *, heading: str | None, paragraph: int
) -> Iterator[Unit]:
    if facts:
        for fact in facts:
            yield Unit(
                fact.key,
                kind,
                fact.text,
                heading=heading,
                paragraph=paragraph,
                asks=fact.asks,
                leaves_open=fact.leaves_open,
            )
    else:
        for number, sentence in enumerate(sentences_of(text), start=1):
            yield Unit(f"{prefix}-{number}", kind, sentence, heading=heading, paragraph=paragraph)


def _block_units(block: Block, prefix: str, heading: str | None, paragraph: int) -> Iterator[Unit]:
    if block.kind is BlockKind.PARAGRAPH:
        yield from _pieces(UnitKind.SENTENCE, prefix, block.text, block.facts, heading=heading, paragraph=paragraph)
        return
    yield Unit(
        key=block.facts[0].key if block.facts else f"{prefix}-1",
        kind=UnitKind.BULLET if block.kind is BlockKind.BULLET else UnitKind.NUMBERED,
        text=f"{block.name}: {block.text}" if block.name else block.text,
        heading=heading,
        paragraph=paragraph,
        name=block.name,
        asks=tuple(phrasing for fact in block.facts for phrasing in fact.asks),
        leaves_open=tuple(phrasing for fact in block.facts for phrasing in fact.leaves_open),
    )


def _furniture(story: Story) -> Iterator[tuple[str, str]]:
    words = furniture_in(story.language)
    if story.minutes is not None:
        yield "minutes", f"{story.minutes} {words.minutes}"
    if story.views is not None:
        yield "views", f"{words.views} {story.views}"
    if story.picture and story.picture.alt:
        yield "picture", story.picture.alt
    if story.picture and story.picture.credit:
        yield "credit", f"{words.credit} {story.picture.credit}"
    if story.channel:
        yield "channel", f"«{story.channel_title}» {story.channel}" if story.channel_title else story.channel
    if story.source:
        yield "source", f"{words.original} {story.source}"
    if story.original_reporter:
        yield "reporter", f"{words.reporter} {story.original_reporter}"
    if story.url:
        yield "link", story.url
    if story.published:
        yield "date", f"{words.published} {_date(story.published)}"
    if story.category:
        yield "category", story.category


def _date(moment: datetime) -> str:
    at_midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return f"{moment:%Y-%m-%d}" if at_midnight else f"{moment:%Y-%m-%d %H:%M} UTC"
