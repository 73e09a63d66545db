"""Questions that a story answers well: what to offer to somebody who does not know what to ask."""

from collections.abc import Iterator

from knowledge.language.detect import language_of
from knowledge.model.answer import Suggestion
from knowledge.store.story_rows import StoredStory


def questions_of(stored: StoredStory) -> tuple[Suggestion, ...]:
    """Every question that the story answers in its own language: its FAQ first, then one for each further fact."""
    return tuple(_questions(stored))


def _questions(stored: StoredStory) -> Iterator[Suggestion]:
    slug, language = stored.row.slug, stored.row.language
    for unit in stored.units:
        if unit.question:
            yield Suggestion(unit.question, slug, unit.key)
    for unit in stored.units:
        if not unit.question:
            asked = next((ask for ask in unit.asks if ask.endswith("?") and language_of(ask, "") == language), None)
            if asked:
                yield Suggestion(asked, slug, unit.key)
