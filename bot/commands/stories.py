"""`storyline stories`: what is stored."""

import asyncio
import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.opening import opened, settings_for
from bot.commands.terminal import print_table
from knowledge.store.stories import StoryStore
from knowledge.store.story_rows import StoryRow


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline stories`."""
    parser.add_argument("--json", action="store_true", help="print a list of objects")


def perform(arguments: Namespace) -> int:
    """Lists the stories in the order in which they were loaded."""
    rows = asyncio.run(stored_rows(settings_for(arguments).database))
    if arguments.json:
        print(json.dumps([row_json(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        print_table(
            ("slug", "title", "language", "source", "published", "units", "questions", "revision", ""),
            [
                (
                    row.slug,
                    row.title,
                    row.language,
                    row.source,
                    row.published,
                    row.units,
                    row.faq,
                    row.revision,
                    remark(row),
                )
                for row in rows
            ],
        )
    return 0


async def stored_rows(path: Path) -> tuple[StoryRow, ...]:
    """All stored stories without their texts."""
    async with opened(path) as database:
        return await StoryStore(database).rows()


def row_json(row: StoryRow) -> dict[str, object]:
    """One stored story as the command's JSON shape."""
    return {
        "slug": row.slug,
        "title": row.title,
        "language": row.language,
        "source": row.source,
        "published": row.published,
        "units": row.units,
        "faq": row.faq,
        "revision": row.revision,
        "translation_of": row.translation_of,
        "outdated": row.outdated,
        "withdrawn": row.withdrawn,
    }


def remark(row: StoryRow) -> str:
    """What else there is to know of a story."""
    if row.withdrawn:
        return "withdrawn"
    if row.outdated:
        return "outdated translation: the original has changed"
    return f"translation of {row.translation_of}" if row.translation_of else ""
