"""`storyline publish PATH|URL …`: stories into the database, and alerts to the subscribers."""

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.commands.inputs import FORMATS, read_input
from bot.commands.opening import opened, settings_for
from knowledge.alerts.fan_out import FanOut
from knowledge.alerts.identity import keys_of
from knowledge.alerts.publishing import Arrival, Effect, Published, Publisher
from knowledge.errors import StorylineError
from knowledge.store.database import Database
from knowledge.store.items import ItemStore
from knowledge.store.outbox import OutboxStore
from knowledge.store.stories import StoryStore
from knowledge.store.subscriptions import SubscriptionStore

EFFECTS = {
    Effect.ANNOUNCED: "announced; the alerts go out while the bot runs",
    Effect.CHANGED: "changed; the alerts that were sent are being edited",
    Effect.KNOWN: "announced before and unchanged; nobody is alerted",
}


@dataclass(frozen=True, slots=True)
class Tools:
    """What publishing needs of one database."""

    publisher: Publisher
    fan_out: FanOut


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline publish`."""
    parser.add_argument("places", metavar="PATH|URL", nargs="*", help="files, or addresses of web pages")
    parser.add_argument("--format", choices=FORMATS, help="what the inputs are; default: found out for each")
    parser.add_argument("--withdraw", metavar="SLUG", help="mark a published story as withdrawn in every alert instead")
    parser.add_argument("--json", action="store_true", help="print what was published as a list of objects")


def perform(arguments: Namespace) -> int:
    """Publishes every input that can be read; the others get one sentence each and exit status 1."""
    if bool(arguments.places) == bool(arguments.withdraw):
        print("storyline publish: name a file or an address, or use --withdraw.", file=sys.stderr)
        return 2
    return asyncio.run(withdraw(arguments) if arguments.withdraw else publish_all(arguments))


async def publish_all(arguments: Namespace) -> int:
    """Publishes one input after the other; a running bot notices within a second."""
    results: list[dict[str, object]] = []
    failed = False
    async with opened(settings_for(arguments).database) as database:
        tools = tools_for(database)
        for place in arguments.places:
            try:
                reading = await read_input(place, arguments.format)
                for story in reading.stories:
                    arrival = Arrival(story, keys_of(story, slug_is_sure=True), "publish")
                    published = await tools.publisher.publish(arrival, datetime.now(UTC))
                    results.append(as_json(place, published))
                    if not arguments.json:
                        print(f"{place}: {reading.described}.\n  {story.title}: {EFFECTS[published.effect]}.")
            except StorylineError as error:
                failed = True
                print(f"storyline: {error}", file=sys.stderr)
        while await tools.fan_out.go_on(datetime.now(UTC)):
            pass
    if arguments.json:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    return 1 if failed else 0


async def withdraw(arguments: Namespace) -> int:
    """Withdraws one story."""
    async with opened(settings_for(arguments).database) as database:
        tools = tools_for(database)
        if not await tools.publisher.withdraw(arguments.withdraw, datetime.now(UTC)):
            print(f"storyline: No published story is named {arguments.withdraw}.", file=sys.stderr)
            return 1
        while await tools.fan_out.go_on(datetime.now(UTC)):
            pass
    print(f"{arguments.withdraw}: withdrawn; the alerts that were sent are being marked.")
    return 0


def tools_for(database: Database) -> Tools:
    """Publishing over `database`."""
    stories, items = StoryStore(database), ItemStore(database)
    fan_out = FanOut(database, SubscriptionStore(database), items, OutboxStore(database), stories)
    return Tools(Publisher(database, stories, items, fan_out), fan_out)


def as_json(place: str, published: Published) -> dict[str, object]:
    """One published story."""
    saved = published.saved
    return {
        "path": place,
        "slug": saved.slug,
        "title": saved.title,
        "item": published.item,
        "effect": published.effect.value,
        "revision": saved.revision,
    }
