"""What a conversation keeps when the bot is stopped and started."""

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bot.sandbox.client import SandboxClient
from tests.bot.conversation.chatting import Chat
from tests.support.bot_process import BotProcesses


async def test_a_reply_to_an_earlier_answer_goes_on_from_there_even_after_a_restart(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    first = await bot_process()
    ann = await Chat.of_new_person(sandbox, "Ann", "en")
    await ann.say("Who is Microsoft's largest AI customer?")
    answer = ann.last["message_id"]
    await ann.say("/new")
    await first.stop()
    await bot_process()
    assert "$1 billion" in await ann.say("how much do they spend?", reply_to=answer)


async def test_a_question_that_waited_for_more_than_ten_minutes_gets_an_apology_first(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    ann = await Chat.of_new_person(sandbox, "Ann", "en")
    first = await bot_process()
    await first.stop()
    keep_unhandled(first.database, ann.person, "Who reported this story?", time.time() - 700)
    await bot_process()
    (answer,) = await sandbox.wait_for_messages(ann.chat)
    assert answer["text"].startswith(ann.texts("question-late"))
    assert "Bloomberg" in answer["text"]


async def test_when_something_breaks_the_reader_is_told_and_the_log_has_no_word_of_theirs(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    ann = await Chat.of_new_person(sandbox, "Ann", "en")
    bot = await bot_process()
    bot.may_log_tracebacks = True
    await ann.say("Who reported this story?")
    with closing(sqlite3.connect(bot.database)) as database, database:
        database.execute("ALTER TABLE turns RENAME TO elsewhere")
    assert await ann.press("👍") == ann.texts("failure-broke")
    assert await ann.say("Who is the unmistakable zebra?") == ann.texts("failure-broke")
    assert "failed: StoreError" in bot.log
    assert "zebra" not in bot.log
    assert sandbox.token not in bot.log


def keep_unhandled(database: Path, person: int, text: str, date: float) -> None:
    """Leaves a question in the database as a bot that died would."""
    message = {
        "message_id": 1,
        "date": int(date),
        "chat": {"id": person, "type": "private", "first_name": "Ann"},
        "from": {"id": person, "is_bot": False, "first_name": "Ann", "language_code": "en"},
        "text": text,
    }
    with closing(sqlite3.connect(database)) as opened, opened:
        opened.execute(
            "INSERT INTO updates (id, payload, received) VALUES (?, ?, ?)",
            (5, json.dumps({"update_id": 5, "message": message}), date),
        )
