"""People, groups and channels of the sandbox: who may write where, and what the bot gets to see."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.client import SandboxClient
from tests.support.raw_bot import RawBot, raw_bot


@pytest.fixture
async def bot(sandbox: SandboxClient) -> AsyncIterator[RawBot]:
    async with raw_bot(sandbox) as raw:
        yield raw


async def kinds(bot: RawBot) -> list[str]:
    """The kinds of the updates that wait, oldest first; takes them."""
    updates = await bot.updates()
    if updates:
        await bot.updates(offset=updates[-1]["update_id"] + 1)
    return [next(name for name in update if name != "update_id") for update in updates]


async def test_people_who_are_away_are_refused_each_in_their_words(sandbox: SandboxClient, bot: RawBot) -> None:
    stranger = await sandbox.user(started=False)
    reader = await sandbox.user()
    gone = await sandbox.user()
    await sandbox.block(reader)
    await sandbox.deactivate(gone)
    words = {
        stranger: "Forbidden: bot can't initiate conversation with a user",
        reader: "Forbidden: bot was blocked by the user",
        gone: "Forbidden: user is deactivated",
        5: "Bad Request: chat not found",
    }
    for chat, refusal in words.items():
        assert await bot.refusal("sendMessage", chat_id=chat, text="x") == refusal
    assert await bot.refusal("sendMessage", text="x") == "Bad Request: chat_id is empty"


async def test_blocking_and_waking_the_bot_are_told(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    await sandbox.block(reader)
    await sandbox.unblock(reader)
    await sandbox.block(reader)
    await sandbox.start(reader)
    assert await kinds(bot) == ["my_chat_member"] * 4 + ["message"]
    await bot.result("sendMessage", chat_id=reader, text="x")


async def test_privacy_mode_shows_only_what_concerns_the_bot(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    group = await sandbox.chat("Friends")
    own = await bot.result("sendMessage", chat_id=group, text="Hello all")
    for text in ("just talk", "/start", "/start@another_bot", "/start@storyline_demo_bot", "hi @Storyline_Demo_Bot"):
        await sandbox.say(reader, text, chat=group)
    await sandbox.say(reader, "an answer", chat=group, reply_to=own["message_id"])
    seen = [update["message"]["text"] for update in await bot.updates()]
    assert seen == ["/start", "/start@storyline_demo_bot", "hi @Storyline_Demo_Bot", "an answer"]
    await sandbox.switch(privacy_mode=False)
    await sandbox.say(reader, "more talk", chat=group)
    assert [update["message"]["text"] for update in await bot.updates()][-1] == "more talk"


async def test_a_banned_bot_is_told_and_refused(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    group = await sandbox.chat("Friends", members={reader: "creator"})
    await sandbox.set_status(group, "kicked")
    assert await kinds(bot) == ["my_chat_member"]
    refusal = await bot.refusal("sendMessage", chat_id=group, text="x")
    assert refusal == "Forbidden: bot was kicked from the supergroup chat"


async def test_a_group_moves_to_a_new_id(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user()
    group = await sandbox.chat("Friends", kind="group", members={reader: "creator"})
    new = await sandbox.migrate(group)
    answer = await bot.call("sendMessage", chat_id=group, text="x")
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    messages = [update["message"] for update in await bot.updates()]
    assert [message.get("migrate_to_chat_id") for message in messages] == [new, None]
    await bot.result("sendMessage", chat_id=new, text="x")


async def test_topics_come_and_go(sandbox: SandboxClient, bot: RawBot) -> None:
    forum = await sandbox.chat("Forum", is_forum=True)
    topic = await sandbox.topic(forum, "News")
    sent = await bot.result("sendMessage", chat_id=forum, message_thread_id=topic, text="x")
    assert sent["message_thread_id"] == topic
    await sandbox.change_topic(forum, topic, "close")
    refusal = await bot.refusal("sendMessage", chat_id=forum, message_thread_id=topic, text="x")
    assert refusal == "Bad Request: TOPIC_CLOSED"
    await sandbox.change_topic(forum, topic, "delete")
    refusal = await bot.refusal("sendMessage", chat_id=forum, message_thread_id=topic, text="x")
    assert refusal == "Bad Request: message thread not found"


async def test_a_channels_posts_and_their_changes_reach_its_administrator(sandbox: SandboxClient, bot: RawBot) -> None:
    channel = await sandbox.channel("AI", username="ai_channel")
    post = await sandbox.post(channel, "<b>News</b>", html=True)
    await sandbox.edit_post(channel, post, "Newer")
    updates = await bot.updates()
    assert updates[0]["channel_post"]["entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert updates[1]["edited_channel_post"]["text"] == "Newer"
    assert (await bot.result("getChat", chat_id="@ai_channel"))["id"] == channel
    await sandbox.set_status(channel, "left")
    await sandbox.post(channel, "unseen")
    assert "channel_post" not in (await kinds(bot))[2:]


async def test_a_photo_post_keeps_its_caption(sandbox: SandboxClient, bot: RawBot) -> None:
    channel = await sandbox.channel()
    post = await sandbox.post(channel, "A picture", photo="iVBORw==")
    await sandbox.edit_post(channel, post, "The picture")
    updates = await bot.updates()
    assert updates[0]["channel_post"]["caption"] == "A picture"
    assert updates[0]["channel_post"]["photo"]
    assert updates[1]["edited_channel_post"]["caption"] == "The picture"
    assert updates[1]["edited_channel_post"]["photo"] == updates[0]["channel_post"]["photo"]


async def test_only_administrators_are_listed(sandbox: SandboxClient, bot: RawBot) -> None:
    owner, member = await sandbox.user(), await sandbox.user()
    group = await sandbox.chat("Friends", members={owner: "creator", member: "member"})
    found = await bot.result("getChatAdministrators", chat_id=group)
    assert [one["user"]["id"] for one in found] == [owner]
    assert (await bot.result("getChatMember", chat_id=group, user_id=member))["status"] == "member"


async def test_menus_are_kept_for_each_language_and_scope(sandbox: SandboxClient, bot: RawBot) -> None:
    reader = await sandbox.user(language="uk")
    english = [{"command": "help", "description": "What I can do"}]
    ukrainian = [{"command": "help", "description": "Що я вмію"}]
    await bot.result("setMyCommands", commands=english)
    await bot.result("setMyCommands", commands=ukrainian, language_code="uk", scope={"type": "all_private_chats"})
    assert await sandbox.menu(reader, "uk") == ukrainian
    assert await sandbox.menu(reader, "en") == english
    assert await bot.result("getMyCommands") == english
    await bot.result("deleteMyCommands")
    assert await sandbox.menu(reader, "en") == []
    for command in ("Help", "a" * 33, ""):
        refusal = await bot.refusal("setMyCommands", commands=[{"command": command, "description": "x"}])
        assert refusal == "Bad Request: BOT_COMMAND_INVALID"
