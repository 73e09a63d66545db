"""A person in a chat with the bot: what they do, and what they see come back."""

import asyncio
from dataclasses import dataclass, field

from bot.sandbox.client import SandboxClient, SandboxProblem
from bot.sandbox.remote.connection import JsonObject
from handlers.rendering.texts import Texts, texts_in

QUIET_SECONDS = 0.4


@dataclass(slots=True)
class Chat:
    """`chat` is where they write; `last` is the bot's last message that they have seen."""

    telegram: SandboxClient
    person: int
    chat: int
    language: str
    last: JsonObject = field(default_factory=dict)

    @classmethod
    async def of_new_person(cls, telegram: SandboxClient, name: str, language: str) -> "Chat":
        """The private chat of somebody new."""
        person = await telegram.user(name, language=language)
        return cls(telegram, person, person, language)

    @property
    def texts(self) -> Texts:
        """What the bot says in this person's language."""
        return texts_in(self.language)

    def worded(self, english: str, ukrainian: str) -> str:
        """What this person would type."""
        return ukrainian if self.language == "uk" else english

    async def say(self, text: str, *, reply_to: int | None = None, topic: int | None = None) -> str:
        """Writes, and returns the text of the bot's answer, which is `last` from then on."""
        self.last = await self.telegram.ask(self.person, text, chat=self.chat, reply_to=reply_to, topic=topic)
        return self.text

    async def say_unheard(self, text: str, *, topic: int | None = None) -> list[JsonObject]:
        """Writes, and returns what the bot says to it within a moment."""
        said = await self.telegram.say(self.person, text, chat=self.chat, topic=topic)
        return await self.heard_after(said)

    async def heard_after(self, message: int) -> list[JsonObject]:
        """What the bot says after `message`, once it is quiet."""
        await self.telegram.wait_until_quiet()
        await asyncio.sleep(QUIET_SECONDS)
        return await self.telegram.bot_messages(self.chat, after=message)

    async def press(self, label: str) -> str:
        """Taps the button that begins with `label` under the last message; returns the words shown over the chat."""
        query = await self.telegram.press(self.person, self.last["message_id"], self.button(label), chat=self.chat)
        answer = await self.telegram.wait_for_answer(query)
        return str(answer.get("text") or "")

    async def press_for_message(self, label: str) -> str:
        """Taps a button that brings a new message; returns its text."""
        before = self.last["message_id"]
        await self.press(label)
        self.last = (await self.telegram.wait_for_messages(self.chat, after=before))[-1]
        return self.text

    async def press_for_edit(self, label: str) -> str:
        """Taps a button that changes the message; returns its new text."""
        before = self.last
        await self.press(label)
        self.last = await self.telegram.wait_for_edit(self.chat, before["message_id"], before)
        return self.text

    @property
    def text(self) -> str:
        """The text of the last message."""
        return str(self.last["text"])

    @property
    def buttons(self) -> list[str]:
        """The labels under the last message."""
        return labels(self.last)

    def button(self, beginning: str) -> str:
        """The label that begins so. Raises SandboxProblem where there is none."""
        found = next((label for label in self.buttons if label.startswith(beginning)), None)
        if found is None:
            raise SandboxProblem(f"no button {beginning!r} among {self.buttons}")
        return found


def labels(message: JsonObject) -> list[str]:
    """The labels of the buttons under a message."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
