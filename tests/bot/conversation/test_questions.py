"""Questions in private: the channel's format, follow-ups, edits, kindness when nothing is found."""

import sqlite3
import time
from contextlib import closing

import pytest

from tests.bot.conversation.chatting import Chat
from tests.support.bot_process import BotProcess

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_an_answer_is_a_post_of_the_channel_with_its_source(reader: Chat) -> None:
    text = await reader.say(reader.worded("Who reported this story?", "Хто про це повідомив?"))
    assert "Bloomberg → Artificialintelligence-news → «AI»" in text
    assert text.endswith("@proaiandevenmore")
    assert text.startswith("AI\n")
    quoted = [entity for entity in reader.last["entities"] if entity["type"] == "blockquote"]
    assert len(quoted) == 1
    assert "👍" in reader.buttons
    assert reader.button("📋")


async def test_the_questions_own_language_wins_over_telegrams(english: Chat, ukrainian: Chat) -> None:
    assert "хв читання · наш переклад" in await english.say("Хто найбільший клієнт Microsoft?")
    assert "2 min read" in await ukrainian.say("Who is Microsoft's largest AI customer?")


async def test_a_short_question_goes_on_from_the_one_before(reader: Chat) -> None:
    await reader.say(reader.worded("Who is Microsoft's largest AI customer?", "Хто найбільший ШІ-клієнт Microsoft?"))
    text = await reader.say(reader.worded("and how much do they spend?", "а скільки витрачає?"))
    assert "$1" in text


async def test_an_edited_question_edits_its_answer(reader: Chat) -> None:
    asked = await reader.telegram.say(reader.person, reader.worded("Who reported this?", "Хто про це повідомив?"))
    (answer,) = await reader.telegram.wait_for_messages(reader.chat, after=asked)
    await reader.telegram.edit(
        reader.person, asked, reader.worded("How much does ByteDance spend?", "Скільки витрачає ByteDance?")
    )
    edited = await reader.telegram.wait_for_edit(reader.chat, answer["message_id"], answer)
    assert "$1" in edited["text"]
    assert edited["reply_markup"] == answer["reply_markup"] or edited["reply_markup"]["inline_keyboard"]
    assert len(await reader.telegram.bot_messages(reader.chat)) == 1


async def test_an_edit_that_asks_the_same_changes_nothing(english: Chat) -> None:
    asked = await english.telegram.say(english.person, "Who reported this?")
    (answer,) = await english.telegram.wait_for_messages(english.chat, after=asked)
    await english.telegram.edit(english.person, asked, "Who reported this?")
    await english.heard_after(asked)
    assert await english.telegram.bot_messages(english.chat) == [answer]


@pytest.mark.parametrize("question", ["What is the weather?", "Who reported this story?", "hello", "Alibaba?", "..."])
async def test_nothing_is_said_twice_in_the_same_words(english: Chat, question: str) -> None:
    first = await english.say(question)
    assert await english.say(question) != first


async def test_the_third_miss_in_a_row_brings_the_menu_and_the_editors(reader: Chat) -> None:
    for question in ("Who won the football match?", "Who won the chess final?"):
        await reader.say(question)
        assert reader.texts("question-give-up") not in reader.text
    await reader.say(reader.worded("How do I bake bread?", "Як спекти хліб?"))
    assert reader.text.endswith(reader.texts("question-give-up"))
    assert {reader.texts("menu-faq"), reader.texts("menu-story"), reader.texts("menu-editors")} <= set(reader.buttons)
    await reader.press_for_message(reader.texts("menu-faq"))
    assert len(reader.buttons) >= 5


async def test_a_question_typed_on_the_other_keyboard_is_found_and_announced(english: Chat) -> None:
    await english.say("Црщ шы Ьшскщыщае's дфкпуые ФШ сгыещьук?".replace("'s", "єі"))
    assert "ByteDance" in english.text
    assert english.text.startswith(("Showing results for “Who is", "Шукаю за запитом «Who is"))


async def test_somebody_who_floods_is_asked_once_to_slow_down_and_slows_nobody(
    running: BotProcess, english: Chat, ukrainian: Chat
) -> None:
    asked_just_now(running, english.person, 19)
    asked = await english.telegram.say(english.person, "Who reported this story?")
    for number in range(8):
        await english.telegram.say(english.person, f"And who reported this one? {number}")
    await ukrainian.say("Хто про це повідомив?")
    await english.telegram.wait_for_messages(english.chat, 2, after=asked)
    answer, slow_down = await english.heard_after(asked)
    assert "Bloomberg" in answer["text"]
    assert slow_down["text"] == english.texts("question-slow-down")


def asked_just_now(running: BotProcess, person: int, questions: int) -> None:
    with closing(sqlite3.connect(running.database)) as database, database:
        database.executemany(
            """INSERT INTO turns (chat, person, question, folded, status, asked)
               VALUES (?, ?, 'Who?', 'who', 'smalltalk', ?)""",
            [(person, person, time.time())] * questions,
        )
