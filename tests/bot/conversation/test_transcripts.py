"""Ten whole conversations, word for word. `pytest tests/bot/conversation --write-transcripts` writes them anew."""

import asyncio
from pathlib import Path

import pytest

from bot.sandbox.client import SandboxClient
from bot.sandbox.remote.connection import JsonObject
from tests.bot.conversation.chatting import Chat
from tests.bot.conversation.scripts import SCRIPTS, Change, Say, Script, Send, Step, Tap
from tests.support.bot_process import BotProcess

pytestmark = pytest.mark.asyncio(loop_scope="package")

FOLDER = Path(__file__).parent / "transcripts"
BOT = "@storyline_demo_bot"
WIDTH = 110


async def test_ten_conversations_go_as_written(
    telegram: SandboxClient, running: BotProcess, pytestconfig: pytest.Config
) -> None:
    heard = await asyncio.gather(*(transcript(telegram, script) for script in SCRIPTS))
    for script, text in zip(SCRIPTS, heard, strict=True):
        file = FOLDER / f"{script.name}.txt"
        if pytestconfig.getoption("--write-transcripts"):
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), script.name


async def test_there_is_a_transcript_of_each_script_and_of_nothing_else() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.txt")) == sorted(script.name for script in SCRIPTS)


async def transcript(telegram: SandboxClient, script: Script) -> str:
    """Goes through the script with somebody new; what was said, as plain text."""
    chat = await Chat.of_new_person(telegram, "Reader", script.language)
    if script.in_group:
        chat.chat = await telegram.chat("Friends", members={chat.person: "member"})
    talk = Talk(chat)
    for step in script.steps:
        await talk.take(step)
    return "\n".join(talk.lines) + "\n"


class Talk:
    """Takes the steps of a script and writes down what is said."""

    def __init__(self, chat: Chat) -> None:
        self.lines: list[str] = []
        self._chat = chat
        self._own: list[int] = []
        self._bots: list[int] = []

    async def take(self, step: Step) -> None:
        """One step, and what the bot says to it."""
        match step:
            case Say():
                self.lines.append(f"Reader: {step.text}" + (f"  (to answer {step.to})" if step.to else ""))
                to = self._bots[step.to - 1] if step.to else None
                text = step.text.replace("@bot", BOT)
                said = await self._chat.telegram.say(self._chat.person, text, chat=self._chat.chat, reply_to=to)
                in_private = self._chat.chat == self._chat.person
                await self._listen(said, unasked=not (in_private or to or BOT in text))
            case Send():
                self.lines.append(f"Reader: ({step.media})")
                await self._listen(
                    await self._chat.telegram.say(self._chat.person, chat=self._chat.chat, media=step.media)
                )
            case Tap():
                await self._tap(step)
            case Change():
                before = self._chat.last
                self.lines.append(f"Reader changes message {step.number}: {step.text}")
                message = self._own[step.number - 1]
                await self._chat.telegram.edit(self._chat.person, message, step.text, chat=self._chat.chat)
                self._edited(await self._chat.telegram.wait_for_edit(self._chat.chat, before["message_id"], before))

    async def _listen(self, said: int, *, unasked: bool = False) -> None:
        self._own.append(said)
        if unasked:
            heard = await self._chat.heard_after(said)
        else:
            heard = await self._chat.telegram.wait_for_messages(self._chat.chat, after=said)
        for message in heard:
            self._hear("Bot:", message)
            self._bots.append(message["message_id"])
            self._chat.last = message
        if not heard:
            self.lines.append("Bot says nothing.\n")

    async def _tap(self, step: Tap) -> None:
        before = self._chat.last
        self.lines.append(f"Reader taps [{self._chat.button(step.label)}]")
        over_the_chat = await self._chat.press(step.label)
        if over_the_chat:
            self.lines.append(f"Bot, over the chat: {over_the_chat}")
            await asyncio.sleep(0.2)
        if step.edits or over_the_chat:
            self._edited(await self._chat.telegram.wait_for_edit(self._chat.chat, before["message_id"], before))
        else:
            (message,) = await self._chat.telegram.wait_for_messages(self._chat.chat, after=before["message_id"])
            self._hear("Bot:", message)
            self._chat.last = message

    def _edited(self, message: JsonObject) -> None:
        self._chat.last = message
        self._hear("Bot changes the message:", message)

    def _hear(self, who: str, message: JsonObject) -> None:
        self.lines.append(who)
        self.lines.extend(f"    {line}".rstrip() for line in message["text"].splitlines())
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            self.lines.append("    " + " ".join(f"[{button['text']}]" for button in row))
        self.lines.append("")
