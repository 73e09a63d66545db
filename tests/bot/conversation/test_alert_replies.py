"""Questions in reply to an alert are about the story that it announced."""

from bot.sandbox.client import SandboxClient
from tests.bot.conversation.chatting import Chat
from tests.support.bot_process import BotProcesses

FERRIES = """Two ferries share one pier

From Monday two ferries share the old pier. The northern ferry is run by Holmline, the southern one by Brandtsea.
"""
MILLS = """A mill turns again

The windmill on the hill turns again since Friday. It was repaired by volunteers, and it is run by the miller Uma Lind.
"""


async def test_a_reply_to_an_older_alert_asks_about_its_story(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    channel = await sandbox.channel(username="ai_news_channel")
    await bot_process(STORYLINE_CHANNEL="@ai_news_channel")
    ann = await Chat.of_new_person(sandbox, "Ann", "en")
    await ann.say("/subscribe")
    alerts = []
    for post in (FERRIES, MILLS):
        before = ann.last["message_id"]
        await sandbox.post(channel, post)
        (ann.last,) = await sandbox.wait_for_messages(ann.chat, after=before)
        alerts.append(ann.last["message_id"])
    assert "Uma Lind" in await ann.say("who is it run by?", reply_to=alerts[1])
    assert "Holmline" in await ann.say("who is it run by?", reply_to=alerts[0])
