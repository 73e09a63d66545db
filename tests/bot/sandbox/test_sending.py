"""Sending and editing in the sandbox: Telegram's limits and Telegram's words."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.client import SandboxClient
from tests.support.raw_bot import RawBot, raw_bot


@pytest.fixture
async def bot(sandbox: SandboxClient) -> AsyncIterator[RawBot]:
    async with raw_bot(sandbox) as raw:
        yield raw


def button(data: str, label: str = "Go") -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": data}]]}


async def test_html_becomes_text_with_entities(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    html = "<b>Fish &amp; chips</b> 😀 <a href='https://example.org/a?b=1&amp;c=2'>here</a>"
    sent = await bot.result("sendMessage", chat_id=reader, text=html, parse_mode="HTML")
    assert sent["text"] == "Fish & chips 😀 here"
    assert sent["entities"] == [
        {"type": "bold", "offset": 0, "length": 12},
        {"type": "text_link", "offset": 16, "length": 4, "url": "https://example.org/a?b=1&c=2"},
    ]


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("ї<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ],
)
async def test_bad_html_is_refused_in_the_servers_words(
    sandbox: SandboxClient, bot: RawBot, html: str, problem: str
) -> None:
    reader = await sandbox.user()
    refusal = await bot.refusal("sendMessage", chat_id=reader, text=html, parse_mode="HTML")
    assert refusal == f"Bad Request: can't parse entities: {problem}"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "message text is empty"),
        (" \u200b\n ", "text must be non-empty"),
        ("<b></b>", "text must be non-empty"),
        ("x" * 4097, "message is too long"),
        ("x" * 32769, "text is too long"),
    ],
)
async def test_a_text_is_visible_and_within_the_limit(
    sandbox: SandboxClient, bot: RawBot, text: str, problem: str
) -> None:
    reader = await sandbox.user()
    refusal = await bot.refusal("sendMessage", chat_id=reader, text=text, parse_mode="HTML")
    assert refusal == f"Bad Request: {problem}"


async def test_the_limit_counts_code_points_after_parsing(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    sent = await bot.result("sendMessage", chat_id=reader, text=f"  <b>{'😀' * 4096}</b>  ", parse_mode="HTML")
    assert len(sent["text"]) == 4096
    assert sent["entities"][0]["length"] == 8192


@pytest.mark.parametrize("data", ["", "ї" * 33])
async def test_button_data_is_one_to_64_bytes(sandbox: SandboxClient, bot: RawBot, data: str) -> None:
    reader = await sandbox.user()
    refusal = await bot.refusal("sendMessage", chat_id=reader, text="x", reply_markup=button(data))
    assert refusal == "Bad Request: BUTTON_DATA_INVALID"
    await bot.result("sendMessage", chat_id=reader, text="x", reply_markup=button("ї" * 32))


async def test_more_than_a_hundred_buttons_are_too_many(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    rows = [[{"text": "x", "callback_data": str(number)} for number in range(10)] for _ in range(11)]
    refusal = await bot.refusal("sendMessage", chat_id=reader, text="x", reply_markup={"inline_keyboard": rows})
    assert refusal == "Bad Request: reply markup is too long"


async def test_a_row_is_cut_at_twelve_buttons(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    row = [{"text": "x", "callback_data": str(number)} for number in range(13)]
    sent = await bot.result("sendMessage", chat_id=reader, text="x", reply_markup={"inline_keyboard": [row]})
    assert len(sent["reply_markup"]["inline_keyboard"][0]) == 12


async def test_an_edit_changes_in_place_and_drops_buttons_it_does_not_name(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    sent = await bot.result("sendMessage", chat_id=reader, text="one", reply_markup=button("a"))
    place = {"chat_id": reader, "message_id": sent["message_id"]}
    assert "not modified" in await bot.refusal("editMessageText", text="one", reply_markup=button("a"), **place)
    assert await bot.refusal("editMessageText", text="x" * 5000, **place) == "Bad Request: MESSAGE_TOO_LONG"
    changed = await bot.result("editMessageText", text="two", **place)
    assert changed["text"] == "two"
    assert "reply_markup" not in changed
    assert await sandbox.message(reader, sent["message_id"]) == changed


async def test_what_is_gone_cannot_be_edited_deleted_or_replied_to(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    place = {"chat_id": reader, "message_id": 999}
    assert await bot.refusal("editMessageText", text="x", **place) == "Bad Request: message to edit not found"
    assert await bot.refusal("deleteMessage", **place) == "Bad Request: message to delete not found"
    reply = {"message_id": 999}
    refusal = await bot.refusal("sendMessage", chat_id=reader, text="x", reply_parameters=reply)
    assert refusal == "Bad Request: message to be replied not found"


async def test_a_photo_is_sent_by_upload_and_again_by_its_id(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    form = aiohttp.FormData({"chat_id": str(reader), "caption": "A <b>picture</b>", "parse_mode": "HTML"})
    form.add_field("photo", b"\x89PNG\r\n--x\r\n\r\n", filename="a.png")
    async with bot.session.post(f"{bot.base}/sendPhoto", data=form) as response:
        sent = (await response.json())["result"]
    assert sent["caption"] == "A picture"
    file_id = sent["photo"][-1]["file_id"]
    again = await bot.result("sendPhoto", chat_id=reader, photo=file_id)
    assert again["photo"] == sent["photo"]
    path = (await bot.result("getFile", file_id=file_id))["file_path"]
    async with bot.session.get(f"{sandbox.api_file_url}{sandbox.token}/{path}") as response:
        assert await response.read() == b"\x89PNG\r\n--x\r\n\r\n"
    long = await bot.refusal("sendPhoto", chat_id=reader, photo=file_id, caption="x" * 1025)
    assert long == "Bad Request: message caption is too long"
