"""Control requests that read: messages, calls, updates, queries, statistics."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.parameters import JsonObject
from bot.sandbox.sandbox import Sandbox

CALLS_AT_ONCE = 100_000


def message_json(sandbox: Sandbox, chat_id: int, message_id: int) -> JsonObject | None:
    """One message as it stands, with `reactions` (user id, emoji) beside Telegram's own fields; None if deleted."""
    chat = sandbox.world.chat(chat_id)
    body = chat.messages.get(message_id)
    if body is None:
        return None
    reactions = [
        {"user": user_id, "emoji": reaction.get("emoji", "")}
        for user_id, given in chat.reactions.get(message_id, {}).items()
        for reaction in given
    ]
    return {**body, "reactions": reactions} if reactions else body


def messages(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """The messages of `chat`, oldest first, those after `after` only; `last` limits them to the newest."""
    chat = sandbox.world.chat(query.get("chat", ""))
    numbers = [number for number in sorted(chat.messages) if number > int(query.get("after", 0))]
    last = int(query.get("last", 0))
    return [message_json(sandbox, chat.chat_id, number) for number in (numbers[-last:] if last else numbers)]


def calls(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """The log of calls after number `after`; only `method` and only to `chat` where given."""
    method, chat, after = query.get("method", "").lower(), query.get("chat"), int(query.get("after", 0))
    found = [
        call
        for call in sandbox.journal.calls
        if call.number > after
        and (not method or call.method.lower() == method)
        and (chat is None or str(call.parameters.get("chat_id")) == chat)
    ]
    return [call.as_json() for call in found[-int(query.get("last", CALLS_AT_ONCE)) :]]


def updates(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """Every update that was made, after id `after`."""
    after = int(query.get("after", 0))
    found = [update.as_json() for update in sandbox.updates.log if update.update_id > after]
    return found[-int(query.get("last", CALLS_AT_ONCE)) :]


def queries(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """One callback or inline query by `id`, or all that nobody answered."""
    if "id" in query:
        found = sandbox.queries.asked.get(query["id"])
        return found.as_json() if found is not None else None
    return [asked.as_json() for asked in sandbox.queries.asked.values() if asked.answer is None]


def statistics(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """Counts of calls and sends, and how many updates wait or are confirmed."""
    return sandbox.journal.statistics() | {
        "updates_waiting": len(sandbox.updates.waiting),
        "updates_confirmed": sandbox.updates.confirmed,
        "polls": sandbox.updates.polls,
        "webhook": sandbox.webhook.url,
        "changes": sandbox.events.count,
    }


def menu(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """The commands that a client with this `language` shows in `chat`."""
    chat = sandbox.world.chat(query.get("chat", ""))
    return sandbox.menus.shown(chat.kind, chat.chat_id, query.get("language"))


def chats(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """Every chat with the newest message's id and how the bot stands in it."""
    return [
        chat.as_json()
        | {
            "last_message": max(chat.messages, default=0),
            "count": len(chat.messages),
            "blocked": chat.blocked,
            "started": chat.started,
            "bot_status": chat.members.get(sandbox.world.bot.user_id),
            "language": chat.person.language if chat.person else None,
        }
        for chat in sandbox.world.chats.values()
    ]


def faults(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """The faults on order and how often each has hit."""
    return [
        {"id": fault.fault_id, "kind": fault.kind, "hits": fault.hits, "times": fault.times, "method": fault.method}
        for fault in sandbox.faults.ordered
    ]


def bot(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """The bot itself, and whether it has asked for updates."""
    ready = sandbox.updates.polls > 0 or bool(sandbox.webhook.url)
    return sandbox.world.bot.as_json() | {"ready": ready}


def about(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """What the bot says of itself in a `language`: description and short description."""
    language = query.get("language", "")
    return {kind: sandbox.menus.text(kind, language) for kind in ("description", "short_description")}


def seats(sandbox: Sandbox, query: Mapping[str, str]) -> Any:
    """The lines of the page's chat list; before the demo has furnished the world there are none."""
    return [seat.as_json() for seat in sandbox.seats]


LOOKS = {
    "about": about,
    "seats": seats,
    "bot": bot,
    "messages": messages,
    "calls": calls,
    "updates": updates,
    "queries": queries,
    "statistics": statistics,
    "menu": menu,
    "chats": chats,
    "faults": faults,
}
