"""What the stories say of a person, company, product or place."""

import re

from rapidfuzz import fuzz, process

from knowledge.language.text import fold
from knowledge.model.story import Name, Story, Unit, UnitKind
from knowledge.store.story_rows import StoredStory

_LIKE_ENOUGH = 80  # of 100: one slip in a name of five letters


def name_meant(typed: str, story: Story) -> Name | None:
    """The story's name that `typed` means: the name itself, an alias, or either with a slip in it."""
    known = {fold(written): name for name in story.names for written in (*name.aliases, name.name)}
    wanted = fold(typed).strip()
    if wanted in known:
        return known[wanted]
    like = process.extractOne(wanted, known.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return known[like[0]] if like is not None and len(wanted) > 4 else None


def mentions(stored: StoredStory, typed: str) -> tuple[Unit, ...]:
    """The sentences and bullets of the body that mention `typed`, in the story's order; FAQ answers where none does."""
    name = name_meant(typed, stored.story)
    written = (name.name, *name.aliases) if name else (typed,)
    pattern = _pattern(written)
    if pattern is None:
        return ()
    found = [unit for unit in stored.units if unit.kind is not UnitKind.FURNITURE and pattern.search(fold(unit.text))]
    body = [unit for unit in found if unit.kind not in (UnitKind.FAQ, UnitKind.TITLE)]
    return tuple(body or found)


def _pattern(written: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the names as whole words; longer ones may carry an ending, as in Ukrainian."""
    folded = sorted({fold(name).strip() for name in written} - {""}, key=len, reverse=True)
    pieces = [re.escape(name) + (r"\w{0,3}" if len(name) >= 4 else "") for name in folded]
    return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})(?!\w)") if pieces else None
