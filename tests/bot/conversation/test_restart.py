"""What a conversation keeps when the bot is stopped and started."""

from bot.sandbox.client import SandboxClient
from tests.bot.conversation.chatting import Chat
from tests.support.bot_process import BotProcesses


async def test_a_reply_to_an_earlier_answer_goes_on_from_there_even_after_a_restart(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    first = await bot_process()
    ann = await Chat.of_new_person(sandbox, "Ann", "en")
    await ann.say("Who is Microsoft's largest AI customer?")
    answer = ann.last["message_id"]
    await ann.say("/new")
    await first.stop()
    await bot_process()
    assert "$1 billion" in await ann.say("how much do they spend?", reply_to=answer)
