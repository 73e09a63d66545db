"""Buttons and inline mode in the sandbox: answered once, in time, within the limits."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.sandbox.client import SandboxClient, SandboxProblem
from bot.sandbox.queries import CALLBACK_SECONDS, Queries
from bot.sandbox.refusals import ApiRefusal
from tests.support.raw_bot import RawBot, raw_bot

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def bot(sandbox: SandboxClient) -> AsyncIterator[RawBot]:
    async with raw_bot(sandbox) as raw:
        yield raw


def article(identifier: str, text: str = "An answer") -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": identifier, "title": "Title", "input_message_content": content}


async def test_a_press_is_answered_once(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go:1"}]]}
    sent = await bot.result("sendMessage", chat_id=reader, text="x", reply_markup=markup)
    query = await sandbox.press(reader, sent["message_id"], "Go")
    update = (await bot.updates())[0]["callback_query"]
    assert (update["data"], update["message"]["message_id"]) == ("go:1", sent["message_id"])
    assert await bot.refusal("answerCallbackQuery", callback_query_id=query, text="x" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    await bot.result("answerCallbackQuery", callback_query_id=query, text="Done")
    assert (await sandbox.wait_for_answer(query))["text"] == "Done"
    assert await bot.refusal("answerCallbackQuery", callback_query_id=query) == TOO_OLD


async def test_a_button_that_is_not_there_cannot_be_pressed_but_forged(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    sent = await bot.result("sendMessage", chat_id=reader, text="x")
    with pytest.raises(SandboxProblem, match="no button 'Go'"):
        await sandbox.press(reader, sent["message_id"], "Go")
    await sandbox.forge_press(reader, sent["message_id"], "evil")
    assert (await bot.updates())[0]["callback_query"]["data"] == "evil"


def test_a_late_answer_is_refused() -> None:
    now = [1000.0]
    queries = Queries(lambda: now[0])
    query = queries.ask("callback", 7, "data")
    now[0] += CALLBACK_SECONDS + 1
    with pytest.raises(ApiRefusal, match="query is too old"):
        queries.answer(query.query_id, "callback", {})


async def test_inline_results_are_checked_and_can_be_sent(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    query = await sandbox.type_inline(reader, "who sup")
    assert (await bot.updates())[0]["inline_query"]["query"] == "who sup"
    results = {"inline_query_id": query}
    too_many = [article(str(number)) for number in range(51)]
    assert "RESULTS_TOO_MUCH" in await bot.refusal("answerInlineQuery", results=too_many, **results)
    twice = [article("a"), article("a")]
    assert "RESULT_ID_DUPLICATE" in await bot.refusal("answerInlineQuery", results=twice, **results)
    assert "RESULT_ID_INVALID" in await bot.refusal("answerInlineQuery", results=[article("x" * 65)], **results)
    assert "can't parse entities" in await bot.refusal("answerInlineQuery", results=[article("a", "<b>")], **results)
    await bot.result("answerInlineQuery", results=[article("a", "An <b>answer</b>")], cache_time=5, **results)
    answer = await sandbox.wait_for_answer(query)
    assert (answer["cache_seconds"], answer["is_personal"]) == (5, False)
    sent = await sandbox.choose_inline(query, "a", reader)
    assert sent["text"] == "An answer"
    assert sent["via_bot"]["is_bot"]
    assert await bot.refusal("answerInlineQuery", results=[], **results) == TOO_OLD


async def test_a_mention_where_the_bot_is_not_can_be_answered_as_a_guest(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    group = await sandbox.chat("Elsewhere", bot_status="left")
    await sandbox.say(reader, "@storyline_demo_bot who?", chat=group)
    update = (await bot.updates())[0]["guest_message"]
    await bot.result("answerGuestQuery", guest_query_id=update["guest_query_id"], result=article("a"))
    assert (await sandbox.messages(group))[-1]["text"] == "An answer"


async def test_a_message_sent_in_inline_mode_can_be_edited(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    group = await sandbox.chat("Friends")
    query = await sandbox.type_inline(reader, "who")
    markup = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
    await bot.result("answerInlineQuery", inline_query_id=query, results=[article("a") | {"reply_markup": markup}])
    sent = await sandbox.choose_inline(query, "a", group)
    await sandbox.press(reader, sent["message_id"], "More", chat=group)
    name = (await bot.updates())[-1]["callback_query"]["inline_message_id"]
    assert await bot.result("editMessageText", inline_message_id=name, text="More of it") is True
    assert (await sandbox.message(group, sent["message_id"]) or {})["text"] == "More of it"
