"""`storyline show SLUG`: one stored story, whole."""

import asyncio
import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.opening import opened, settings_for
from bot.commands.terminal import print_faint, print_heading
from knowledge.errors import UnknownStory
from knowledge.model.story import Unit, UnitKind
from knowledge.store.stories import StoryStore
from knowledge.store.story_rows import StoredStory
from knowledge.stories.as_json import story_json


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline show`."""
    parser.add_argument("slug", metavar="SLUG", help="as `storyline stories` lists it")
    parser.add_argument("--json", action="store_true", help="print the story as JSON")


def perform(arguments: Namespace) -> int:
    """Prints the current revision of a story."""
    stored = asyncio.run(stored_story(settings_for(arguments).database, arguments.slug))
    if arguments.json:
        print(json.dumps(story_json(stored.story) | {"revision": stored.row.revision}, ensure_ascii=False, indent=2))
        return 0
    print_heading(stored.story.title)
    print_faint(f"{stored.row.slug} · {stored.row.language} · revision {stored.row.revision}")
    heading: str | None = None
    for unit in stored.units:
        if unit.heading and unit.heading != heading:
            heading = unit.heading
            print()
            print_heading(heading)
        print_unit(unit)
    return 0


def print_unit(unit: Unit) -> None:
    """One unit, with its key for deep links."""
    match unit.kind:
        case UnitKind.TITLE:
            return
        case UnitKind.FAQ:
            print(f"\n? {unit.question}\n  {unit.text}  [{unit.key}]")
        case UnitKind.BULLET:
            print(f"  • {unit.text}  [{unit.key}]")
        case UnitKind.FURNITURE:
            print_faint(f"{unit.text}  [{unit.key}]")
        case UnitKind.LEAD | UnitKind.SENTENCE | UnitKind.NUMBERED:
            print(f"{unit.text}  [{unit.key}]")


async def stored_story(path: Path, slug: str) -> StoredStory:
    """The story named `slug`. Raises UnknownStory with the names that there are."""
    async with opened(path) as database:
        store = StoryStore(database)
        stored = await store.story(slug)
        if stored is None:
            raise unknown_story(slug, [row.slug for row in await store.rows()])
    return stored


def unknown_story(slug: str, known: list[str]) -> UnknownStory:
    """What a person is told who named a story that is not stored."""
    names = ", ".join(known[:10]) + (", …" if len(known) > 10 else "")
    return UnknownStory(f"No stored story is called “{slug}”. There are: {names or 'none yet'}.")
