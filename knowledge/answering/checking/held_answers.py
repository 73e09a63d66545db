"""Whether a unit holds an answer of the asked kind: a sum, a date, a number of just that."""

from itertools import takewhile

from knowledge.answering.data_files import words_in
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.coverage import near_stems
from knowledge.answering.ranking.scoring import Scored
from knowledge.answering.reading.kinds import is_quantity
from knowledge.model.answer import AskedKind

_COUNTING = frozenset({"many", "скільки", "сколько"})
_COUNTED = 3  # words that may say what is counted: "store visits"
_RIGHT_BEFORE = 2  # words by which "one" must stand before what it counts
_DATES = ("day", "month", "year")
_BESIDE = 4  # words between a number and what it counts
# Kinds of answer, any of which will do for the kind that was asked for.
_AS_GOOD = {
    AskedKind.WHEN: (AskedKind.WHEN, AskedKind.DURATION),
    AskedKind.DURATION: (AskedKind.WHEN, AskedKind.DURATION),
    AskedKind.COUNT: (AskedKind.COUNT, AskedKind.MONEY, AskedKind.PERCENT),
}


def holds_kind(attempt: Attempt, scored: Scored) -> bool:
    """Whether the unit holds an answer of the asked kind; a share may be told as a factor or a sum."""
    kind = attempt.reading.kind
    good = _AS_GOOD.get(kind, (kind,))
    if kind is AskedKind.COUNT and any(word.word.folded == "many" for word in attempt.asked):
        good = (AskedKind.COUNT, AskedKind.PERCENT)
    held = any(attempt.index.holds(one, scored.position) for one in good)
    return held and (kind is not AskedKind.COUNT or counted(attempt, scored))


def counted(attempt: Attempt, scored: Scored) -> bool:
    """Whether a number stands beside what the question wants counted; true where it names nothing to count."""
    asked = attempt.asked
    start = next((place for place, word in enumerate(asked) if word.word.folded in _COUNTING), None)
    if start is None or start + 1 >= len(asked) or not asked[start + 1].sure:
        return True
    if start and asked[start - 1].word.folded == "на":
        return True
    counted_words = takewhile(lambda word: word.is_content, asked[start + 1 : start + 1 + _COUNTED])
    thing = {stem for word in counted_words for stem, _ in word.sure}
    if not thing:
        return True
    own = attempt.index.units[scored.position].words
    places = [place for place, word in enumerate(own) if word.stem in thing]
    if not places:
        return bool(thing & (near_stems(attempt.index, scored) - attempt.index.title_stems))
    return any(
        0 < place - number <= _RIGHT_BEFORE if own[number].folded in words_in("one") else abs(place - number) <= _BESIDE
        for place in places
        for number in quantities(attempt.index, scored.position)
    )


def quantities(index: StoryIndex, position: int) -> list[int]:
    """Where in the unit at `position` numbers stand that are of no date."""
    numbers = index.numbers_at(position)
    return [
        place
        for place, word in enumerate(index.units[position].words)
        if (
            (number := next((one for one in numbers if one.start <= word.start < one.end), None)) is not None
            and number.unit not in _DATES
        )
        or (number is None and is_quantity(word.text))
    ]
