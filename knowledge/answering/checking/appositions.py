"""What somebody or something is, told beside the name: "its assistant Quill", "Quill, a chatbot", "Quill is one"."""

from collections.abc import Collection, Sequence

from knowledge.answering.data_files import words_in
from knowledge.answering.ranking.attempt import Attempt
from knowledge.language.words import Word
from knowledge.model.answer import AskedKind
from knowledge.model.story import Unit, UnitKind

_OF_NAMES = frozenset({AskedKind.DEFINITION, AskedKind.WHO})
_BEFORE = 4  # words from an article to the name: "the research ship Dona Inês"
_OPENING = 2  # words at a sentence's beginning that need no article: "Chatbot maker Verbalis"


def introduction(attempt: Attempt) -> int | None:
    """The position of the unit that says what the name is, if nothing else is asked; None where no unit does."""
    uses = attempt.uses
    if attempt.reading.kind not in _OF_NAMES or attempt.coverage.attributes or not uses:
        return None
    if not all(use.stems for use in uses) or len({use.stems for use in uses}) < len(uses):
        return None
    stems = {stem for use in uses for stem in use.stems}
    found = [
        (rank, position)
        for position, entry in enumerate(attempt.index.units)
        if stems <= entry.distinct and (rank := _introduces(entry.unit, entry.words, stems))
    ]
    return min(found)[1] if found else None


def _introduces(unit: Unit, words: Sequence[Word], stems: Collection[str]) -> int:
    """How a unit introduces the name made of `stems`: 1 "X is a", 2 "X, a", 3 "the assistant X", 0 not at all."""
    first = next((place for place, word in enumerate(words) if word.stem in stems and word.is_capital), None)
    if first is None or unit.kind is UnitKind.TITLE:
        return 0
    last = first
    while last + 1 < len(words) and words[last + 1].stem in stems:
        last += 1
    if last - first + 1 < len(stems):
        return 0
    following = [word.folded for word in words[last + 1 : last + 3]]
    between = unit.text[words[last].end : words[last + 1].start] if following else ""
    if "," in between and following[0] in words_in("introducing"):
        return 2
    is_said = "," not in between and len(following) > 1
    if is_said and following[0] in words_in("be") and following[1] in words_in("introducing"):
        return 1
    if following and following[0] in words_in("this_is"):
        return 1
    return 3 if _has_noun_before(unit.text, words, first) else 0


def _has_noun_before(text: str, words: Sequence[Word], first: int) -> bool:
    if first == 0:
        return False
    noun = words[first - 1]
    if noun.is_stop or noun.is_number or (noun.is_capital and first > 1):
        return False
    gap = text[noun.end : words[first].start]
    if "«" in gap or "“" in gap:
        return True
    before = words[max(0, first - _BEFORE) : first - 1]
    return gap == " " and (first <= _OPENING or any(word.folded in words_in("introducing") for word in before))
