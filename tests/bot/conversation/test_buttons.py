"""Buttons: chips lead on, old ones say so, forged ones do nothing, and each is answered at once."""

import pytest

from tests.bot.conversation.chatting import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")

FORGED = ["u", "u:", "u:00000000:x", "c:00000000:x", "f:00000000:0", "p:00000000:99999", "o:00000000", "l:999999"]
FORGED += [
    "v:best",
    "w:wrong",
    "e",
    "n",
    "g:de",
    "g:uk",
    "x:yes",
    "x:maybe",
    "m:desk",
    "hello",
    "u:" + "ж" * 20,
    "x:yes:no",
]


async def test_a_chip_asks_its_question_and_leads_on(reader: Chat) -> None:
    await reader.say(reader.worded("Who reported this story?", "Хто про це повідомив?"))
    seen = set()
    for _ in range(2):
        chip = next(label for label in reader.buttons if label.endswith("?") and label not in seen)
        seen.add(chip)
        text = await reader.press_for_message(chip)
        assert text.startswith(f"{chip}\n")
        assert "@proaiandevenmore" in text


async def test_a_chips_question_is_what_a_short_question_goes_on_from(english: Chat) -> None:
    await english.say("/start")
    await english.press_for_message("How much does ByteDance spend")
    assert "$1 billion" in english.text
    fresh = await english.say("/new")
    assert fresh == english.texts("new-done")


async def test_forged_data_does_nothing_but_is_answered(english: Chat) -> None:
    await english.say("Who reported this story?")
    for data in FORGED:
        for message in (english.last["message_id"], 1):
            query = await english.telegram.forge_press(english.person, message, data)
            answer = await english.telegram.wait_for_answer(query)
            assert answer.get("text") in (english.texts("button-gone"), None), data
    assert await english.heard_after(0) == [english.last]


async def test_what_a_command_shows_can_be_tapped(reader: Chat) -> None:
    for command in ("/story", "/stories", "/language", "/forgetme"):
        await reader.say(command)
        assert await reader.press(reader.buttons[0]) != reader.texts("button-gone")
