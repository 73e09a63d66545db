"""What keeps a story from answering although something in it is near: the rules of evidence before answer."""

from dataclasses import dataclass

from knowledge.answering.attempt import Attempt
from knowledge.answering.referents import opens_with_referent
from knowledge.answering.story_index import StoryIndex
from knowledge.model.answer import AskedKind, Gap

# Answers of these kinds are told by their shape; a unit without that shape cannot be one.
_STRICT = frozenset({AskedKind.MONEY, AskedKind.PERCENT, AskedKind.COUNT, AskedKind.DURATION, AskedKind.WHEN})
_ALTERNATIVES = 0.7  # of the best score: units that may stand in for one that does not meet the rules
_ATTESTED = 0.8  # likeness to a stored phrasing from which an editor's word counts more than the rules
_SMALL_COUNT = 3
_RARE = 1.0
# Where the figure, the date or the yes of one name must not be given for another.
_NAMED = frozenset(
    {AskedKind.MONEY, AskedKind.PERCENT, AskedKind.COUNT, AskedKind.DURATION, AskedKind.WHEN, AskedKind.YES_NO}
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The unit that answers (or comes closest), and the gap if it does not answer; `words` are named to the reader."""

    position: int | None
    gap: Gap | None = None
    words: tuple[str, ...] = ()
    rule: str = "coverage"


def judge(attempt: Attempt) -> Verdict:
    """The first rule that speaks against the attempt, or its unit."""
    best = attempt.best
    if best is None:
        return Verdict(None, Gap.OFF_TOPIC, rule="nothing-matches")
    absent = tuple(use.typed for use in attempt.uses if not use.stems)
    if absent:
        return Verdict(best.position, Gap.NAME, absent, "name-absent")
    numbers = absent_numbers(attempt)
    if numbers:
        return Verdict(best.position, Gap.NUMBER, numbers, "number-absent")
    return _meeting(attempt)


def absent_numbers(attempt: Attempt) -> tuple[str, ...]:
    """Numbers of the question, as typed, that the story never mentions; small counts say too little to matter."""
    known = attempt.index.numbers
    return tuple(
        number.text
        for number in attempt.reading.numbers
        if number.value not in known
        and not (number.unit == "count" and number.value <= _SMALL_COUNT)
        and not any(word.word.start <= number.start < word.word.end and word.sure for word in attempt.asked)
    )


def missing_words(attempt: Attempt) -> tuple[str, ...]:
    """Rare content words that nothing in the story covers, as typed."""
    named = {place for use in attempt.uses for place in range(use.first, use.last + 1)}
    return tuple(
        word.word.text
        for place, word in enumerate(attempt.asked)
        if word.is_content and not word.sure and word.rarity >= _RARE and not word.word.is_number and place not in named
    )


def _meeting(attempt: Attempt) -> Verdict:
    """The best unit in which the question's names and the asked kind of answer meet."""
    best = attempt.ranked[0]
    floor = _ALTERNATIVES * best.score
    able = [scored for scored in attempt.ranked if scored.score >= floor]
    named = [scored for scored in able if not apart_names(attempt, scored.position)]
    if not named and attempt.reading.kind not in _NAMED:
        named = able
    if not named:
        return Verdict(best.position, Gap.APART, (apart_names(attempt, best.position)[0],), "names-apart")
    kind = attempt.reading.kind
    if kind not in _STRICT or named[0].phrasing >= _ATTESTED:
        return Verdict(named[0].position)
    held = next((scored for scored in named if holds_kind(attempt.index, scored.position, kind)), None)
    if held is None:
        return Verdict(named[0].position, Gap.KIND, rule="kind-absent")
    return Verdict(held.position)


def holds_kind(index: StoryIndex, position: int, kind: AskedKind) -> bool:
    """Whether the unit holds an answer of the kind; a share may be told as a factor or a sum."""
    held = index.kinds(position)
    if kind is AskedKind.WHEN:
        return bool(held & {AskedKind.WHEN, AskedKind.DURATION})
    if kind is AskedKind.COUNT:
        return bool(held & {AskedKind.COUNT, AskedKind.PERCENT, AskedKind.MONEY})
    return kind in held


def apart_names(attempt: Attempt, position: int) -> tuple[str, ...]:
    """Names of the question, as typed, that neither stand in the unit nor are meant by it."""
    index = attempt.index
    near = name_context(index, position)
    main = index.names.main
    return tuple(
        use.typed
        for use in attempt.uses
        if use.stems
        and use.kind != "place"
        and not set(use.stems) & main
        and not any(stem in near for stem in use.stems)
    )


def name_context(index: StoryIndex, position: int) -> frozenset[str]:
    """Stems that say whom a unit is about: its own, its phrasings', and those before it where it points back."""
    near = index.context_stems(position)
    own_names = frozenset(index.units[position].stems) & index.names.stems - index.names.main
    if own_names and not opens_with_referent(index.units[position].unit.text):
        return near
    previous = index.units[position].previous
    while previous is not None:
        near |= frozenset(index.units[previous].stems)
        previous = index.units[previous].previous
    return near
