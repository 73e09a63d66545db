"""Thumbs with reasons, reactions, and questions that go to the editors and come back answered."""

import asyncio
import sqlite3
from contextlib import closing

import pytest

from tests.bot.conversation.chatting import Chat
from tests.support.bot_process import BotProcess

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_a_thumb_down_asks_why_in_one_tap(reader: Chat, running: BotProcess) -> None:
    await reader.say(reader.worded("Who reported this story?", "Хто про це повідомив?"))
    buttons = reader.buttons
    before = reader.last
    assert await reader.press("👎") == reader.texts("feedback-why")
    reader.last = await reader.telegram.wait_for_edit(reader.chat, before["message_id"], before)
    assert {reader.texts(f"feedback-{reason}") for reason in ("wrong", "outdated", "other")} <= set(reader.buttons)
    asking = reader.last
    assert await reader.press(reader.texts("feedback-outdated")) == reader.texts("feedback-noted")
    reader.last = await reader.telegram.wait_for_edit(reader.chat, asking["message_id"], asking)
    assert reader.buttons == buttons
    assert verdicts_of(running, reader.person) == [("bad", "outdated")]


async def test_a_thumb_up_is_thanked_for_and_replaces_a_thumb_down(reader: Chat, running: BotProcess) -> None:
    await reader.say(reader.worded("Who reported this story?", "Хто про це повідомив?"))
    await reader.press("👎")
    assert await reader.press("👍") == reader.texts("feedback-thanks")
    assert verdicts_of(running, reader.person) == [("good", None)]


async def test_a_reaction_counts_and_taking_it_back_counts_too(english: Chat, running: BotProcess) -> None:
    await english.say("Who reported this story?")
    message = english.last["message_id"]
    for emoji, verdicts in (("❤", [("good", None)]), ("👎", [("bad", None)]), (None, [])):
        await english.telegram.react(english.person, message, emoji)
        for _ in range(100):
            if verdicts_of(running, english.person) == verdicts:
                break
            await asyncio.sleep(0.05)
        assert verdicts_of(running, english.person) == verdicts


async def test_a_question_goes_to_the_editors_and_the_answer_comes_back(reader: Chat, editor: Chat) -> None:
    question = reader.worded("Does Alibaba buy models too?", "А Alibaba теж купує моделі?")
    await reader.say(question)
    assert await reader.press(reader.texts("menu-editors")) == reader.texts("editors-passed-on")
    (notice,) = await editor.telegram.wait_for_messages(editor.chat, after=editor.last["message_id"])
    assert question in notice["text"]
    assert "Reader" not in notice["text"]
    asked = reader.last["message_id"]
    await editor.say("Not that <we> know.", reply_to=notice["message_id"])
    assert editor.text == editor.texts("editors-delivered")
    (answer,) = await reader.telegram.wait_for_messages(reader.chat, after=asked)
    assert question in answer["text"]
    assert "Not that <we> know." in answer["text"]


async def test_the_same_question_is_passed_on_once(english: Chat) -> None:
    await english.say("Does Alibaba buy models too?")
    await english.press(english.texts("menu-editors"))
    await english.say("Does Alibaba buy models too?")
    assert await english.press(english.texts("menu-editors")) == english.texts("editors-already")


async def test_an_answer_for_somebody_who_has_gone_is_told_to_the_editor(
    running: BotProcess, english: Chat, editor: Chat
) -> None:
    running.expected_refusals.append("bot was blocked by the user")
    await english.say("Does Baidu buy models too?")
    await english.press(english.texts("menu-editors"))
    (notice,) = await editor.telegram.wait_for_messages(editor.chat, after=editor.last["message_id"])
    await english.telegram.block(english.person)
    await editor.say("Not that we know.", reply_to=notice["message_id"])
    assert editor.text == editor.texts("editors-unreachable")


async def test_an_editor_sees_what_waits_and_nobody_else_does(english: Chat, editor: Chat) -> None:
    await english.say("Does Xiaomi buy models too?")
    await english.press(english.texts("menu-editors"))
    (notice,) = await editor.telegram.wait_for_messages(editor.chat, after=editor.last["message_id"])
    editor.last = notice
    summary = await editor.say("/asked")
    assert "👍" in summary

    def shown(messages: list[dict[str, object]]) -> bool:
        return any("Xiaomi" in str(message["text"]) for message in messages)

    listed = await editor.telegram.wait_for_messages(editor.chat, shown, after=editor.last["message_id"])
    again = next(message for message in listed if "Xiaomi" in message["text"])
    await editor.say("Not that we know.", reply_to=again["message_id"])
    assert editor.text == editor.texts("editors-delivered")
    assert (await english.say("/asked")).startswith("There is no such command")


def verdicts_of(running: BotProcess, person: int) -> list[tuple[str, str | None]]:
    with closing(sqlite3.connect(running.database)) as database:
        return list(database.execute("SELECT verdict, reason FROM feedback WHERE person = ?", (person,)))
