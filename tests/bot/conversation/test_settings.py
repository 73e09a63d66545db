"""Languages, a fresh start, privacy and being forgotten; commands and what is no question at all."""

import asyncio
import sqlite3
from contextlib import closing

import pytest

from bot.sandbox.client import SandboxClient
from handlers.commands import PRIVATE_COMMANDS
from handlers.rendering.texts import texts_in
from tests.bot.conversation.chatting import Chat
from tests.support.bot_process import BotProcess

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_a_fixed_language_stays_and_automatic_goes_back(english: Chat) -> None:
    await english.say("/language")
    assert await english.press_for_edit("Українська") == "Домовилися, говоритиму українською."
    assert (await english.say("hello")).startswith("Вітаю!")
    await english.say("/language")
    await english.press_for_edit("Як у Telegram")
    assert (await english.say("hello")).startswith("Hello!")


async def test_new_forgets_what_the_talk_was_about(english: Chat, other: Chat) -> None:
    for chat in (english, other):
        await chat.say("Does Microsoft host OpenAI models in China?")
    assert await other.say("/new") == other.texts("new-done")
    assert await english.say("why?") != await other.say("why?")


async def test_whoever_wants_to_be_forgotten_is_asked_once_more_and_then_leaves_no_row(
    reader: Chat, running: BotProcess
) -> None:
    await reader.say(reader.worded("Who reported this story?", "Хто про це повідомив?"))
    await reader.press("👍")
    await reader.say("/subscribe")
    await reader.say("/forgetme")
    await reader.press_for_edit(reader.texts("forget-no"))
    assert rows_of(running, reader.person) > 0
    await reader.say("/forgetme")
    assert await reader.press_for_edit(reader.texts("forget-yes")) == reader.texts("forget-done")
    assert rows_of(running, reader.person) == 0


async def test_what_is_kept_and_for_how_long_is_said(reader: Chat) -> None:
    text = await reader.say("/privacy")
    assert "90" in text
    assert "/forgetme" in text


async def test_every_command_of_the_menu_is_answered(telegram: SandboxClient, running: BotProcess) -> None:
    async def answer_to(command: str) -> str:
        return await (await Chat.of_new_person(telegram, command, "en")).say(f"/{command}")

    answers = await asyncio.gather(*(answer_to(command) for command in PRIVATE_COMMANDS))
    unknown = [c for c, answer in zip(PRIVATE_COMMANDS, answers, strict=True) if answer.startswith("There is no such")]
    assert unknown == []
    assert texts_in("en")("command-unknown", again=0) not in answers


async def test_the_menu_of_commands_speaks_the_readers_language(telegram: SandboxClient, reader: Chat) -> None:
    menu = {entry["command"]: entry["description"] for entry in await telegram.menu(reader.chat, reader.language)}
    assert set(PRIVATE_COMMANDS) <= set(menu)
    assert menu["faq"] == reader.texts("command-faq")


async def test_a_command_with_a_slip_is_suggested_and_no_other_text_comes_twice(reader: Chat) -> None:
    assert await reader.say("/strory") == reader.texts("command-meant", command="/story", again=0)
    assert await reader.say("/strory") == reader.texts("command-meant", command="/story", again=1)
    assert await reader.say("/zzzzqqq") == reader.texts("command-unknown", again=0)


async def test_an_edited_command_is_kindly_sent_back(reader: Chat) -> None:
    asked = await reader.telegram.say(reader.person, "/source")
    await reader.telegram.wait_for_messages(reader.chat, after=asked)
    await reader.telegram.edit(reader.person, asked, "/story")
    heard = await reader.telegram.wait_for_messages(reader.chat, 2, after=asked)
    assert heard[-1]["text"] == reader.texts("command-edited", again=0)


def rows_of(running: BotProcess, person: int) -> int:
    """How many rows of any table name the person."""
    with closing(sqlite3.connect(running.database)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = 0
        for table in tables:
            columns = {column[1] for column in database.execute(f"PRAGMA table_info({table})")}
            for column in columns & {"person", "chat"}:
                query = f"SELECT count(*) FROM {table} WHERE {column} = ?"  # noqa: S608
                found += database.execute(query, (person,)).fetchone()[0]
    return found
