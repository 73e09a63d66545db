"""Context of follow-ups, kept across restarts; readers, feedback, and forgetting."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.model.answer import Turn
from knowledge.model.feedback import Reason, Verdict
from knowledge.model.story import Story
from knowledge.store.conversations import ConversationStore, NewTurn
from knowledge.store.database import Database, open_database
from knowledge.store.feedback import FeedbackStore
from knowledge.store.readers import ReaderStore
from knowledge.store.stories import StoryStore

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
STORY = Story(slug="ferries", language="en", title="Two ferries", lead="Two ferries share the pier.")
ASKED = NewTurn(
    chat=7,
    person=7,
    message=11,
    question="Who shares the pier?",
    folded="who shares the pier",
    status="answer",
    story="ferries",
    revision=1,
    unit="lead-1",
    messages=(12, 13),
    said="digest",
    misses=0,
)
TURN = Turn("Who shares the pier?", "ferries", "lead-1")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "s.sqlite3") as database:
        await StoryStore(database).save(STORY, now=NOW, origin="load")
        yield database


@pytest.fixture
def conversations(database: Database) -> ConversationStore:
    return ConversationStore(database)


async def context(conversations: ConversationStore, minutes: float, chat: int = 7, person: int = 7) -> tuple[Turn, ...]:
    now = NOW + timedelta(minutes=minutes)
    return (await conversations.standing(chat, person, now=now, window_seconds=60)).context


async def test_context_is_one_persons_in_one_chat_for_fifteen_minutes(conversations: ConversationStore) -> None:
    await conversations.record(ASKED, now=NOW)
    assert await context(conversations, 14.9) == (TURN,)
    assert await context(conversations, 15.1) == ()
    assert await context(conversations, 1, chat=8) == ()
    assert await context(conversations, 1, person=8) == ()


async def test_context_ends_when_the_story_changes(conversations: ConversationStore, database: Database) -> None:
    await conversations.record(ASKED, now=NOW)
    await StoryStore(database).save(replace(STORY, lead="One ferry is left."), now=NOW, origin="load")
    assert await context(conversations, 1) == ()


async def test_a_fresh_start_clears_the_context_and_the_misses(conversations: ConversationStore) -> None:
    await conversations.record(replace(ASKED, misses=2), now=NOW)
    await conversations.start_over(7, 7, story="ferries", now=NOW + timedelta(seconds=1))
    standing = await conversations.standing(7, 7, now=NOW + timedelta(seconds=2), window_seconds=60)
    assert (standing.context, standing.misses, standing.story) == ((), 0, "ferries")


async def test_small_talk_is_no_context_and_older_turns_come_first(conversations: ConversationStore) -> None:
    await conversations.record(ASKED, now=NOW)
    await conversations.record(replace(ASKED, question="thanks", status="smalltalk", messages=(15,)), now=NOW)
    second = replace(ASKED, question="since when?", message=16, messages=(17,))
    await conversations.record(second, now=NOW + timedelta(seconds=5))
    assert [turn.question for turn in await context(conversations, 1)] == ["Who shares the pier?", "since when?"]


async def test_every_message_of_an_answer_leads_back_to_its_question_however_old(
    conversations: ConversationStore,
) -> None:
    number = await conversations.record(ASKED, now=NOW - timedelta(days=80))
    for message in (12, 13):
        kept = await conversations.answered_by(7, message)
        assert kept is not None
        assert (kept.id, kept.turn, kept.messages) == (number, TURN, (12, 13))
    assert await conversations.answered_by(8, 12) is None


async def test_an_edited_question_takes_the_place_of_the_first(conversations: ConversationStore) -> None:
    number = await conversations.record(ASKED, now=NOW)
    await conversations.replace(number, replace(ASKED, question="Who?", messages=(12,)), now=NOW)
    kept = await conversations.asked_in(7, 11)
    assert kept is not None
    assert (kept.id, kept.question, kept.messages) == (number, "Who?", (12,))
    assert await conversations.answered_by(7, 13) is None


async def test_a_question_asked_before_is_found_within_its_time_and_only_if_it_was_answered(
    conversations: ConversationStore,
) -> None:
    await conversations.record(ASKED, now=NOW)
    await conversations.record(replace(ASKED, folded="why", status="hedge", messages=(19,)), now=NOW)
    hour_ago = NOW - timedelta(hours=1)
    assert await conversations.asked_before(7, "who shares the pier", since=hour_ago) is not None
    assert await conversations.asked_before(7, "who shares the pier", since=NOW) is None
    assert await conversations.asked_before(7, "why", since=hour_ago) is None


async def test_questions_of_the_last_minute_count_in_all_chats(conversations: ConversationStore) -> None:
    for number, seconds in enumerate((70, 50, 10)):
        turn = replace(ASKED, chat=number, messages=(number,))
        await conversations.record(turn, now=NOW - timedelta(seconds=seconds))
    assert (await conversations.standing(9, 7, now=NOW, window_seconds=60)).asked_lately == 2


async def test_a_reader_is_asked_to_slow_down_once_a_minute(database: Database) -> None:
    readers = ReaderStore(database)
    warned = [await readers.warn(7, now=NOW + timedelta(seconds=s), window_seconds=60) for s in (0, 1, 59, 61)]
    assert warned == [True, False, False, True]


async def test_a_fixed_language_is_kept_and_can_be_let_go(database: Database) -> None:
    readers = ReaderStore(database)
    assert await readers.language(7) is None
    await readers.fix_language(7, "uk")
    assert await readers.language(7) == "uk"
    await readers.fix_language(7, None)
    assert await readers.language(7) is None


async def test_forgetting_one_reader_leaves_the_others(conversations: ConversationStore, database: Database) -> None:
    readers, feedback = ReaderStore(database), FeedbackStore(database)
    for person in (7, 8):
        turn = await conversations.record(replace(ASKED, chat=1, person=person, messages=(person,)), now=NOW)
        await feedback.vote(turn, person, Verdict.BAD, Reason.WRONG, now=NOW)
        await feedback.pass_on(1, person, "Why?", now=NOW)
        await readers.fix_language(person, "uk")
    assert await readers.forget(7) == 1
    assert await feedback.counts() == {"bad wrong": 1}
    assert [question.person for question in await feedback.waiting()] == [8]
    assert (await readers.language(7), await readers.language(8)) == (None, "uk")
    assert await conversations.answered_by(1, 7) is None
    assert await conversations.answered_by(1, 8) is not None


async def test_questions_and_feedback_go_after_ninety_days(
    conversations: ConversationStore, database: Database
) -> None:
    feedback = FeedbackStore(database)
    old = await conversations.record(ASKED, now=NOW - timedelta(days=91))
    await feedback.vote(old, 7, Verdict.GOOD, None, now=NOW)
    await conversations.record(replace(ASKED, messages=(20,)), now=NOW)
    assert await conversations.drop_old(now=NOW) == 1
    assert await feedback.counts() == {}
    assert await conversations.answered_by(7, 20) is not None


async def test_a_group_that_moves_keeps_its_standing(conversations: ConversationStore) -> None:
    await conversations.start_over(-5, 7, story="ferries", now=NOW)
    await conversations.move_chat(-5, -1005)
    assert await conversations.open_story(-1005, 7) == "ferries"
    assert await conversations.open_story(-5, 7) is None


async def test_a_question_waits_once_until_an_editor_answers(database: Database) -> None:
    feedback = FeedbackStore(database)
    question = await feedback.pass_on(7, 7, "Why?", now=NOW)
    assert question is not None
    assert await feedback.pass_on(7, 7, "Why?", now=NOW) is None
    await feedback.note_notice(question.id, 99, 5)
    assert await feedback.told_in(99, 5) == question
    assert await feedback.told_in(99, 6) is None
    await feedback.answered(question.id, now=NOW)
    assert await feedback.waiting() == ()
    assert await feedback.pass_on(7, 7, "Why?", now=NOW) is not None
