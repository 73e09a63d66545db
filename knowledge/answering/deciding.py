"""From a question and the stories' indexes to an answer; pure, so that fits, benchmarks and the bot run the same."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answering.checking.gaps import ATTESTED, Verdict, judge, turned_round
from knowledge.answering.checking.near_miss import beside_open, closest, is_about
from knowledge.answering.checking.premises import denies, with_countries, without_direction, without_guess
from knowledge.answering.indexing.story_index import StoryIndex
from knowledge.answering.ranking.attempt import Attempt, Attempts
from knowledge.answering.ranking.confidence import Gate, Tier
from knowledge.answering.reading.follow_up import FollowUps, is_bare
from knowledge.answering.reading.meta import ALSO_WORDS_OF_STORIES, OR_OF_THE_STORY, furniture_for, topic_of
from knowledge.answering.reading.reading import LONGEST, Reader, Reading, parts_of
from knowledge.answering.reading.rescue import other_readings
from knowledge.answering.replying.choosing import choices_among, choose
from knowledge.answering.replying.replies import Replies
from knowledge.answering.whereabouts import looked_for, telling
from knowledge.language.intents import intent_of, is_thanks
from knowledge.language.lexicon import Lexicon
from knowledge.language.text import clean
from knowledge.model.answer import Answer, AskedKind, DirectAnswer, Gap, Question, Turn

_MANY_MISSING = 0.5  # share of content words
_FEW_MISSING = 0.34
_SHORT = 7  # words
_FIGURES = frozenset({AskedKind.MONEY, AskedKind.PERCENT, AskedKind.COUNT, AskedKind.WHEN})


class Decider:
    """Answers questions from indexes that are given to it."""

    def __init__(self, lexicon: Lexicon, gate: Gate) -> None:
        self._reader = Reader(lexicon)
        self._follow_ups = FollowUps(self._reader)
        self._attempts = Attempts(lexicon, gate)
        self._replies = Replies(gate)
        self._gate = gate

    def decide(self, question: Question, indexes: Sequence[StoryIndex]) -> Answer:
        """The answer of the best story; `indexes` in the order in which stories go first at equal fit."""
        default = question.language or (indexes[0].story.language if indexes else "en")
        parts = parts_of(clean(question.text[:LONGEST]))
        reading = self._follow_ups.read(question, parts[0], default)
        if not any(map(str.isalnum, reading.text)) or (is_bare(reading) and not reading.inherited):
            return self._replies.nothing(reading, Gap.EMPTY, indexes)
        intent = intent_of(question.text) or thanks_in(reading)
        if intent is not None:
            return self._replies.small_talk(reading, intent, indexes)
        if not indexes:
            return self._replies.nothing(reading, Gap.NO_STORIES, indexes)
        if len(parts) == 1:
            return self._decide_one(reading, question, indexes)
        readings = [reading]
        context = question.context
        for before, part in pairwise(parts):
            context = (*context, Turn(before))
            readings.append(self._follow_ups.read(replace(question, context=context), part, default))
        return self._decide_parts(readings, question, indexes)

    def _decide_parts(self, readings: Sequence[Reading], question: Question, indexes: Sequence[StoryIndex]) -> Answer:
        """Two questions in one message: what answers each, together; else the first that is answerable."""
        answers = [self._decide_one(reading, question, indexes) for reading in readings]
        direct = [answer for answer in answers if isinstance(answer, DirectAnswer)]
        if not direct:
            return answers[0]
        evidence = tuple(dict.fromkeys(piece for answer in direct for piece in answer.evidence))
        return replace(direct[0], evidence=evidence, confidence=min(answer.confidence for answer in direct))

    def _decide_one(self, reading: Reading, question: Question, indexes: Sequence[StoryIndex]) -> Answer:
        answer = self._stories(reading, indexes) or self._page_answer(reading, indexes)
        if answer is not None and not self._is_attested(answer, reading, indexes[0]):
            return answer
        attempt = self._best(reading, question, indexes)
        verdict = judge(attempt)
        corrected = self._set_right(attempt, verdict, question, indexes)
        if corrected is not None:
            return corrected
        if reading.inherited or not _garbled(attempt):
            return self._reply(attempt, verdict)
        surest: Attempt | None = None
        for other in other_readings(self._reader, reading):
            answer = self._page_answer(other, indexes)
            if answer is not None:
                return answer
            again = self._best(other, question, indexes)
            if self._is_clearer(again, attempt) and (surest is None or again.probability > surest.probability):
                surest = again
            if surest is again and not again.coverage.missing:
                break  # every word makes sense
        return self._reply(attempt, verdict) if surest is None else self._reply(surest, judge(surest))

    def _page_answer(self, reading: Reading, indexes: Sequence[StoryIndex]) -> Answer | None:
        """Summaries, and what is asked of the page itself."""
        index = indexes[0]
        topic = topic_of(reading.folded)
        if topic is not None:
            pieces = furniture_for(topic, index.furniture, index.credit)
            if pieces:
                return self._replies.furniture(reading, index, topic, pieces)
            return None if topic in OR_OF_THE_STORY else self._replies.page_silent(reading, index, topic)
        if reading.kind is AskedKind.SUMMARY:
            return self._replies.summary(reading, index)
        return None

    def _stories(self, reading: Reading, indexes: Sequence[StoryIndex]) -> Answer | None:
        """The stories that tell of something, if that is what the question asks for."""
        sought = looked_for(reading.text, reading.folded)
        if sought is None:
            return None
        search = self._reader.read(sought, reading.language)
        attempts = [self._attempts.attempt(search, index) for index in indexes]
        found = telling(attempts)
        return self._replies.stories(found) if found else None

    def _set_right(
        self, attempt: Attempt, verdict: Verdict, question: Question, indexes: Sequence[StoryIndex]
    ) -> Answer | None:
        """What the story says instead of a wrong guess in the question."""
        if verdict.gap is None and self._gate.tier(attempt.probability) is Tier.ANSWER:
            return None
        turned = turned_round(attempt)
        if turned is not None:
            plain = self._best(without_direction(self._reader, attempt.reading), question, indexes)
            probability = max(attempt.probability, plain.probability)
            if self._gate.tier(probability) is Tier.ANSWER:
                return self._replies.otherwise(replace(attempt, probability=probability), turned)
        for other, must_deny in (
            (without_guess(self._reader, attempt, verdict), False),
            (with_countries(self._reader, attempt, verdict), True),
        ):
            if other is None:
                continue
            instead = self._best(other, question, indexes)
            found = judge(instead)
            sure = found.gap is None and self._gate.tier(instead.probability) is Tier.ANSWER
            if sure and (not must_deny or denies(instead, found)):
                return self._replies.otherwise(instead, found)
        return None

    def _is_attested(self, page_answer: Answer, reading: Reading, index: StoryIndex) -> bool:
        """Whether words that may be of the page are, as an editor wrote, of the story: "the picture is complex"."""
        if not isinstance(page_answer, DirectAnswer) or page_answer.topic not in ALSO_WORDS_OF_STORIES:
            return False
        attempt = self._attempts.attempt(reading, index)
        if reading.kind in _FIGURES and any(
            index.names.main.isdisjoint(use.stems) for use in attempt.uses if use.stems
        ):
            return True  # "what did Sallow value the picture at"
        return attempt.best is not None and attempt.best.phrasing >= ATTESTED

    def _best(self, reading: Reading, question: Question, indexes: Sequence[StoryIndex]) -> Attempt:
        attempts = [self._attempts.attempt(reading, index) for index in indexes]
        return choose(attempts, question.story)

    def _is_clearer(self, other: Attempt, attempt: Attempt) -> bool:
        """Whether the story answers another reading and knows more of its words than of those that were typed."""
        clearer = other.coverage.features["story"] > attempt.coverage.features["story"]
        known = _missing_share(other) <= _FEW_MISSING
        return clearer and known and self._gate.tier(other.probability) is Tier.ANSWER and judge(other).gap is None

    def _reply(self, attempt: Attempt, verdict: Verdict) -> Answer:
        tier = self._gate.tier(attempt.probability)
        if tier is Tier.ANSWER and verdict.gap is None:
            choices = choices_among(attempt, verdict)
            if choices:
                return self._replies.clarification(attempt, choices)
            return self._replies.direct(attempt, verdict)
        if attempt.left_open is not None:
            return self._replies.hedge(attempt, beside_open(attempt, verdict))
        if verdict.position is None or (tier is Tier.REFUSE and not is_about(attempt, verdict)):
            return self._replies.refusal(attempt, verdict)
        return self._replies.hedge(attempt, closest(attempt, verdict))


def thanks_in(reading: Reading) -> str | None:
    """The intent of a short message that thanks in its own words: "special thanks to you"."""
    if len(reading.words) > _SHORT or "?" in reading.text or reading.kind is not AskedKind.OTHER:
        return None
    return "thanks" if any(is_thanks(word.folded) for word in reading.words) else None


def _garbled(attempt: Attempt) -> bool:
    """Whether most of what was typed means nothing here, so that another reading is worth a try."""
    return _missing_share(attempt) >= _MANY_MISSING


def _missing_share(attempt: Attempt) -> float:
    content = sum(word.is_content for word in attempt.asked)
    return len(attempt.coverage.missing) / content if content else 0.0
