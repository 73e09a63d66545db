"""`storyline load PATH|URL …`: stories into the database, without alerting anyone."""

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.inputs import FORMATS, read_input
from bot.commands.opening import opened, settings_for
from bot.commands.terminal import print_faint, progress_bar
from knowledge.errors import StorylineError
from knowledge.store.stories import Outcome, Saved, StoryStore
from knowledge.stories.reading import Reading

LINES_OF_DIFFERENCE = 20  # changed pieces printed for one story; --json prints all


@dataclass(frozen=True, slots=True)
class Loaded:
    """One input, what it was taken for, and what became of its stories."""

    place: str
    reading: Reading
    saved: tuple[Saved, ...]


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline load`."""
    parser.add_argument("places", metavar="PATH|URL", nargs="*", help="files, or addresses of web pages")
    parser.add_argument("--format", choices=FORMATS, help="what the inputs are; default: found out for each")
    parser.add_argument("--bundled", action="store_true", help="load the stories that ship with Storyline again")
    parser.add_argument("--json", action="store_true", help="print what was loaded as a list of objects")


def perform(arguments: Namespace) -> int:
    """Loads every input that can be read; the others get one sentence each and exit status 1."""
    if not arguments.places and not arguments.bundled:
        print("storyline load: name a file or an address, or use --bundled.", file=sys.stderr)
        return 2
    return asyncio.run(load_all(arguments))


async def load_all(arguments: Namespace) -> int:
    """Loads one input after the other, each in a transaction of its own."""
    loaded: list[Loaded] = []
    failed = False
    async with opened(settings_for(arguments).database) as database:
        store = StoryStore(database)
        for place in [*arguments.places, *(["bundled"] if arguments.bundled else [])]:
            try:
                reading = await read_input(place, arguments.format)
                loaded.append(await save_reading(store, place, reading))
            except StorylineError as error:
                failed = True
                print(f"storyline: {error}", file=sys.stderr)
                continue
            if not arguments.json:
                print_loaded(loaded[-1])
    if arguments.json:
        print(json.dumps([row for one in loaded for row in loaded_json(one)], ensure_ascii=False, indent=2))
    return 1 if failed else 0


async def save_reading(store: StoryStore, place: str, reading: Reading) -> Loaded:
    """Stores what one input held."""
    saved = []
    for story in reading.stories:
        with progress_bar(f"Loading {Path(place).name}") as progress:
            saved.append(await store.save(story, now=datetime.now(UTC), origin="load", progress=progress))
    return Loaded(place, reading, tuple(saved))


def print_loaded(loaded: Loaded) -> None:
    """Says what an input was taken for, and what became of it."""
    print(f"{loaded.place}: {loaded.reading.described}.")
    for saved in loaded.saved:
        match saved.outcome:
            case Outcome.ADDED:
                became = f"added with {saved.units} pieces to quote, {saved.faq} questions"
            case Outcome.CHANGED:
                became = f"changed; now revision {saved.revision}"
            case Outcome.UNCHANGED:
                became = f"already there as revision {saved.revision}; nothing changed"
        print(f"  {saved.title} ({saved.slug}): {became}.")
        for line in saved.difference[:LINES_OF_DIFFERENCE]:
            print_faint(f"    {line}")
        if len(saved.difference) > LINES_OF_DIFFERENCE:
            print_faint(f"    … and {len(saved.difference) - LINES_OF_DIFFERENCE} more changes")


def loaded_json(loaded: Loaded) -> list[dict[str, object]]:
    """One object for each story of an input."""
    return [
        {
            "path": loaded.place,
            "format": loaded.reading.format,
            "described": loaded.reading.described,
            "slug": saved.slug,
            "title": saved.title,
            "language": story.language,
            "outcome": saved.outcome.value,
            "revision": saved.revision,
            "units": saved.units,
            "faq": saved.faq,
            "difference": list(saved.difference),
        }
        for story, saved in zip(loaded.reading.stories, loaded.saved, strict=True)
    ]
