"""A story without its own phrasings, or without a part of them at a time, which is then asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from knowledge.model.story import Fact, FaqEntry, Section, Story

SEED = 7  # of the lot that deals the phrasings into parts
_Holder = TypeVar("_Holder", Fact, FaqEntry)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A phrasing that its story is asked without; `key` is its unit's, `answered` whether the unit answers it."""

    key: str
    text: str
    answered: bool


def left_out(story: Story, parts: int) -> Iterator[tuple[Story, tuple[LeftOut, ...]]]:
    """For each part the story without it, and the part: every phrasing is asked once, of a story without it."""
    every = [LeftOut(_key(holder), text, True) for holder in _holders(story) for text in holder.asks]
    every += [LeftOut(_key(holder), text, False) for holder in _holders(story) for text in holder.leaves_open]
    Random(SEED).shuffle(every)
    for part in range(parts):
        chosen = tuple(every[part::parts])
        yield _without(story, frozenset(chosen)), chosen


def _holders(story: Story) -> Iterator[Fact | FaqEntry]:
    yield from story.lead_facts
    for section in story.sections:
        for block in section.blocks:
            yield from block.facts
    yield from story.faq


def silenced(story: Story) -> Story:
    """The story without its phrasings."""

    def silence(holder: _Holder) -> _Holder:
        return replace(holder, asks=(), leaves_open=())

    return _changed(story, silence, silence)


def _without(story: Story, gone: frozenset[LeftOut]) -> Story:
    def thin(holder: _Holder) -> _Holder:
        key = _key(holder)
        return replace(
            holder,
            asks=tuple(text for text in holder.asks if LeftOut(key, text, True) not in gone),
            leaves_open=tuple(text for text in holder.leaves_open if LeftOut(key, text, False) not in gone),
        )

    return _changed(story, thin, thin)


def _changed(story: Story, fact: Callable[[Fact], Fact], entry: Callable[[FaqEntry], FaqEntry]) -> Story:
    """The story with each of its facts and FAQ entries changed."""

    def section(old: Section) -> Section:
        return replace(old, blocks=tuple(replace(block, facts=tuple(map(fact, block.facts))) for block in old.blocks))

    return replace(
        story,
        lead_facts=tuple(map(fact, story.lead_facts)),
        sections=tuple(map(section, story.sections)),
        faq=tuple(map(entry, story.faq)),
    )


def _key(holder: Fact | FaqEntry) -> str:
    return holder.key or ""
