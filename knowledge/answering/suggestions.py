"""Questions that a story does answer, to offer after an answer or instead of one."""

from collections.abc import Iterator

from knowledge.answering.story_index import StoryIndex
from knowledge.language.detect import language_of
from knowledge.model.answer import Suggestion
from knowledge.model.story import Unit, UnitKind

_MOST = 3


def suggestions_for(
    index: StoryIndex, language: str, near: int | None = None, answered: frozenset[str] = frozenset()
) -> tuple[Suggestion, ...]:
    """Two or three questions in the reader's language if the story has such; those after unit `near` first.

    `answered` are keys of units that the reader has just been shown.
    """
    units = [entry.unit for entry in index.units]
    start = 0 if near is None else near + 1
    found: dict[str, Suggestion] = {}
    for foreign in (False, True):
        for unit in _worth_asking(units[start:] + units[:start]):
            if unit.key in answered or unit.key in found:
                continue
            question = next(
                (text for text in _questions(unit) if (language_of(text, language) != language) is foreign), None
            )
            if question is not None:
                found[unit.key] = Suggestion(question, index.card.slug, unit.key)
            if len(found) == _MOST:
                return tuple(found.values())
    return tuple(found.values())


def question_for(unit: Unit, language: str) -> str:
    """How a choice of this unit is shown: a question that it answers, else its name, else its own words."""
    questions = list(_questions(unit))
    return next((text for text in questions if language_of(text, language) == language), None) or (
        questions[0] if questions else unit.name or unit.text
    )


def _worth_asking(units: list[Unit]) -> Iterator[Unit]:
    yield from (unit for unit in units if unit.kind is UnitKind.FAQ)
    yield from (unit for unit in units if unit.kind is not UnitKind.FAQ)


def _questions(unit: Unit) -> Iterator[str]:
    if unit.question:
        yield unit.question
    yield from (ask for ask in unit.asks if ask.endswith("?") and len(ask.split()) > 2)
    if not unit.question and not unit.asks and unit.name:
        yield unit.name
