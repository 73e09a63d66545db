"""From a post in the channel to the alert in each chat, with the real bot as a process."""

import asyncio
import sys
from pathlib import Path

from bot.sandbox.client import SandboxClient
from bot.sandbox.remote.connection import JsonObject
from tests.support.bot_process import BotProcesses
from tests.support.subscribers import all_received, post_text, received, subscribers

CHANNEL = "@ai_news_channel"
PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="  # one pixel


async def test_a_post_reaches_twenty_subscribers_once(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    channel = await sandbox.channel()
    people = await subscribers(sandbox, tmp_path / "storyline.db", 20)
    bot = await bot_process(STORYLINE_CHANNEL=CHANNEL)
    await sandbox.post(channel, post_text(1))
    assert len(await all_received(sandbox, people, 20, 10)) == 20
    (update,) = [one for one in await sandbox.updates() if "channel_post" in one]
    await sandbox.redeliver(update["update_id"])
    await bot.kill()
    await bot_process(STORYLINE_CHANNEL=CHANNEL)
    await asyncio.sleep(0.5)
    assert set((await received(sandbox, people)).values()) == {1}


async def test_an_edited_post_edits_the_alerts_and_a_queued_one_goes_out_as_edited(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    channel = await sandbox.channel()
    people = await subscribers(sandbox, tmp_path / "storyline.db", 6)
    await bot_process(STORYLINE_CHANNEL=CHANNEL, STORYLINE_ALERTS_PER_SECOND="3")
    post = await sandbox.post(channel, "Ferry cancelled\n\nThe ferry does not sail today.")
    await all_received(sandbox, people, 2, 5)
    await sandbox.edit_post(channel, post, "Ferry cancelled\n\nThe ferry does not sail until Friday.")
    for person in people:
        (alert,) = await shown(sandbox, person, "until Friday")
        assert "today" not in alert["text"]


async def test_the_posts_formatting_and_links_are_kept(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    channel = await sandbox.channel()
    (person,) = await subscribers(sandbox, tmp_path / "storyline.db", 1)
    await bot_process(STORYLINE_CHANNEL=CHANNEL)
    await sandbox.post(
        channel,
        'Port 😀 reopens\n\nRead <a href="https://x.test/port?a=1&amp;b=2">the <b>whole</b> story</a>.',
        html=True,
    )
    (alert,) = await sandbox.wait_for_messages(person)
    links = {entity.get("url") for entity in alert["entities"]}
    assert "https://x.test/port?a=1&b=2" in links
    words = {
        alert["text"].encode("utf-16-le")[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
        for one in alert["entities"]
        if one["type"] == "bold"
    }
    assert {"Port 😀 reopens", "whole"} <= words


async def test_a_withdrawn_item_is_marked_in_what_was_sent(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    channel = await sandbox.channel()
    editor = await sandbox.user("Editor")
    people = await subscribers(sandbox, tmp_path / "storyline.db", 2)
    await bot_process(STORYLINE_CHANNEL=CHANNEL, STORYLINE_ADMINS=str(editor))
    await sandbox.post(channel, "A rumour about the bridge\n\nIt is said to close.")
    await all_received(sandbox, people, 2, 5)
    desk = await sandbox.ask(editor, "/desk")
    for label, then in (
        ("Latest items", "Tap an item"),
        ("A rumour about the bridge", "Withdraw this item"),
        ("Yes, withdraw it", "The desk"),
    ):
        await sandbox.press(editor, desk["message_id"], label)
        await shown(sandbox, editor, then)
    for person in people:
        (alert,) = await shown(sandbox, person, "Withdrawn")
        assert any(entity["type"] == "strikethrough" for entity in alert["entities"])


async def test_a_photo_is_sent_and_the_text_goes_alone_where_the_photo_fails(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    channel = await sandbox.channel()
    people = await subscribers(sandbox, tmp_path / "storyline.db", 2)
    bot = await bot_process(STORYLINE_CHANNEL=CHANNEL)
    await sandbox.post(channel, "A picture of the port\n\nTaken today.", photo=PICTURE)
    (alert,) = await sandbox.wait_for_messages(people[0])
    assert alert["photo"]
    assert alert["caption"].startswith("A picture of the port")
    bot.expected_refusals.append("wrong file identifier")
    await sandbox.fault("refuse", method="sendPhoto", status=400, text="Bad Request: wrong file identifier", times=None)
    await sandbox.post(channel, "Another picture of the harbour\n\nTaken later.", photo=PICTURE)
    _, second = await sandbox.wait(lambda: sandbox.bot_messages(people[0]), lambda messages: len(messages) == 2, 10)
    assert second["text"].startswith("Another picture of the harbour")


async def test_publish_from_the_command_line_reaches_a_running_bot(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    people = await subscribers(sandbox, tmp_path / "storyline.db", 2)
    bot = await bot_process()
    page = tmp_path / "item.txt"
    page.write_text(
        "The old lighthouse is for sale\n\nThe city sells it.\n\nBids are open until May.\n", encoding="utf-8"
    )
    assert (await storyline("publish", str(page), "--database", str(bot.database)))[0] == 0
    await all_received(sandbox, people, 2, 5)
    status, said = await storyline("publish", str(page), "--database", str(bot.database))
    assert status == 0
    assert "nobody is alerted" in said
    page.write_text("The old lighthouse is for sale\n\nThe city sells it for one euro.\n", encoding="utf-8")
    await storyline("publish", str(page), "--database", str(bot.database))
    assert len(await shown(sandbox, people[0], "one euro")) == 1


async def test_a_file_in_the_watched_folder_is_published(
    sandbox: SandboxClient, bot_process: BotProcesses, tmp_path: Path
) -> None:
    (person,) = await subscribers(sandbox, tmp_path / "storyline.db", 1)
    folder = tmp_path / "items"
    folder.mkdir()
    await bot_process(STORYLINE_FOLDER=str(folder))
    (folder / "ferry.txt").write_text("The ferry sails again\n\nIt leaves at nine.\n", encoding="utf-8")
    (alert,) = await sandbox.wait_for_messages(person, seconds=10)
    assert alert["text"].startswith("The ferry sails again")


async def shown(sandbox: SandboxClient, person: int, words: str) -> list[JsonObject]:
    """The bot's messages once the last of them holds `words`."""

    async def look() -> list[JsonObject]:
        return await sandbox.bot_messages(person)

    found: list[JsonObject] = await sandbox.wait(look, lambda messages: words in str(messages[-1:]), 15)
    return found


async def storyline(*arguments: str) -> tuple[int, str]:
    """Runs the command line; its exit status and output."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output, _ = await process.communicate()
    return process.returncode or 0, output.decode()
