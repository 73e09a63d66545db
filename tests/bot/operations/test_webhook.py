"""Updates that are pushed: the real bot behind a webhook, and what is refused at its door."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from telegram import Bot

from bot.receiving.listening import address_of, listening
from bot.receiving.updates import UpdateQueue
from bot.receiving.webhook import HEADER, LARGEST_UPDATE, Address, Door, Registration, webhook_address, webhook_server
from bot.sandbox.client import SandboxClient
from bot.sending.http_client import HttpClient
from bot.settings import read_settings
from bot.watching.metrics import Metrics
from knowledge.errors import InvalidSettings
from knowledge.store.database import open_database
from knowledge.store.updates import UpdateStore
from tests.bot.operations.places import free_address
from tests.support.bot_process import BotProcess, BotProcesses
from tests.support.raw_bot import raw_bot

QUESTION = "How much does ByteDance spend on Microsoft?"
NOWHERE = Path("/nonexistent/.env")
SECRET = "told-only-to-Telegram_1"


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A client without connections kept open."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True)) as session:
        yield session


async def pushed_bot(bot_process: BotProcesses, address: str, secret: str = "") -> BotProcess:
    """A bot behind a webhook at `address`."""
    url = f"http://{address}/updates"
    return await bot_process(
        STORYLINE_WEBHOOK_URL=url, STORYLINE_WEBHOOK_LISTEN=address, STORYLINE_WEBHOOK_SECRET=secret
    )


def message(update_id: int, user: int, text: str) -> dict[str, object]:
    """An update with a private message."""
    sender = {"id": user, "is_bot": False, "first_name": "Olena", "language_code": "en"}
    chat = {"id": user, "type": "private", "first_name": "Olena"}
    content = {"message_id": update_id, "date": 1_790_000_000, "chat": chat, "from": sender, "text": text}
    return {"update_id": update_id, "message": content}


async def test_it_listens_before_telegram_is_told_and_answers_what_comes_at_once(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    reader = await sandbox.user("Olena")
    asked = await sandbox.say(reader, QUESTION)  # waits at Telegram and comes the moment that the webhook is set
    await pushed_bot(bot_process, free_address())
    reply = (await sandbox.wait_for_messages(reader, after=asked))[0]
    assert "$1 billion" in reply["text"]
    assert "$1 billion" in (await sandbox.ask(reader, QUESTION))["text"]
    told = (await sandbox.calls("setWebhook"))[0]["parameters"]
    assert len(told["secret_token"]) >= 32
    assert "drop_pending_updates" not in told
    async with raw_bot(sandbox) as telegram:
        assert "last_error_message" not in await telegram.result("getWebhookInfo")
    assert (await sandbox.statistics())["polls"] == 0


async def test_without_the_secret_nobody_gets_in(
    sandbox: SandboxClient, bot_process: BotProcesses, http: aiohttp.ClientSession
) -> None:
    reader, address = await sandbox.user("Olena"), free_address()
    bot = await pushed_bot(bot_process, address, SECRET)
    url, update = f"http://{address}/updates", message(900_000_001, reader, QUESTION)
    for headers in ({}, {HEADER: "guess"}, {HEADER: SECRET[:-1]}, {HEADER: "ключ"}):
        async with http.post(url, json=update, headers=headers) as response:
            assert response.status == 403
    async with http.get(url, headers={HEADER: SECRET}) as response:
        assert response.status == 405
    async with http.post(f"http://{address}/", json=update, headers={HEADER: SECRET}) as response:
        assert response.status == 404
    assert await sandbox.bot_messages(reader) == []
    assert SECRET not in bot.log


async def test_an_update_is_in_the_database_when_it_is_confirmed(
    sandbox: SandboxClient, bot_process: BotProcesses, http: aiohttp.ClientSession
) -> None:
    reader, address = await sandbox.user("Olena"), free_address()
    bot = await pushed_bot(bot_process, address, SECRET)
    await sandbox.fault("lost", method="sendMessage", times=None)
    async with http.post(
        f"http://{address}/updates", json=message(900_000_002, reader, QUESTION), headers={HEADER: SECRET}
    ) as response:
        assert response.status == 200
    await bot.kill()
    await sandbox.clear_faults()
    await pushed_bot(bot_process, address, SECRET)
    assert "$1 billion" in (await sandbox.wait_for_messages(reader))[-1]["text"]


async def test_the_same_update_twice_is_answered_once(
    sandbox: SandboxClient, bot_process: BotProcesses, http: aiohttp.ClientSession
) -> None:
    reader, address = await sandbox.user("Olena"), free_address()
    await pushed_bot(bot_process, address, SECRET)

    async def push(update_id: int) -> int:
        update = message(update_id, reader, QUESTION)
        async with http.post(f"http://{address}/updates", json=update, headers={HEADER: SECRET}) as response:
            return response.status

    statuses = await asyncio.gather(*(push(900_000_003) for _ in range(5)))
    assert statuses == [200] * 5
    assert await push(900_000_004) == 200
    await sandbox.wait_for_messages(reader, 2)
    await asyncio.sleep(0.3)
    assert len(await sandbox.bot_messages(reader)) == 2


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe\x00", 400),
        (b"[]", 400),
        (b"null", 400),
        (b'"text"', 400),
        (b'{"message": {}}', 400),
        (b'{"update_id": "x"}', 400),
        (b'{"update_id": 1, "message": 7}', 400),
        (b'{"update_id": 1, "message": {"message_id": 1}}', 400),
        (b"[" * 100_000, 400),
        (b" " * (LARGEST_UPDATE + 1), 413),
    ],
)
async def test_what_is_no_update_is_refused(
    content: bytes, status: int, tmp_path: Path, http: aiohttp.ClientSession
) -> None:
    place = free_address()
    async with open_database(tmp_path / "storyline.sqlite3") as database:
        updates = UpdateQueue(UpdateStore(database), lambda: datetime.now(UTC))
        server = webhook_server("/updates", Door(Bot("1:token"), updates, Metrics(), SECRET))
        async with (
            listening(server, address_of(place, "STORYLINE_WEBHOOK_LISTEN"), "STORYLINE_WEBHOOK_LISTEN"),
            http.post(f"http://{place}/updates", data=BytesIO(content), headers={HEADER: SECRET}) as response,
        ):
            assert response.status == status
        assert updates.qsize() == 0


async def test_an_update_that_cannot_be_stored_is_not_confirmed(tmp_path: Path, http: aiohttp.ClientSession) -> None:
    place = free_address()
    async with open_database(tmp_path / "storyline.sqlite3") as database:
        async with database.transaction() as writer:
            await writer.execute("DROP TABLE updates")
        updates = UpdateQueue(UpdateStore(database), lambda: datetime.now(UTC))
        server = webhook_server("/updates", Door(Bot("1:token"), updates, Metrics(), SECRET))
        async with (
            listening(server, address_of(place, "STORYLINE_WEBHOOK_LISTEN"), "STORYLINE_WEBHOOK_LISTEN"),
            http.post(f"http://{place}/updates", json=message(1, 5, QUESTION), headers={HEADER: SECRET}) as response,
        ):
            assert response.status == 500
        assert updates.qsize() == 0


async def heard_after(registration: Registration, metrics: Metrics) -> bool:
    """Whether a look at the webhook was a sign of life."""
    metrics.last_heard = None
    await registration.look()
    return metrics.last_heard is not None


async def test_a_webhook_that_another_program_changed_is_noticed(
    sandbox: SandboxClient, caplog: pytest.LogCaptureFixture
) -> None:
    metrics, address = Metrics(), Address("http://127.0.0.1:9/updates", ("127.0.0.1", 9), SECRET)
    async with Bot(sandbox.token, base_url=sandbox.api_url, request=HttpClient()) as bot:
        registration = Registration(bot, address, ["message"], metrics)
        await registration.make()
        assert await heard_after(registration, metrics)
        assert caplog.messages == []
        async with raw_bot(sandbox) as other:
            await other.result("deleteWebhook")
        assert not await heard_after(registration, metrics)
    assert caplog.messages == ["Telegram does not deliver here any more: another program has changed the webhook."]


async def test_a_failed_delivery_is_logged_once(sandbox: SandboxClient, caplog: pytest.LogCaptureFixture) -> None:
    reader, metrics = await sandbox.user("Olena"), Metrics()
    address = Address(f"http://{free_address()}/updates", ("127.0.0.1", 9), SECRET)  # nobody listens there
    async with Bot(sandbox.token, base_url=sandbox.api_url, request=HttpClient()) as bot:
        registration = Registration(bot, address, ["message"], metrics)
        await registration.make()
        await sandbox.say(reader, QUESTION)
        for _ in range(100):
            await registration.look()
            if caplog.messages:
                break
            await asyncio.sleep(0.05)
    assert caplog.messages == ["Telegram could not deliver an update: Connection refused."]


def test_a_secret_is_made_up_where_none_is_set() -> None:
    settings = read_settings({"STORYLINE_WEBHOOK_URL": "https://bot.example.org/updates"}, NOWHERE)
    first, second = webhook_address(settings), webhook_address(settings)
    assert first is not None
    assert second is not None
    assert len(first.secret) >= 32
    assert first.secret != second.secret
    assert (first.path, first.listen) == ("/updates", ("127.0.0.1", 8443))


def test_without_an_address_there_is_no_webhook() -> None:
    assert webhook_address(read_settings({}, NOWHERE)) is None


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"STORYLINE_WEBHOOK_URL": "bot.example.org"}, "STORYLINE_WEBHOOK_URL"),
        ({"STORYLINE_WEBHOOK_URL": "ftp://bot.example.org/"}, "STORYLINE_WEBHOOK_URL"),
        ({"STORYLINE_WEBHOOK_SECRET": "two words"}, "STORYLINE_WEBHOOK_SECRET"),
        ({"STORYLINE_WEBHOOK_LISTEN": "8443"}, "STORYLINE_WEBHOOK_LISTEN"),
        ({"STORYLINE_WEBHOOK_LISTEN": "127.0.0.1:0"}, "STORYLINE_WEBHOOK_LISTEN"),
        ({"STORYLINE_WEBHOOK_LISTEN": "127.0.0.1:port"}, "STORYLINE_WEBHOOK_LISTEN"),
        ({"STORYLINE_WEBHOOK_LISTEN": "127.0.0.1:70000"}, "STORYLINE_WEBHOOK_LISTEN"),
    ],
)
def test_unusable_settings_are_named(values: dict[str, str], named: str) -> None:
    with pytest.raises(InvalidSettings, match=named) as caught:
        webhook_address(read_settings({"STORYLINE_WEBHOOK_URL": "https://bot.example.org/"} | values, NOWHERE))
    assert "two words" not in str(caught.value)


async def test_an_address_that_telegram_refuses_ends_the_start_with_a_sentence(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    address = free_address()
    bot = await bot_process(
        wait=False, STORYLINE_WEBHOOK_URL="http://bot.example.org/updates", STORYLINE_WEBHOOK_LISTEN=address
    )
    bot.expected_refusals.append("HTTPS URL must be provided")
    assert await asyncio.wait_for(bot.process.wait(), 20) == 1
    assert bot.log.splitlines()[-1].startswith("storyline: Telegram refuses STORYLINE_WEBHOOK_URL")


async def test_a_taken_port_ends_the_start_with_a_sentence(bot_process: BotProcesses) -> None:
    address = free_address()
    host, port = address.split(":")
    taken = await asyncio.start_server(lambda reader, writer: None, host, int(port))
    async with taken:
        bot = await bot_process(
            wait=False, STORYLINE_WEBHOOK_URL=f"http://{address}/", STORYLINE_WEBHOOK_LISTEN=address
        )
        assert await asyncio.wait_for(bot.process.wait(), 20) == 1
    assert "STORYLINE_WEBHOOK_LISTEN cannot be listened at" in bot.log


async def test_the_webhook_stays_when_the_bot_stops_and_what_came_is_answered_after(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    reader, address = await sandbox.user("Olena"), free_address()
    bot = await pushed_bot(bot_process, address)
    assert await bot.stop() == 0
    assert (await sandbox.statistics())["webhook"]
    asked = await sandbox.say(reader, QUESTION)
    await pushed_bot(bot_process, address)
    assert "$1 billion" in (await sandbox.wait_for_messages(reader, after=asked))[-1]["text"]


async def test_long_polling_takes_an_old_webhook_away_and_loses_nothing(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    reader, address = await sandbox.user("Olena"), free_address()
    await (await pushed_bot(bot_process, address)).stop()
    asked = await sandbox.say(reader, QUESTION)
    await bot_process()
    assert "$1 billion" in (await sandbox.wait_for_messages(reader, after=asked))[-1]["text"]
    assert not (await sandbox.statistics())["webhook"]
