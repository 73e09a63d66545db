"""When a story does not answer: whether the question is about it at all, what is missing, what is closest."""

from dataclasses import replace

from knowledge.answering.attempt import Attempt
from knowledge.answering.gaps import Verdict, missing_words
from knowledge.answering.kinds import has_shape
from knowledge.answering.names import NameUse
from knowledge.model.answer import Gap

_MOSTLY = 0.5  # share of the words beside an absent name that the story knows


def is_about(attempt: Attempt, verdict: Verdict) -> bool:
    """Whether an unanswered question is about the story: it uses its names, or asks what it tells of others."""
    if verdict.position is None:
        return False
    if any(use.stems for use in attempt.uses):
        return True
    attributes = attempt.coverage.attributes
    covered = sum(word.rarity for word in attributes if word.sure)
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


def _told(attempt: Attempt, verdict: Verdict, named: NameUse | None) -> Verdict:
    """The verdict with a gap that can be put into words."""
    if verdict.gap in (Gap.NAME, Gap.NUMBER, Gap.KIND):
        return verdict
    missing = missing_words(attempt) or tuple(
        word.word.text for word in attempt.coverage.attributes if not word.sure and not word.word.is_number
    )
    if missing:
        return replace(verdict, gap=Gap.WORD, words=missing, rule="word-absent")
    attribute = next((word.word.text for word in attempt.coverage.attributes), None)
    if named is not None and attribute is not None:
        return replace(verdict, gap=Gap.APART, words=(_owner(named.typed), attribute), rule="names-apart")
    if has_shape(attempt.reading.kind) and verdict.gap is None:
        return replace(verdict, gap=Gap.KIND, rule="kind-absent")
    return replace(verdict, gap=Gap.WEAK, words=(), rule="weak")


def _owner(typed: str) -> str:
    """A name as typed, without the ending that makes it somebody's: "Tencent" of "Tencent's"."""
    return typed.removesuffix("'s").removesuffix("’s")


def _rarest_name(attempt: Attempt) -> NameUse | None:
    """Of the question's names that the story has, the one in the fewest units."""
    frequency = attempt.index.document_frequency
    uses = [use for use in attempt.uses if use.stems]
    return min(uses, key=lambda use: min(frequency.get(stem, 0) for stem in use.stems), default=None)
