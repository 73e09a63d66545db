"""When a story does not answer: whether the question is about it at all, what is missing, what is closest."""

from dataclasses import dataclass, replace

from knowledge.answering.checking.gaps import Verdict, missing_words
from knowledge.answering.checking.shown_names import shown_names
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.matching import AskedWord, reach_in
from knowledge.answering.ranking.names import NameUse
from knowledge.answering.reading.kinds import has_shape
from knowledge.model.answer import AskedKind, Gap

_FIGURES = frozenset({AskedKind.MONEY, AskedKind.PERCENT, AskedKind.COUNT, AskedKind.WHEN, AskedKind.DURATION})
_A_SUM = 1000
_NAMED_AT_MOST = 2  # words that a reader is told of
_MOSTLY = 0.5  # share of the words beside an absent name that the story knows


def is_about(attempt: Attempt, verdict: Verdict) -> bool:
    """Whether an unanswered question is about the story: it uses its names, or asks what it tells of others."""
    if verdict.position is None:
        return False
    if any(use.stems for use in attempt.uses):
        return True
    attributes = attempt.coverage.attributes
    covered = sum(word.rarity for word in attributes if reach_in(word, attempt.index.told))
    return bool(attempt.uses) and covered > _MOSTLY * sum(word.rarity for word in attributes)


def closest(attempt: Attempt, verdict: Verdict) -> Verdict:
    """The verdict with the unit to show beside it, one about whom the question names, and with what to call missing."""
    named = _rarest_name(attempt)
    if verdict.gap is Gap.NAME or named is None:
        return _told(attempt, verdict, named)
    here = set(named.stems)
    holding = [
        scored.position for scored in attempt.ranked if here & set(attempt.index.units[scored.position].stems)
    ] or [place for place, entry in enumerate(attempt.index.units) if here & set(entry.stems)]
    if not holding or verdict.position in holding:
        return _told(attempt, verdict, named)
    return _told(attempt, replace(verdict, position=holding[0]), named)


def beside_open(attempt: Attempt, verdict: Verdict) -> Verdict:
    """The verdict on a question that is known to be left open: beside the unit that leaves it so."""
    if verdict.gap in (Gap.NAME, Gap.NUMBER):
        return verdict
    told = _told(attempt, verdict, _rarest_name(attempt))
    return replace(verdict, gap=told.gap, words=told.words) if told.words else verdict


def _told(attempt: Attempt, verdict: Verdict, named: NameUse | None) -> Verdict:
    """The verdict with a gap that can be put into words, and into none that the story belies."""
    if verdict.gap in (Gap.NAME, Gap.NUMBER):
        return verdict
    units = _units_of(attempt, named)
    if verdict.gap is Gap.KIND:
        return replace(verdict, gap=Gap.APART, words=units.name) if _lacks_kind(attempt, units) else verdict
    missing = tuple(word.word.text for word in _missing(attempt) if not _stands_there(attempt, word))
    if missing:
        return replace(verdict, gap=Gap.WORD, words=missing[:_NAMED_AT_MOST], rule="word-absent")
    if _lacks_kind(attempt, units):
        return replace(verdict, gap=Gap.APART, words=units.name, rule="names-apart")
    apart = _never_beside(attempt, units)
    if apart:
        return replace(verdict, gap=Gap.APART, words=(*units.name, apart), rule="names-apart")
    if has_shape(attempt.reading.kind) and verdict.gap is None:
        return replace(verdict, gap=Gap.KIND, rule="kind-absent")
    return replace(verdict, gap=Gap.WEAK, words=())


@dataclass(frozen=True, slots=True)
class _Named:
    """Where the story has a name of the question; nowhere without one. `name` is as it is shown."""

    name: tuple[str, ...]
    positions: tuple[int, ...]


def _units_of(attempt: Attempt, named: NameUse | None) -> _Named:
    if named is None:
        return _Named((), ())
    stems = set(named.stems)
    positions = tuple(place for place, entry in enumerate(attempt.index.units) if stems & set(entry.stems))
    return _Named(shown_names(attempt, (named,)), positions)


def _lacks_kind(attempt: Attempt, units: _Named) -> bool:
    """Whether no unit with the name holds a figure or date of the asked kind, whatever of."""
    kind = attempt.reading.kind
    return (
        bool(units.positions)
        and kind in _FIGURES
        and not any(_holds_figure(attempt, kind, place) for place in units.positions)
    )


def _holds_figure(attempt: Attempt, kind: AskedKind, position: int) -> bool:
    """Whether a unit holds a figure of the kind, or one that may be: a sum in an invented country's coin."""
    if attempt.index.holds(kind, position):
        return True
    large = (number for number in attempt.index.numbers_at(position) if number.unit != "year")
    return kind is AskedKind.MONEY and any(number.value >= _A_SUM for number in large)


def _missing(attempt: Attempt) -> tuple[AskedWord, ...]:
    """What the question is about and nothing covers, the rare words alone where there are any."""
    uncovered = tuple(word for word in attempt.coverage.attributes if not word.sure and not word.word.is_number)
    rare = frozenset(missing_words(attempt))
    return tuple(word for word in uncovered if word.word.text in rare) or uncovered


def _stands_there(attempt: Attempt, word: AskedWord) -> bool:
    """Whether the story has the very word after all, in whatever sense."""
    index = attempt.index
    return any(word.word.stem in entry.stems for entry in index.units) or word.word.folded in index.forms


def _never_beside(attempt: Attempt, units: _Named) -> str | None:
    """The rarest word asked of a name that stands in none of its units, as typed."""
    if not units.positions:
        return None
    beside = frozenset(stem for place in units.positions for stem in attempt.index.around.context_stems(place))
    apart = [word for word in attempt.coverage.attributes if word.sure and not reach_in(word, beside)]
    return max(apart, key=lambda word: word.rarity).word.text if apart else None


def _rarest_name(attempt: Attempt) -> NameUse | None:
    """Of the question's names that the story has, the one in the fewest units."""
    frequency = attempt.index.document_frequency
    uses = [use for use in attempt.uses if use.stems]
    return min(uses, key=lambda use: min(frequency.get(stem, 0) for stem in use.stems), default=None)
