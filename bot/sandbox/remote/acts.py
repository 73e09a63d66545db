"""What people do: write, edit, press, react, type after the bot's name."""

from bot.sandbox.remote.connection import ControlConnection, JsonObject


class Acts(ControlConnection):
    """What they do; each act returns once the update is in the bot's queue."""

    async def say(
        self,
        user: int,
        text: str = "",
        *,
        chat: int | None = None,
        reply_to: int | None = None,
        topic: int | None = None,
        media: str | None = None,
        html: bool = False,
    ) -> int:
        """The person writes (in the private chat, unless `chat` is given); the message's id.

        `media` is "photo", "sticker", "voice", "document" or "location"; the text is then its caption.
        """
        body = await self.act(
            "say",
            user=user,
            chat=chat if chat is not None else user,
            text=text,
            reply_to=reply_to,
            topic=topic,
            media=media,
            html=html,
        )
        return int(body["message_id"])

    async def start(self, user: int, parameter: str = "") -> int:
        """The person presses START, or opens a deep link `t.me/bot?start=parameter`; the message's id."""
        return await self.say(user, f"/start {parameter}".strip())

    async def edit(self, user: int, message_id: int, text: str, *, chat: int | None = None) -> None:
        """The person changes an own message: edited_message."""
        await self.act("edit", user=user, chat=chat if chat is not None else user, message_id=message_id, text=text)

    async def post(self, channel: int, text: str, *, html: bool = False, photo: str | None = None) -> int:
        """The editor posts: channel_post; the post's id. `photo` is a picture as base64, the text then its caption."""
        body = await self.act("say", chat=channel, text=text, html=html, photo=photo)
        return int(body["message_id"])

    async def edit_post(self, channel: int, message_id: int, text: str, *, html: bool = False) -> None:
        """The editor changes a post: edited_channel_post."""
        await self.act("edit", chat=channel, message_id=message_id, text=text, html=html)

    async def delete(self, chat: int, message_id: int) -> None:
        """Somebody deletes a message or post; Telegram tells bots nothing of that."""
        await self.act("delete", chat=chat, message_id=message_id)

    async def press(self, user: int, message_id: int, button: str, *, chat: int | None = None) -> str:
        """Presses the button with this label (or data) under a message; the callback query's id."""
        place = chat if chat is not None else user
        return str((await self.act("press", user=user, chat=place, message_id=message_id, button=button))["id"])

    async def forge_press(self, user: int, message_id: int, data: str, *, chat: int | None = None) -> str:
        """Sends a callback query with any data, button or no button, message or no message; its id."""
        place = chat if chat is not None else user
        return str((await self.act("press", user=user, chat=place, message_id=message_id, data=data))["id"])

    async def react(self, user: int, message_id: int, emoji: str | None, *, chat: int | None = None) -> None:
        """Reacts to a message (None takes it back): message_reaction, where the bot asked for it."""
        await self.act("react", user=user, chat=chat if chat is not None else user, message_id=message_id, emoji=emoji)

    async def type_inline(self, user: int, text: str, *, offset: str = "", chat_kind: str = "sender") -> str:
        """Types after the bot's name: inline_query; the query's id for `wait_for_answer`."""
        return str((await self.act("inline", user=user, text=text, offset=offset, chat_kind=chat_kind))["id"])

    async def choose_inline(self, query: str, result: str, chat: int) -> JsonObject:
        """Sends a result of an answered inline query into a chat; the message."""
        return dict(await self.act("choose", query=query, result=result, chat=chat))
