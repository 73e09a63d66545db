"""When two passages fit equally well, the reader chooses; the message that asked becomes the answer."""

import sys
from asyncio.subprocess import create_subprocess_exec
from pathlib import Path

import pytest

from bot.sandbox.client import SandboxClient
from tests.bot.conversation.chatting import Chat
from tests.support.bot_process import BotProcesses

FERRIES = Path(__file__).parent / "two-ferries.txt"


@pytest.fixture
async def passenger(sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path) -> Chat:
    database = tmp_path / "storyline.db"
    loading = await create_subprocess_exec(
        *(sys.executable, "-m", "bot", "load", str(FERRIES), "--database", str(database)), cwd=tmp_path
    )
    assert await loading.wait() == 0
    await bot_process(STORYLINE_DATABASE=str(database))
    return await Chat.of_new_person(sandbox, "Ann", "en")


async def test_a_choice_turns_the_question_back_into_the_answer_and_is_what_follow_ups_are_about(
    passenger: Chat,
) -> None:
    assert await passenger.say("who is the captain") == "Which of these do you mean?"
    assert len(passenger.buttons) == 3
    await passenger.press_for_edit(passenger.buttons[1])
    assert passenger.text.count("Ivo Brandt") == 1
    assert "👍" in passenger.buttons
    assert len(await passenger.telegram.bot_messages(passenger.chat)) == 1
    assert await passenger.press("👍") == passenger.texts("feedback-thanks")


async def test_none_of_these_leads_on_and_the_editors_get_the_question(passenger: Chat) -> None:
    await passenger.say("who is the captain")
    await passenger.press_for_edit("None of these")
    assert passenger.text == passenger.texts("clarify-gave-up")
    assert await passenger.press("Ask the editors") == passenger.texts("editors-passed-on")


async def test_asking_back_is_worded_differently_the_second_time(passenger: Chat) -> None:
    first = await passenger.say("who is the captain")
    assert await passenger.say("who is the captain") != first
