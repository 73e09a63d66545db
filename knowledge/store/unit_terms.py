"""The words under which a unit can be found in the full-text index."""

from knowledge.language.words import stems_of
from knowledge.model.story import Unit


def terms_of(unit: Unit, language: str) -> str:
    """Stems of the unit's text, name, heading, question and phrasings, separated by spaces."""
    texts = [unit.text, unit.heading or "", unit.question or "", *unit.asks, *unit.leaves_open]
    return " ".join([stem for text in texts if text for stem in stems_of(text, language)])
