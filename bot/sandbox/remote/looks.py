"""What the bot did: messages, answers to queries, calls, statistics."""

from collections.abc import Callable

from bot.sandbox.remote.connection import PATIENCE_SECONDS, ControlConnection, JsonObject

Wanted = int | Callable[[list[JsonObject]], bool]


class Looks(ControlConnection):
    """What can be seen, and waiting until it can."""

    async def messages(self, chat: int, *, after: int = 0) -> list[JsonObject]:
        """All messages that stand in the chat now, oldest first, with ids above `after`."""
        return list(await self.look("messages", chat=chat, after=after))

    async def bot_messages(self, chat: int, *, after: int = 0) -> list[JsonObject]:
        """As `messages`, only the bot's own."""
        return [body for body in await self.messages(chat, after=after) if body.get("from", {}).get("is_bot")]

    async def wait_for_messages(
        self, chat: int, wanted: Wanted = 1, *, after: int = 0, seconds: float = PATIENCE_SECONDS
    ) -> list[JsonObject]:
        """Waits until the bot has `wanted` messages in the chat with ids above `after`, or until `wanted(messages)`.

        Returns them, oldest first. Raises SandboxProblem after `seconds`, saying what there is instead.
        """

        async def look() -> list[JsonObject]:
            return await self.bot_messages(chat, after=after)

        def enough(found: list[JsonObject]) -> bool:
            return len(found) >= wanted if isinstance(wanted, int) else wanted(found)

        return list(await self.wait(look, enough, seconds, chat))

    async def message(self, chat: int, message_id: int) -> JsonObject | None:
        """One message as it stands now, None if it is deleted."""
        found = await self.messages(chat, after=message_id - 1)
        return found[0] if found and found[0]["message_id"] == message_id else None

    async def wait_for_edit(
        self, chat: int, message_id: int, seen: JsonObject, *, seconds: float = PATIENCE_SECONDS
    ) -> JsonObject:
        """Waits until a message is no longer as it was `seen`; returns it. Raises SandboxProblem after `seconds`."""

        async def look() -> JsonObject | None:
            return await self.message(chat, message_id)

        found = await self.wait(look, lambda body: body is not None and body != seen, seconds, chat)
        return dict(found or {})

    async def query(self, query_id: str) -> JsonObject:
        """A callback, inline or guest query; `answer` is None until there is one."""
        return dict(await self.look("queries", id=query_id))

    async def wait_for_answer(self, query_id: str, *, seconds: float = PATIENCE_SECONDS) -> JsonObject:
        """Waits until a query is answered. For a callback: text, show_alert, url; inline: results, cache_seconds, …"""

        async def look() -> JsonObject:
            return await self.query(query_id)

        found: JsonObject = await self.wait(look, lambda query: query["answer"] is not None, seconds)
        return dict(found["answer"])

    async def unanswered_queries(self) -> list[JsonObject]:
        """Queries that the bot has not answered (yet)."""
        return list(await self.look("queries"))

    async def calls(self, method: str | None = None, *, chat: int | None = None, after: int = 0) -> list[JsonObject]:
        """The log of calls, oldest first: number, method, parameters, status (0: never answered), response, began_at …

        Successful getUpdates calls are left out.
        """
        return list(await self.look("calls", method=method, chat=chat, after=after))

    async def refused_calls(self) -> list[JsonObject]:
        """Calls that the stand-in itself refused (4xx), those that a fault on order refused left out."""
        return [call for call in await self.calls() if 400 <= call["status"] < 500 and call["fault"] is None]

    async def updates(self, *, after: int = 0) -> list[JsonObject]:
        """Every update that was made for the bot, oldest first."""
        return list(await self.look("updates", after=after))

    async def statistics(self) -> JsonObject:
        """calls, by_method, by_status, sends, busiest_second, sends_by_second, updates_waiting …"""
        return dict(await self.look("statistics"))

    async def menu(self, chat: int, language: str | None = None) -> list[JsonObject]:
        """The commands that a client with this interface language shows in the chat."""
        return list(await self.look("menu", chat=chat, language=language))

    async def wait_until_quiet(self, *, seconds: float = PATIENCE_SECONDS) -> None:
        """Waits until the bot has confirmed every update. What it does with them may take longer."""
        await self.wait(self.statistics, lambda found: found["updates_waiting"] == 0, seconds)

    async def wait_for_poll(self, *, after: int = 0, seconds: float = PATIENCE_SECONDS) -> None:
        """Waits until the bot has asked for updates more than `after` times, or has set a webhook."""

        def is_ready(found: JsonObject) -> bool:
            return bool(found["polls"] > after or found["webhook"])

        await self.wait(self.statistics, is_ready, seconds)
