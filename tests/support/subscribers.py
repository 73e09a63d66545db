"""Many subscribers at once, written where /subscribe would write them; and what they got."""

from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.opening import opened
from bot.sandbox.client import SandboxClient, SandboxProblem
from knowledge.model.alert import ChatKind
from knowledge.store.subscriptions import SubscriptionStore


async def subscribers(sandbox: SandboxClient, database: Path, count: int) -> list[int]:
    """New people who get every alert at once; before the bot starts, or while it runs."""
    people = [await sandbox.user(f"Reader {number}") for number in range(count)]
    async with opened(database) as opened_database:
        store = SubscriptionStore(opened_database)
        for person in people:
            await store.subscribe(person, 0, ChatKind.PRIVATE, "en", "UTC", datetime.now(UTC))
    return people


def post_text(number: int) -> str:
    """A post that is not like another."""
    return f"Item {number}: the harbour opens gate {number}\n\nGate {number} of the harbour opened on day {number}."


async def received(sandbox: SandboxClient, people: list[int]) -> Counter[tuple[int, str]]:
    """How often each person got each item, by the first line of the alert."""
    counted: Counter[tuple[int, str]] = Counter()
    wanted = set(people)
    for call in await sandbox.calls("sendMessage"):
        chat = int(call["parameters"]["chat_id"])
        if chat in wanted and call["response"] and call["response"].get("ok"):
            counted[chat, call["response"]["result"]["text"].split("\n", 1)[0]] += 1
    return counted


async def all_received(
    sandbox: SandboxClient, people: list[int], pairs: int, seconds: float
) -> Counter[tuple[int, str]]:
    """What was received once it is `pairs` pairs of person and item, or after `seconds`."""

    async def look() -> int:
        return len(await received(sandbox, people))

    with suppress(SandboxProblem):
        await sandbox.wait(look, lambda got: got >= pairs, seconds)
    return await received(sandbox, people)
