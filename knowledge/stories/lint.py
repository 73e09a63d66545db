"""What an editor should know of a story before it is published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.language.sentences import sentences_of
from knowledge.model.story import Block, BlockKind, Fact, Story, Unit, UnitKind
from knowledge.stories.units import units_of

LONGEST_SENTENCE_WORDS = 60
LONGEST_TITLE = 160  # characters: a longer one is cut by most clients

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|roughly|approximately|nearly|almost|on\s+track\s+to|expected\s+to|estimated|may|might|could"
    r"|приблизно|орієнтовно|імовірно|ймовірно|за\s+оцінками|за\s+чутками|очікується|може"
    r"|примерно|ориентировочно|вероятно|предположительно|по\s+оценкам|по\s+слухам|ожидается|может)\b",
    re.IGNORECASE,
)
# These hedge only the figure that they stand before: "over $1 billion", not "over the internet".
_HEDGE_OF_NEXT = re.compile(
    r"\b(?:about|around|up\s+to|over|more\s+than|less\s+than|at\s+least|as\s+much\s+as"
    r"|близько|майже|понад|більш(?:е)?\s+ніж|щонайменше|около|почти|свыше|более\s+чем|не\s+менее)(?=\s+[$€£₴]?\d)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know; a "warning" is probably a mistake, a "note" is not.

    `place` is a unit's key, or the name of a part.
    """

    severity: Literal["warning", "note"]
    place: str
    sentence: str


def lint(story: Story) -> tuple[Remark, ...]:
    """Every remark on `story`, the story's own first, then those on its pieces in their order."""
    units = [unit for unit in units_of(story) if unit.kind is not UnitKind.FURNITURE]
    return (
        *_on_the_whole(story),
        *_on_structure(story),
        *_on_sentences(units),
        *_on_repetition(units),
        *_on_asks(story),
    )


def _on_the_whole(story: Story) -> Iterator[Remark]:
    if not story.lead:
        yield Remark("warning", "lead", "There is no lead; alerts and summaries begin with one.")
    if not story.sections and not story.faq:
        yield Remark("warning", "sections", "There is nothing under the lead, so few questions can be answered.")
    if not story.faq:
        yield Remark("note", "faq", "There are no questions and answers; readers find their way in by them.")
    if len(story.title) > LONGEST_TITLE:
        yield Remark("warning", "title", f"The title has {len(story.title)} characters; {LONGEST_TITLE} are plenty.")
    if not story.source:
        yield Remark("note", "source", "No source is named, so answers cannot say whom the channel read.")
    if not story.channel:
        yield Remark("note", "channel", "No channel is named, so answers carry no footer with its handle.")
    if not story.url:
        yield Remark("note", "url", "The story has no address, so answers cannot link to it.")
    if story.picture and not story.picture.alt:
        yield Remark("note", "picture", "The picture has no description, so nobody can ask what it shows.")


def _on_structure(story: Story) -> Iterator[Remark]:
    for number, section in enumerate(story.sections, start=1):
        if section.heading and not section.blocks:
            yield Remark("warning", f"s{number}", f'Under the heading "{section.heading}" stands nothing.')
        for block in section.blocks:
            if block.kind is not BlockKind.PARAGRAPH and len(block.facts) > 1:
                keys = ", ".join(fact.key for fact in block.facts[1:])
                sentence = f"A list line is quoted whole, so links cannot name its later keys ({keys})."
                yield Remark("note", block.facts[0].key, sentence)


def _on_sentences(units: list[Unit]) -> Iterator[Remark]:
    for unit in units:
        longest = max((len(sentence.split()) for sentence in sentences_of(unit.text)), default=0)
        if longest > LONGEST_SENTENCE_WORDS:
            yield Remark("warning", unit.key, f"A sentence has {longest} words; as an answer it is hard to read.")
        if _LOST in unit.text:
            yield Remark("warning", unit.key, "A character was lost before the text came here (it shows as \ufffd).")
        hedge = _HEDGE.search(unit.text) or _HEDGE_OF_NEXT.search(unit.text)
        if hedge and _FIGURE.search(unit.text) and unit.kind is not UnitKind.TITLE:
            yield Remark("note", unit.key, f'The figure is hedged ("{hedge.group()}"); answers keep the hedge.')


def _on_repetition(units: list[Unit]) -> Iterator[Remark]:
    first: dict[str, str] = {}
    for unit in units:
        earlier = first.setdefault(unit.text.casefold(), unit.key)
        if earlier != unit.key:
            yield Remark("warning", unit.key, f"The same words stand in {earlier} already.")


def _on_asks(story: Story) -> Iterator[Remark]:
    answers: dict[str, str] = {}
    for key, asks in _asks(story):
        for phrasing in asks:
            earlier = answers.setdefault(phrasing.casefold().rstrip("? "), key)
            if earlier != key:
                yield Remark("warning", key, f'"{phrasing}" is asked of {earlier} too; only one can answer first.')


def _asks(story: Story) -> Iterator[tuple[str, tuple[str, ...]]]:
    blocks: list[Block] = [block for section in story.sections for block in section.blocks]
    facts: list[Fact] = [*story.lead_facts, *(fact for block in blocks for fact in block.facts)]
    for fact in facts:
        yield fact.key, fact.asks
    for number, entry in enumerate(story.faq, start=1):
        yield entry.key or f"faq-{number}", (entry.question, *entry.asks)
