"""What tests (and tools) hold in their hands: people who write and press, and a look at what the bot did.

    async with SandboxClient.of_ready_file(path) as sandbox:
        reader = await sandbox.user("Olena", language="uk")
        reply = await sandbox.ask(reader, "Who supplies OpenAI's models?")
        assert "Microsoft" in reply["text"]

Messages, calls and updates are dictionaries exactly as Telegram's Bot API documents them.
"""

from bot.sandbox.remote.acts import Acts
from bot.sandbox.remote.connection import ControlConnection, JsonObject, SandboxProblem
from bot.sandbox.remote.looks import Looks
from bot.sandbox.remote.orders import Orders
from bot.sandbox.remote.people import People

__all__ = ["SandboxClient", "SandboxProblem"]


class SandboxClient(People, Acts, Looks, Orders, ControlConnection):
    """A connection to the control side of a running stand-in. Use it as `async with`.

    The methods stand in bot/sandbox/remote: people.py, acts.py, looks.py and orders.py.
    """

    async def ask(
        self,
        user: int,
        text: str,
        *,
        chat: int | None = None,
        reply_to: int | None = None,
        topic: int | None = None,
        seconds: float = 10.0,
    ) -> JsonObject:
        """The person writes, and this waits for the bot's next message in that chat; returns that message.

        Raises SandboxProblem where none comes within `seconds`.
        """
        place = chat if chat is not None else user
        asked = await self.say(user, text, chat=chat, reply_to=reply_to, topic=topic)
        return (await self.wait_for_messages(place, after=asked, seconds=seconds))[0]
