"""Making people and chats, and changing how they stand to the bot."""

from bot.sandbox.remote.connection import ControlConnection


class People(ControlConnection):
    """Who is there."""

    async def user(
        self,
        first_name: str = "Reader",
        *,
        language: str | None = "en",
        username: str | None = None,
        user_id: int | None = None,
        started: bool = True,
    ) -> int:
        """Makes a person; their id is also that of their private chat with the bot.

        `started=False` makes one to whom the bot may not write yet (403 can't initiate conversation).
        """
        body = await self.request(
            "POST",
            "users",
            json={
                "first_name": first_name,
                "language": language,
                "username": username,
                "user_id": user_id,
                "started": started,
            },
        )
        return int(body["id"])

    async def chat(
        self,
        title: str,
        *,
        kind: str = "supergroup",
        username: str | None = None,
        is_forum: bool = False,
        bot_status: str = "member",
        members: dict[int, str] | None = None,
        chat_id: int | None = None,
    ) -> int:
        """Makes a "group", "supergroup" or "channel" (for a channel's posts: bot_status="administrator"); its id.

        `members` maps people to statuses: "creator", "administrator", "member", "restricted", "left", "kicked".
        """
        body = await self.act(
            "chats",
            kind=kind,
            title=title,
            username=username,
            is_forum=is_forum,
            bot_status=bot_status,
            members={str(number): status for number, status in (members or {}).items()},
            chat_id=chat_id,
        )
        return int(body["id"])

    async def channel(self, title: str = "AI", *, username: str | None = "ai_news_channel") -> int:
        """Makes a channel in which the bot is an administrator; its id."""
        return await self.chat(title, kind="channel", username=username, bot_status="administrator")

    async def topic(self, chat: int, name: str) -> int:
        """Makes a topic in a forum; its message_thread_id."""
        return int((await self.act("topic", chat=chat, change="create", name=name))["topic"])

    async def change_topic(self, chat: int, topic: int, change: str) -> None:
        """ "close", "reopen" or "delete" a topic."""
        await self.act("topic", chat=chat, topic=topic, change=change)

    async def block(self, user: int) -> None:
        """The person blocks the bot: my_chat_member, and 403 from then on."""
        await self.act("chat", chat=user, change="block")

    async def unblock(self, user: int) -> None:
        """The person unblocks the bot: my_chat_member."""
        await self.act("chat", chat=user, change="unblock")

    async def deactivate(self, user: int) -> None:
        """The person's account is gone: 403 user is deactivated."""
        await self.act("chat", chat=user, change="deactivate")

    async def silence(self, chat: int, *, on: bool = True) -> None:
        """Members of the group may not write: 400 not enough rights for a bot that is no administrator."""
        await self.act("chat", chat=chat, change="silence" if on else "unsilence")

    async def migrate(self, group: int) -> int:
        """A "group" becomes a supergroup: service messages, and 400 with migrate_to_chat_id; the new id."""
        return int((await self.act("chat", chat=group, change="migrate"))["id"])

    async def set_status(self, chat: int, status: str, *, member: int | None = None, by: int | None = None) -> None:
        """A new status for a member, or without one for the bot ("kicked" bans it): my_chat_member or chat_member."""
        await self.act("member", chat=chat, status=status, member=member, by=by)
