"""Questions that a story does answer, to offer after an answer or instead of one."""

from collections.abc import Iterator, Sequence
from math import fsum

from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.replying.sameness import say_the_same
from knowledge.language.detect import language_of
from knowledge.language.lexicon import LANGUAGES
from knowledge.model.answer import Suggestion
from knowledge.model.story import Unit, UnitKind

_MOST = 3
_KEPT = 300  # answers, in each story


def suggestions_for(
    index: StoryIndex, language: str, near: int | None = None, answered: frozenset[str] = frozenset()
) -> tuple[Suggestion, ...]:
    """Two or three questions in the reader's language if the story has such; those that lead on from `near` first.

    `answered` are keys of units that the reader has just been shown.
    """
    key = (language, near, answered)
    kept = index.kept_suggestions.get(key)
    if kept is None:
        if len(index.kept_suggestions) >= _KEPT:
            index.kept_suggestions.clear()
        kept = index.kept_suggestions[key] = _suggestions(index, language, near, answered)
    return kept


def _suggestions(
    index: StoryIndex, language: str, near: int | None, answered: frozenset[str]
) -> tuple[Suggestion, ...]:
    units = list(_worth_asking(index, near))
    found: dict[str, Suggestion] = {}
    for foreign in (False, True):
        for unit in units:
            if unit.key in answered or unit.key in found:
                continue
            question = _first_question(index, unit, language, foreign)
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


def prepare(index: StoryIndex) -> None:
    """Orders the units by their kinship to each and reads their questions, as is otherwise done when first needed."""
    for near, entry in enumerate(index.units):
        _by_kinship(index, near)
        for language in LANGUAGES:
            _first_question(index, entry.unit, language, foreign=False)


def _worth_asking(index: StoryIndex, near: int | None) -> Iterator[Unit]:
    """FAQ entries, then the rest; with `near`, first those that share telling words with it and are not the same."""
    units = [index.units[place].unit for place in _by_kinship(index, near)]
    yield from (unit for unit in units if unit.kind is UnitKind.FAQ)
    yield from (unit for unit in units if unit.kind is not UnitKind.FAQ)


def _by_kinship(index: StoryIndex, near: int | None) -> Sequence[int]:
    """The places of the units, nearest kin of the unit at `near` first; kept in the index once found."""
    places = range(len(index.units))
    if near is None:
        return places
    if near not in index.kin:
        index.kin[near] = tuple(sorted(places, key=lambda place: (-_kinship(index, near, place), place)))
    return index.kin[near]


def _kinship(index: StoryIndex, near: int, place: int) -> float:
    """The IDF of the words that two units share; 0 where one says hardly more than the other."""
    here, there = index.units[near].distinct, index.units[place].distinct
    if say_the_same(here, there):
        return 0.0
    return fsum(map(index.idf, here & there))  # the same in whichever order the set gives them


def _first_question(index: StoryIndex, unit: Unit, language: str, foreign: bool) -> str | None:
    """The first of the unit's questions that is in the language, or that is not; kept in the index once found."""
    key = (unit.key, language, foreign)
    if key not in index.first_questions:
        fitting = (text for text in _questions(unit) if (language_of(text, "") != language) is foreign)
        index.first_questions[key] = next(fitting, None)
    return index.first_questions[key]


def _questions(unit: Unit) -> Iterator[str]:
    if unit.question:
        yield unit.question
    yield from (ask for ask in unit.asks if ask.endswith("?") and len(ask.split()) > 2)
    if not unit.question and not unit.asks and unit.name:
        yield unit.name
