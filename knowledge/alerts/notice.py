"""What an alert shows of an item: headline, lead, key facts, two questions; each a piece of the story as it stands."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.language.detect import language_of
from knowledge.language.sentences import sentences_of
from knowledge.language.text import clean
from knowledge.model.alert import Formatted, Item, ItemState, Mark, Notice
from knowledge.model.answer import StoryCard, Suggestion
from knowledge.model.story import Block, BlockKind, Story, Unit, UnitKind

FIGURE = re.compile(r"[$€£₴%]|\d")
LEANING = re.compile(
    r"(?:The (?:company|firm|same|latter)|It|Its|This|That|They|These|Those|He|She|His|Her|Their|There|But|And|So|Then"
    r"|Компанія|Фірма|Це|Цей|Ця|Ці|Він|Вона|Воно|Вони|Його|Її|Їхн\w*|Але|І|Й|Та|Тож|Тоді|Компания|Это|Он|Она|Они|Но|И)\b"
)
MOST_FACTS = 6
MOST_QUESTIONS = 2


def notice_of(item: Item, story: Story, revision: int, units: tuple[Unit, ...]) -> Notice:
    """The notice of `item` from its story; a channel post that is no page text is shown whole."""
    notice = Notice(
        item=item.id,
        version=item.version,
        card=StoryCard.of(story, revision),
        title=as_posted(story.title, item.post),
        questions=tuple(questions_of(story, units)),
        photo=item.photo or (story.picture.file_id or story.picture.url if story.picture else None),
        withdrawn=item.state is ItemState.WITHDRAWN,
    )
    if item.post and not is_page(story) and (end := end_of(story.title, item.post.text)):
        title = trimmed(item.post, 0, end) or notice.title
        return replace(notice, title=title, body=trimmed(item.post, end, len(item.post.text)))
    pieces = plain_text(story) if is_plain(story) else key_facts(story)
    return replace(
        notice,
        lead=as_posted(story.lead, item.post) if story.lead else None,
        facts=tuple(as_posted(piece, item.post) for piece in pieces),
    )


def is_page(story: Story) -> bool:
    """Whether a post is in the format of the channel's pages, of which an alert shows the key facts."""
    return story.minutes is not None or bool(story.faq) or story.source is not None


def end_of(title: str, text: str) -> int | None:
    """Where the headline ends in the post; None where it does not begin with it.

    The story's headline is tidier than the post's: white space, and characters that cannot be seen, may differ.
    """
    first = re.match(r"\s*\S.*", text)
    if first and clean(first.group()).split() == clean(title).split():
        return first.end()
    found = re.match(r"\s*" + r"\s+".join(map(re.escape, title.split())), text)
    return found.end() if found else None


def trimmed(post: Formatted, start: int, end: int) -> Formatted | None:
    """What a post says from `start` to `end`, without white space around it; None where that is nothing."""
    part = post.text[start:end]
    first = start + len(part) - len(part.lstrip())
    text = part.strip()
    return Formatted(text, tuple(clipped(post.marks, first, first + len(text)))) if text else None


def is_plain(story: Story) -> bool:
    """Whether it is a text without headings, lists and authored facts: a short post or a feed's entry."""
    return all(
        section.heading is None
        and all(block.kind is BlockKind.PARAGRAPH and not block.facts for block in section.blocks)
        for section in story.sections
    )


def plain_text(story: Story) -> list[str]:
    """Every paragraph of a plain story."""
    return [block.text for section in story.sections for block in section.blocks]


def key_facts(story: Story) -> list[str]:
    """Up to MOST_FACTS pieces in the story's order: what opens each section, lists, sentences with figures, the rest.

    The part before the first heading tells the lead again and is left out where there are headings.
    """
    headed = [section for section in story.sections if section.heading]
    ranked: list[tuple[int, int, str]] = []  # (rank, place, text)
    for section in headed or story.sections:
        for number, block in enumerate(section.blocks):
            for rank, text in pieces_of(block, opens_section=number == 0):
                if text != story.title and not text.endswith(":"):  # what leads over to a list says nothing alone
                    ranked.append((rank, len(ranked), text))
    best = sorted(ranked)[:MOST_FACTS]
    return [text for _, _, text in sorted(best, key=lambda entry: entry[1])]


def pieces_of(block: Block, *, opens_section: bool) -> Iterator[tuple[int, str]]:
    """The pieces of a block that can stand alone, each with its rank, 0 first: a list's line with its name, a
    paragraph's first sentence, and those with figures that do not lean on the sentence before."""
    if block.kind is not BlockKind.PARAGRAPH:
        yield 1, f"{block.name}: {block.text}" if block.name else block.text
        return
    sentences = tuple(fact.text for fact in block.facts) or sentences_of(block.text) or (block.text,)
    yield 0 if opens_section else 2, sentences[0]
    for sentence in sentences[1:]:
        if FIGURE.search(sentence) and not LEANING.match(sentence):
            yield 1, sentence


def questions_of(story: Story, units: tuple[Unit, ...]) -> Iterator[Suggestion]:
    """Up to two questions that the story answers, its own FAQ first, in its own language."""
    found = 0
    for unit in sorted(units, key=lambda unit: unit.kind is not UnitKind.FAQ):
        asks = (ask for ask in unit.asks if ask.endswith("?") and language_of(ask, story.language) == story.language)
        question = unit.question or next(asks, None)
        if question and found < MOST_QUESTIONS:
            found += 1
            yield Suggestion(question, story.slug, unit.key)


def as_posted(piece: str, post: Formatted | None) -> Formatted:
    """The piece with the marks that it has in the channel post, where it stands there word for word."""
    start = post.text.find(piece) if post and post.marks else -1
    if post is None or start < 0:
        return Formatted(piece)
    return Formatted(piece, tuple(clipped(post.marks, start, start + len(piece))))


def clipped(marks: tuple[Mark, ...], start: int, end: int) -> Iterator[Mark]:
    """The parts of `marks` between `start` and `end`, counted from `start`."""
    for mark in marks:
        first, last = max(mark.offset, start), min(mark.offset + mark.length, end)
        if first < last:
            yield replace(mark, offset=first - start, length=last - first)
