"""One sandbox and one bot for all conversations: each test brings its own people."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.sandbox.client import SandboxClient
from tests.bot.conversation.chatting import Chat
from tests.support.bot_process import BotProcess, bot_processes
from tests.support.sandbox_thread import sandbox_client

EDITOR = 900_001


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def telegram() -> AsyncIterator[SandboxClient]:
    """A stand-in for Telegram that lasts for all conversations."""
    async with sandbox_client() as client:
        yield client


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def running(telegram: SandboxClient, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[BotProcess]:
    """The bot; at the end it is stopped, and nothing may have been refused or have failed."""
    await telegram.user("Editor", language="en", user_id=EDITOR)
    async with bot_processes(telegram, tmp_path_factory.mktemp("conversations")) as bots:
        yield await bots(STORYLINE_ADMINS=str(EDITOR), STORYLINE_CHANNEL="@ai_news_channel")


@pytest_asyncio.fixture(loop_scope="package")
async def english(telegram: SandboxClient, running: BotProcess) -> Chat:
    """A private chat of somebody whose Telegram is in English."""
    return await Chat.of_new_person(telegram, "Ann", "en")


@pytest_asyncio.fixture(loop_scope="package")
async def editor(telegram: SandboxClient, running: BotProcess) -> Chat:
    """The private chat of the one editor; what was said to them before this test is seen."""
    seen = await telegram.messages(EDITOR)
    return Chat(telegram, EDITOR, EDITOR, "en", seen[-1] if seen else {"message_id": 0})


@pytest_asyncio.fixture(loop_scope="package")
async def other(telegram: SandboxClient, running: BotProcess) -> Chat:
    """A second person, in English too."""
    return await Chat.of_new_person(telegram, "Bob", "en")


@pytest_asyncio.fixture(loop_scope="package")
async def ukrainian(telegram: SandboxClient, running: BotProcess) -> Chat:
    """A private chat of somebody whose Telegram is in Ukrainian."""
    return await Chat.of_new_person(telegram, "Olena", "uk")


@pytest_asyncio.fixture(loop_scope="package", params=["en", "uk"])
async def reader(request: pytest.FixtureRequest, telegram: SandboxClient, running: BotProcess) -> Chat:
    """A private chat, once in each language."""
    return await Chat.of_new_person(telegram, "Reader", request.param)
