"""A story to look at: its card, its parts one by one, where it comes from."""

from handlers.rendering.html import Html, bold, escape, italic, lines, paragraphs, quotation, split
from handlers.rendering.post import attribution, footer, header
from handlers.rendering.texts import Texts
from knowledge.model.answer import StoryCard
from knowledge.model.story import Block, BlockKind, Section, Story

PART_UNITS = 3000  # room for headline and footer beside it


def story_card(
    story: Story, card: StoryCard, texts: Texts, opening: str | None, closing: str | None
) -> tuple[Html, ...]:
    """Category, headline, lead and footer, as the channel would announce it."""
    lead = quotation(story.lead) if story.lead else None
    return split(paragraphs(opening, header(card), lead, footer(card, texts), closing))


def story_parts(story: Story) -> tuple[Html, ...]:
    """The story's body section by section, each short enough for a message; the lead is the first part."""
    parts: list[Html] = list(split(escape(story.lead), PART_UNITS)) if story.lead else []
    for section in story.sections:
        parts.extend(split(_section(section), PART_UNITS))
    return tuple(parts) or (escape(story.title),)


def story_part(parts: tuple[Html, ...], number: int, card: StoryCard, texts: Texts) -> Html:
    """Part `number` (from 0) under the headline."""
    place = texts("browse-part", part=number + 1, parts=len(parts))
    return paragraphs(header(card), parts[number], lines(italic(place), footer(card, texts)))


def source_card(story: Story, card: StoryCard, texts: Texts) -> Html:
    """Who reported it, who passed it on, when, and how long a read it is."""
    chain = attribution(card)
    return paragraphs(
        header(card),
        lines(
            _line("source-reporter", story.original_reporter, texts),
            _line("source-outlet", story.source, texts),
            _line("source-channel", story.channel, texts),
            _line("source-published", story.published.strftime("%d.%m.%Y") if story.published else None, texts),
            texts("source-translation") if card.translation_of else None,
        ),
        texts("source-chain", chain=chain) if "→" in chain else None,
    )


def faq_page(card: StoryCard, page: int, pages: int, questions: int, texts: Texts) -> Html:
    """What stands above a page of questions; the questions themselves are buttons."""
    count = texts("browse-questions", count=questions)
    place = texts("browse-page", page=page + 1, pages=pages) if pages > 1 else None
    return paragraphs(header(card), lines(count, italic(place) if place else None))


def _section(section: Section) -> Html:
    heading = bold(section.heading) if section.heading else None
    blocks = [_block(block, number) for number, block in _numbered(section.blocks)]
    return paragraphs(heading, *_with_lists(section.blocks, blocks))


def _with_lists(blocks: tuple[Block, ...], rendered: list[Html]) -> list[Html]:
    """Members of a list stand on following lines, paragraphs apart."""
    groups: list[Html] = []
    previous: BlockKind | None = None
    for block, html in zip(blocks, rendered, strict=True):
        if block.kind is previous and block.kind is not BlockKind.PARAGRAPH:
            groups[-1] = lines(groups[-1], html)
        else:
            groups.append(html)
        previous = block.kind
    return groups


def _numbered(blocks: tuple[Block, ...]) -> list[tuple[int, Block]]:
    """Each block with its number in its list, 0 outside of one."""
    numbered, number = [], 0
    for block in blocks:
        number = number + 1 if block.kind is BlockKind.NUMBERED else 0
        numbered.append((number, block))
    return numbered


def _block(block: Block, number: int) -> Html:
    text = Html(f"{bold(block.name)}: {escape(block.text)}") if block.name else escape(block.text)
    match block.kind:
        case BlockKind.PARAGRAPH:
            return text
        case BlockKind.BULLET:
            return Html(f"• {text}")
        case BlockKind.NUMBERED:
            return Html(f"{number}. {text}")


def _line(message: str, value: str | None, texts: Texts) -> str | None:
    return texts.html(message, value=value) if value else None
