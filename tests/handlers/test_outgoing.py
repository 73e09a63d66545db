"""Replies on their way out: parts, buttons, edits that change nothing, the sign of typing."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest
from telegram.request import BaseRequest, RequestData

from handlers.incoming import Place, PlaceKind
from handlers.outgoing import Outgoing
from handlers.rendering.html import Html
from handlers.rendering.reply import Copy, Open, Reply, Tap

PLACE = Place(7, PlaceKind.PRIVATE)
BUTTONS = ((Tap("Go", "n"), Open("Read", "https://a.example/"), Copy("Copy", "words")),)


class Offline(BaseRequest):
    """Answers every call by itself and remembers it; `refusals` are answered first."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.refusals: list[str] = []

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: object, **kwargs: object
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        self.calls.append((name, dict(request_data.json_parameters) if request_data else {}))
        if name != "getMe" and self.refusals:
            return 400, json.dumps({"ok": False, "error_code": 400, "description": self.refusals.pop(0)}).encode()
        message = {"message_id": len(self.calls), "date": 1, "chat": {"id": 7, "type": "private"}, "text": "x"}
        me = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "the_bot"}
        results: dict[str, object] = {"getMe": me, "sendMessage": message, "editMessageText": message}
        return 200, json.dumps({"ok": True, "result": results.get(name, True)}).encode()

    def named(self, name: str) -> list[dict[str, Any]]:
        """The parameters of the calls of one method."""
        return [parameters for called, parameters in self.calls if called == name]


@pytest.fixture
def wire() -> Offline:
    return Offline()


@pytest.fixture
async def outgoing(wire: Offline) -> AsyncIterator[Outgoing]:
    async with Bot("1:token", request=wire, get_updates_request=Offline()) as bot:
        yield Outgoing(bot)


async def test_buttons_stand_under_the_last_part_only_and_the_first_answers_the_question(
    outgoing: Outgoing, wire: Offline
) -> None:
    sent = await outgoing.send(PLACE, Reply((Html("one"), Html("two")), BUTTONS), answering=5)
    first, second = wire.named("sendMessage")
    assert len(sent) == 2
    assert json.loads(first["reply_parameters"]) == {"message_id": 5, "allow_sending_without_reply": True}
    assert "reply_markup" not in first
    assert "reply_parameters" not in second
    (row,) = json.loads(second["reply_markup"])["inline_keyboard"]
    assert [set(button) - {"text"} for button in row] == [{"callback_data"}, {"url"}, {"copy_text"}]


async def test_an_answer_that_became_shorter_loses_its_last_message(outgoing: Outgoing, wire: Offline) -> None:
    assert await outgoing.edit(PLACE, (10, 11), Reply((Html("one"),), BUTTONS)) == (10,)
    assert [call["message_id"] for call in wire.named("deleteMessage")] == ["11"]
    assert "reply_markup" in wire.named("editMessageText")[0]


async def test_an_answer_that_became_longer_gets_another_message(outgoing: Outgoing, wire: Offline) -> None:
    messages = await outgoing.edit(PLACE, (10,), Reply((Html("one"), Html("two")), BUTTONS))
    assert messages[0] == 10
    assert len(messages) == 2
    assert "reply_markup" in wire.named("sendMessage")[0]


@pytest.mark.parametrize(
    "refusal", ["Bad Request: message is not modified: same", "Bad Request: message to edit not found"]
)
async def test_an_edit_that_would_change_nothing_counts_as_done(
    outgoing: Outgoing, wire: Offline, refusal: str
) -> None:
    wire.refusals.append(refusal)
    assert await outgoing.edit(PLACE, (10,), Reply((Html("one"),))) == (10,)


async def test_any_other_refusal_is_an_error(outgoing: Outgoing, wire: Offline) -> None:
    wire.refusals.append("Bad Request: can't parse entities")
    with pytest.raises(BadRequest):
        await outgoing.edit(PLACE, (10,), Reply((Html("<b>one"),)))


async def test_a_tap_that_waited_too_long_is_let_go_and_words_are_cut_to_what_telegram_shows(
    outgoing: Outgoing, wire: Offline
) -> None:
    wire.refusals.append("Bad Request: query is too old and response timeout expired or query ID is invalid")
    await outgoing.acknowledge("1", "x" * 300)
    assert len(wire.named("answerCallbackQuery")[0]["text"]) == 200


async def test_typing_is_shown_only_for_what_takes_longer_than_a_moment(outgoing: Outgoing, wire: Offline) -> None:
    async with outgoing.typing(PLACE):
        await asyncio.sleep(0.01)
    assert wire.named("sendChatAction") == []
    async with outgoing.typing(PLACE):
        await asyncio.sleep(0.4)
    assert [call["action"] for call in wire.named("sendChatAction")] == ["typing"]
    await asyncio.sleep(0.05)
    assert len(wire.named("sendChatAction")) == 1
