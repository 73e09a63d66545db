"""Whom a quotation's opening word means: "The company", "it", "this"; said in a note beside the quotation."""

import re

from knowledge.answering.data_files import words_in
from knowledge.answering.indexing.indexed_units import IndexedUnit
from knowledge.answering.patterns import PatternFile
from knowledge.model.answer import Referent
from knowledge.model.story import Story, UnitKind

_AT_THE_START = "^(?:{before},? )?(?P<words>{})"
_NAME = r"[A-ZА-ЯІЇЄҐ][\w’'&-]*(?: (?:of|de|van|von|the) (?=[A-ZА-ЯІЇЄҐ])| ?(?:[A-ZА-ЯІЇЄҐ0-9][\w’'&-]*))*"
_SUBJECT = re.compile(rf"^(?:[Tt]he )?(?P<name>{_NAME})")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_PATTERNS = PatternFile("referents.txt", dict.fromkeys(("company", "pronoun"), _AT_THE_START))


def referents_of(units: tuple[IndexedUnit, ...], story: Story) -> tuple[Referent | None, ...]:
    """For each unit a note on its opening word, or None where it has no such word or nothing tells whom it means."""
    return tuple(_referent(units, position, story) for position in range(len(units)))


def opens_with_referent(text: str) -> bool:
    """Whether a sentence begins with a word that points back to one before it."""
    return any(pattern.search(text) for pattern in _PATTERNS.values())


def _referent(units: tuple[IndexedUnit, ...], position: int, story: Story) -> Referent | None:
    unit = units[position].unit
    if unit.kind not in (UnitKind.SENTENCE, UnitKind.LEAD):
        return None
    of_company = _PATTERNS["company"].search(unit.text)
    match = of_company or _PATTERNS["pronoun"].search(unit.text)
    if match is None:
        return None
    means = _subject_before(units, position, story, of_company is not None)
    return Referent(match.group("words"), means) if means else None


def _subject_before(units: tuple[IndexedUnit, ...], position: int, story: Story, of_company: bool) -> str | None:
    """The name that the nearest earlier sentence of the paragraph opens with, through chains of such words."""
    previous = units[position].previous
    while previous is not None:
        text = units[previous].unit.text
        if not opens_with_referent(text):
            return _subject(text, story, of_company)
        previous = units[previous].previous
    return None


def _subject(text: str, story: Story, of_company: bool) -> str | None:
    match = _SUBJECT.match(text)
    if match is None:
        return None
    name = _POSSESSIVE.sub("", match.group("name"))
    if name.split()[0] in words_in("no_names"):
        return None
    kinds = {known.kind for known in story.names if known.name == name or name in known.aliases}
    if of_company and kinds and not kinds & {"company", "outlet", None}:
        return None
    return name
