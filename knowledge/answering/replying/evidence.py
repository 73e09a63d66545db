"""Quotations, checked when they are made: what is not in the stored story to the byte is never sent."""

from collections.abc import Iterable

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.errors import StorylineError
from knowledge.model.answer import Evidence
from knowledge.model.story import Unit


class UnfaithfulQuotation(StorylineError):
    """A quotation that is no piece of the unit it names; the answer that holds it is never sent."""


def evidence_at(index: StoryIndex, position: int) -> Evidence:
    """The unit at `position`, whole, with a note on whom its opening word means."""
    entry = index.units[position]
    return checked(
        Evidence(index.card, entry.unit.heading, entry.unit.key, entry.unit.text, index.referents[position]),
        entry.unit,
    )


def evidence_of(index: StoryIndex, positions: Iterable[int]) -> tuple[Evidence, ...]:
    """Several units, each once, in the given order."""
    return tuple(evidence_at(index, position) for position in dict.fromkeys(positions))


def furniture_evidence(index: StoryIndex, unit: Unit) -> Evidence:
    """A piece of the page around the story."""
    return checked(Evidence(index.card, None, unit.key, unit.text), unit)


def checked(evidence: Evidence, unit: Unit) -> Evidence:
    """`evidence` itself; raises UnfaithfulQuotation where its quotation is empty or not a piece of `unit`."""
    if evidence.unit != unit.key or not evidence.quote or evidence.quote not in unit.text:
        raise UnfaithfulQuotation(f"The quotation from “{evidence.unit}” is not in the stored story.")
    return evidence
