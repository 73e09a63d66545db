"""What keeps a story from answering although something in it is near: the rules of evidence before answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from knowledge.answering.checking.apart import apart_names
from knowledge.answering.checking.appositions import introduction
from knowledge.answering.checking.contrasts import contrast_lack
from knowledge.answering.checking.doers import doer_lack
from knowledge.answering.checking.held_answers import holds_kind
from knowledge.answering.checking.naming import naming_lack
from knowledge.answering.checking.own_shapes import shape_lack
from knowledge.answering.checking.relations import Lack, lack_of
from knowledge.answering.checking.shown_names import shown_names
from knowledge.answering.checking.silences import is_a_sum, is_about_oneself, is_about_the_bot, silence_of, unsaid
from knowledge.answering.checking.unheard import is_unlike, is_vague, unheard_of
from knowledge.answering.checking.untold import untold
from knowledge.answering.ranking.attempt import Attempt
from knowledge.answering.ranking.coverage import near_stems
from knowledge.answering.ranking.matching import reach_in
from knowledge.answering.ranking.scoring import Scored
from knowledge.answering.reading.kinds import ask_alike, has_shape, kind_asked_by
from knowledge.answering.reading.polarity import turns_round
from knowledge.model.answer import AskedKind, Gap

# Answers of these kinds are told by their shape; a unit without that shape cannot be one.
_STRICT = frozenset({AskedKind.MONEY, AskedKind.PERCENT, AskedKind.COUNT, AskedKind.DURATION, AskedKind.WHEN})
# "Who founded X?" is not answered by a unit that names X and says nothing of founding.
_RELATIONS = frozenset({AskedKind.WHO, AskedKind.WHERE, AskedKind.COUNT, AskedKind.MONEY})
_FEW = 1  # words that make up a relation
_FEW_KEYWORDS = 2  # the same in a mere list of words
_HARDLY = 0.4  # of what is asked of a name: what a unit must speak of
_HALF = 0.5  # the same where a mere list of words is asked
_ALTERNATIVES = 0.8  # of the best score: units that may stand in for one that does not meet the rules
ATTESTED = 0.8  # likeness to a stored phrasing from which an editor's word counts more than the rules
INTRODUCTION = "introduction"  # the rule by which a name is told of in the sentence that says what it is
REASON_BEHIND = "reason-behind"  # the rule by which a reason is taken from the sentence behind the one asked about
_NEARLY = 0.8  # of the best score
_TOLD = 0.65  # share of the question's content that the unit covers
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
    left_open = attempt.left_open
    if is_about_oneself(attempt) and not _is_told(attempt) and left_open is None:
        return Verdict(None, Gap.OFF_TOPIC, rule="about-oneself")
    if is_about_the_bot(attempt) and best.phrasing < ATTESTED:
        return Verdict(None, Gap.OFF_TOPIC, rule="about-the-bot")
    if is_a_sum(attempt):
        return Verdict(None, Gap.OFF_TOPIC, rule="sum")
    nearest = best.position if left_open is None else left_open
    absent = shown_names(attempt, (use for use in attempt.uses if not use.stems))
    if absent and not _is_guess_on_record(attempt, best):
        return Verdict(nearest, Gap.NAME, absent, "name-absent")
    numbers = absent_numbers(attempt)
    if numbers and not _is_guess_on_record(attempt, best):
        return Verdict(nearest, Gap.NUMBER, numbers, "number-absent")
    if left_open is not None:
        return Verdict(left_open, Gap.KIND, rule="left-open")
    unheard = unheard_of(attempt)
    if is_vague(attempt) and (unheard or is_unlike(attempt)):
        return Verdict(None, Gap.OFF_TOPIC, rule="unheard-of")
    if unheard and best.phrasing < ATTESTED:
        return Verdict(best.position, Gap.WORD, unheard, "unheard-of")
    if is_vague(attempt):
        return Verdict(best.position, Gap.WEAK, rule="vague")
    return _meeting(attempt)


def is_attested(attempt: Attempt, scored: Scored) -> bool:
    """Whether an editor wrote down nearly this question, for the same kind of answer, as one that the unit answers."""
    if scored.phrasing < ATTESTED or scored.nearest is None:
        return False
    kind = kind_asked_by(attempt.index.phrasings[scored.nearest].text)
    return ask_alike(kind, attempt.reading.kind) and has_shape(kind) >= has_shape(attempt.reading.kind)


def _is_told(attempt: Attempt) -> bool:
    """Whether what readers ask of themselves is told of everybody: "how many books may I borrow?"."""
    best = attempt.ranked[0]
    told = attempt.coverage.features["unit"] >= _TOLD and len(attempt.coverage.matched) > 1
    return best.phrasing >= ATTESTED or told


def _is_guess_on_record(attempt: Attempt, best: Scored) -> bool:
    """Whether an editor wrote that the unit sets right just this wrong guess, its absent names and numbers included."""
    if best.phrasing < ATTESTED or best.nearest is None:
        return False
    on_record = frozenset(attempt.index.phrasings[best.nearest].stems)
    absent = [word for use in attempt.uses if not use.stems for word in attempt.reading.words[use.first : use.last + 1]]
    absent += [word for word in attempt.reading.words if word.is_number]
    return on_record.issuperset(word.stem for word in absent if not word.is_stop)


def absent_numbers(attempt: Attempt) -> tuple[str, ...]:
    """Numbers of the question, as typed, that the story never mentions; small counts say too little to matter."""
    if not attempt.reading.numbers:
        return ()
    known = attempt.index.numbers
    return tuple(
        number.text
        for number in attempt.reading.numbers
        if number.value not in known
        and not attempt.reading.text[number.end : number.end + 1].isalpha()  # "17th"
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
    told = introduction(attempt) if best.phrasing < ATTESTED else None
    if told is not None:
        return Verdict(told, rule=INTRODUCTION)
    floor = min(best.score, _ALTERNATIVES * best.score)  # a score may be below zero
    able = [scored for scored in attempt.ranked if scored.score >= floor]
    named = [scored for scored in able if not apart_names(attempt, scored)]
    if not named and attempt.reading.kind not in _NAMED:
        named = able
    if not named:
        return Verdict(best.position, Gap.APART, (apart_names(attempt, best)[0],), "names-apart")
    whole = _whole(attempt, named)
    first, kind = next(whole, None), attempt.reading.kind
    if first is None:
        lack = lacking(attempt, named[0])
        assert lack is not None
        behind = _reason_behind(attempt, named[0]) if kind is AskedKind.WHY else None
        return _lacking_verdict(named[0], lack) if behind is None else Verdict(behind, rule=REASON_BEHIND)
    if _asks_relation(attempt) and not is_attested(attempt, best):
        whole = (scored for scored in chain((first,), whole) if _speaks(attempt, scored))
        speaking = next(whole, None)
        if speaking is None:
            others = (scored for scored in attempt.ranked if not apart_names(attempt, scored))
            whole = (scored for scored in others if _speaks(attempt, scored))
            speaking = next(whole, None)
        if speaking is None:
            return Verdict(first.position, Gap.WORD, unspoken(attempt, first), "relation-absent")
        first = speaking
    if is_attested(attempt, first):
        return Verdict(first.position)
    if kind not in _STRICT:
        return Verdict(_with_reason(attempt, first, whole).position if kind is AskedKind.WHY else first.position)
    held = next((scored for scored in chain((first,), whole) if holds_kind(attempt, scored)), None)
    if held is None:
        return Verdict(first.position, Gap.KIND, rule="kind-absent")
    return Verdict(held.position)


def _whole(attempt: Attempt, named: Sequence[Scored]) -> Iterator[Scored]:
    """Those of the units that lack nothing of the question, one by one; an office may be told of far away."""
    found = of_office = False
    for scored in named:
        lack = lacking(attempt, scored)
        if lack is None:
            found = True
            yield scored
        elif lack.rule == "role-absent":
            of_office = True
    if of_office and not found:
        yield from (scored for scored in attempt.ranked if lacking(attempt, scored) is None)


def _with_reason(attempt: Attempt, first: Scored, others: Iterable[Scored]) -> Scored:
    """The best unit, or one that fits hardly less and gives a reason."""
    near = takewhile(lambda scored: scored.score >= _NEARLY * first.score, chain((first,), others))
    return next((scored for scored in near if attempt.index.holds(AskedKind.WHY, scored.position)), first)


def _reason_behind(attempt: Attempt, scored: Scored) -> int | None:
    """The position of the sentence right behind the unit if it gives a reason, and not of another's doing."""
    behind = scored.position + 1
    if behind not in attempt.index.around.neighbourhood(scored.position) or not attempt.index.holds(
        AskedKind.WHY, behind
    ):
        return None
    return behind


def _lacking_verdict(scored: Scored, lack: Lack) -> Verdict:
    if lack.rule.startswith("possession") and lack.name is not None:
        return Verdict(scored.position, Gap.APART, (lack.name, lack.word), lack.rule)
    if lack.rule == "subject-absent":
        return Verdict(scored.position, Gap.WORD, (lack.word,), lack.rule)
    return Verdict(scored.position, Gap.KIND, rule=lack.rule)


def lacking(attempt: Attempt, scored: Scored) -> Lack | None:
    """What the unit does not tell of the question; nothing where an editor wrote that it does."""
    if is_attested(attempt, scored):
        return unsaid(attempt, scored)
    rules = (lack_of, shape_lack, silence_of, naming_lack, doer_lack, contrast_lack, untold)
    return next((lack for rule in rules if (lack := rule(attempt, scored)) is not None), None)


def turned_round(attempt: Attempt) -> Verdict | None:
    """The unit that tells of a rise where a fall was asked after, or the other way; none where names do not meet."""
    floor = _ALTERNATIVES * attempt.ranked[0].score if attempt.ranked else 0.0
    for scored in attempt.ranked:
        if scored.score < floor:
            break
        words = attempt.index.units[scored.position].words
        if turns_round(attempt.reading.words, words) and not apart_names(attempt, scored):
            return Verdict(scored.position, rule="polarity")
    return None


def meets(attempt: Attempt, scored: Scored) -> bool:
    """Whether a unit would answer by the rules that the best one was held to."""
    strict = attempt.reading.kind in _STRICT
    return (
        not apart_names(attempt, scored)
        and lacking(attempt, scored) is None
        and (not strict or holds_kind(attempt, scored))
    )


def _asks_relation(attempt: Attempt) -> bool:
    """Whether the question asks one thing of something named: "Who founded X?", "Where was X born?", "X revenue"."""
    keywords = attempt.reading.is_keywords
    few = 1 <= len(attempt.coverage.attributes) <= (_FEW_KEYWORDS if keywords else _FEW)
    asks = keywords or attempt.reading.kind in _RELATIONS
    return few and asks and any(use.stems for use in attempt.uses)


def _speaks(attempt: Attempt, scored: Scored) -> bool:
    """Whether the unit speaks of what is asked, and does not merely name whom it is asked about."""
    near = near_stems(attempt.index, scored)
    total = sum(word.rarity for word in attempt.coverage.attributes)
    told = sum(word.rarity * reach_in(word, near) for word in attempt.coverage.attributes)
    return told >= (_HALF if attempt.reading.is_keywords else _HARDLY) * total


def unspoken(attempt: Attempt, scored: Scored) -> tuple[str, ...]:
    """The question's content words, as typed, of which the unit says nothing."""
    near = near_stems(attempt.index, scored)
    named = {place for use in attempt.uses for place in range(use.first, use.last + 1)}
    return tuple(
        word.word.text
        for place, word in enumerate(attempt.asked)
        if word.is_content and place not in named and not reach_in(word, near)
    )
