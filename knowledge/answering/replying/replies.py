"""Answers put together from what was found: quotations, stance, gap, suggestions, explanation."""

from collections.abc import Sequence

from knowledge.answering.checking.gaps import INTRODUCTION, REASON_BEHIND, Verdict
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.confidence import Gate
from knowledge.answering.reading.polarity import says_otherwise, turns_round
from knowledge.answering.reading.reading import Reading
from knowledge.answering.replying.choosing import beside
from knowledge.answering.replying.evidence import evidence_at, evidence_of, furniture_evidence
from knowledge.answering.replying.lists import led_to, members
from knowledge.answering.replying.suggestions import question_for, suggestions_for
from knowledge.answering.replying.summary import summary_of
from knowledge.model.answer import (
    AskedKind,
    Clarification,
    DirectAnswer,
    Explanation,
    Gap,
    HedgedAnswer,
    Refusal,
    SmallTalk,
    Stance,
    Suggestion,
)
from knowledge.model.story import Unit

_SURE = 0.99


class Replies:
    """Makes answers; all of their quotations are checked as they are made."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def nothing(self, reading: Reading, gap: Gap, indexes: Sequence[StoryIndex]) -> Refusal:
        """Nothing to read, or nothing to answer from."""
        offered = suggestions_for(indexes[0], reply_language(reading)) if indexes else ()
        return Refusal(reply_language(reading), gap, _SURE, _bare(reading, gap.value), suggestions=offered)

    def small_talk(self, reading: Reading, intent: str, indexes: Sequence[StoryIndex]) -> SmallTalk:
        """A greeting and its kin."""
        offered = suggestions_for(indexes[0], reply_language(reading)) if indexes else ()
        return SmallTalk(reply_language(reading), intent, _SURE, _bare(reading, "small-talk"), offered)

    def furniture(self, reading: Reading, index: StoryIndex, topic: str, pieces: Sequence[Unit]) -> DirectAnswer:
        """What the page itself says."""
        evidence = tuple(furniture_evidence(index, unit) for unit in pieces)
        language = reply_language(reading)
        return DirectAnswer(
            language,
            evidence,
            Stance.FURNITURE,
            _SURE,
            _bare(reading, f"page-{topic}"),
            suggestions_for(index, language),
            topic,
        )

    def page_silent(self, reading: Reading, index: StoryIndex, topic: str) -> Refusal:
        """The page does not say what was asked of it."""
        language = reply_language(reading)
        return Refusal(
            language, Gap.KIND, _SURE, _bare(reading, f"page-{topic}-absent"), (), suggestions_for(index, language)
        )

    def summary(self, reading: Reading, index: StoryIndex) -> DirectAnswer:
        """The story in short."""
        evidence = evidence_of(index, summary_of(index))
        language = reply_language(reading)
        return DirectAnswer(
            language, evidence, Stance.SUMMARY, _SURE, _bare(reading, "summary"), suggestions_for(index, language)
        )

    def stories(self, attempts: Sequence[Attempt]) -> DirectAnswer:
        """Of each story that tells of it the sentence that does."""
        first = attempts[0]
        evidence = tuple(evidence_at(attempt.index, attempt.ranked[0].position) for attempt in attempts)
        return DirectAnswer(
            reply_language(first.reading),
            evidence,
            Stance.STORIES,
            max(attempt.probability for attempt in attempts),
            explanation(first, "stories"),
            _leading_on(first, (first.ranked[0].position,)),
        )

    def direct(self, attempt: Attempt, verdict: Verdict) -> DirectAnswer:
        """The unit answers, alone or with the other members of a list."""
        position = _known(verdict)
        stance = Stance.STATEMENT
        positions: tuple[int, ...] = (position,)
        if _turned_round(attempt, position) or (
            attempt.reading.kind is not AskedKind.YES_NO and _denied(attempt, position)
        ):
            stance = Stance.OTHERWISE
        elif AskedKind.LIST in attempt.reading.kinds:
            positions = members(attempt, position)
            stance = Stance.LIST if len(positions) > 1 else Stance.STATEMENT
        elif verdict.rule == REASON_BEHIND:
            positions = (position - 1, position)
        elif verdict.rule == INTRODUCTION:
            positions = (position,)
        elif attempt.index.units[position].unit.text.rstrip().endswith(":"):
            positions = (position, *led_to(attempt.index, position))
        else:
            positions = (position, *beside(attempt, verdict))
        return DirectAnswer(
            reply_language(attempt.reading),
            evidence_of(attempt.index, positions),
            stance,
            attempt.probability,
            explanation(attempt, "polarity" if stance is Stance.OTHERWISE else verdict.rule),
            _leading_on(attempt, positions),
        )

    def otherwise(self, attempt: Attempt, verdict: Verdict) -> DirectAnswer:
        """What the unit says in place of a wrong guess."""
        positions = (_known(verdict),)
        return DirectAnswer(
            reply_language(attempt.reading),
            evidence_of(attempt.index, positions),
            Stance.OTHERWISE,
            attempt.probability,
            explanation(attempt, "premise"),
            _leading_on(attempt, positions),
        )

    def hedge(self, attempt: Attempt, verdict: Verdict) -> HedgedAnswer:
        """The closest that the story says, and what is missing."""
        gap = verdict.gap or Gap.WEAK
        known = attempt.index.names.shown if gap is Gap.NAME else ()
        position = _known(verdict)
        return HedgedAnswer(
            reply_language(attempt.reading),
            gap,
            (evidence_at(attempt.index, position),),
            1 - attempt.probability if verdict.gap is None else max(0.5, 1 - attempt.probability),
            explanation(attempt, verdict.rule if verdict.gap else "weak"),
            verdict.words,
            known,
            _leading_on(attempt, (position,)),
        )

    def refusal(self, attempt: Attempt, verdict: Verdict) -> Refusal:
        """Nothing near enough to show."""
        gap = verdict.gap if verdict.gap in (Gap.NAME, Gap.NUMBER) else Gap.OFF_TOPIC
        return Refusal(
            reply_language(attempt.reading),
            gap,
            1 - attempt.probability,
            explanation(attempt, "off-topic"),
            verdict.words if gap is not Gap.OFF_TOPIC else (),
            suggestions_for(attempt.index, reply_language(attempt.reading)),
        )

    def clarification(self, attempt: Attempt, positions: Sequence[int]) -> Clarification:
        """Which of these did the reader mean?"""
        language = reply_language(attempt.reading)
        units = [attempt.index.units[position].unit for position in positions]
        choices = tuple(Suggestion(question_for(unit, language), attempt.index.card.slug, unit.key) for unit in units)
        return Clarification(language, choices, attempt.probability, explanation(attempt, "margin"))


def reply_language(reading: Reading) -> str:
    """The language of the reply's own words: a Russian question is answered in Ukrainian."""
    return "uk" if reading.language in ("uk", "ru") else "en"


def explanation(attempt: Attempt, rule: str) -> Explanation:
    """Why, in values that depend on the question and the story's revision alone."""
    reading = attempt.reading
    typos = tuple((word.word.text, word.correction) for word in attempt.asked if word.correction)
    return Explanation(
        rule,
        reading.kind,
        reading.language,
        attempt.coverage.matched,
        tuple(word.word.text for word in attempt.coverage.missing),
        reading.corrections + typos,
        tuple((name, round(value, 6)) for name, value in attempt.coverage.features.items()),
        attempt.index.units[attempt.ranked[1].position].unit.key if len(attempt.ranked) > 1 else None,
        None if attempt.margin is None else round(attempt.margin, 6),
        reading.inherited,
    )


def _bare(reading: Reading, rule: str) -> Explanation:
    return Explanation(
        rule, reading.kind, reading.language, corrections=reading.corrections, inherited=reading.inherited
    )


def _known(verdict: Verdict) -> int:
    if verdict.position is None:
        raise ValueError("a verdict without a unit cannot be quoted")
    return verdict.position


def _denied(attempt: Attempt, position: int) -> bool:
    reached = frozenset(stem for word in attempt.asked if word.is_content for stem, _ in word.sure)
    return says_otherwise(reached, attempt.reading.negated, attempt.index.units[position].words)


def _turned_round(attempt: Attempt, position: int) -> bool:
    return turns_round(attempt.reading.words, attempt.index.units[position].words)


def _leading_on(attempt: Attempt, positions: Sequence[int]) -> tuple[Suggestion, ...]:
    shown = frozenset(attempt.index.units[position].unit.key for position in positions)
    return suggestions_for(attempt.index, reply_language(attempt.reading), positions[0], shown)
