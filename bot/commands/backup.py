"""`storyline backup PATH`: a consistent copy of the database, while the bot runs."""

import asyncio
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.commands.opening import opened, settings_for
from knowledge.errors import StoreError


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline backup`."""
    parser.add_argument("path", metavar="PATH", type=Path, help="where the copy goes; must not exist yet")


def perform(arguments: Namespace) -> int:
    """Copies the database and says where it is."""
    target: Path = arguments.path
    if target.exists():
        raise StoreError(f"{target} is there already; name a new file for the copy.")
    if not target.parent.is_dir():
        raise StoreError(f"There is no folder {target.parent} for the copy.")
    asyncio.run(copy_database(settings_for(arguments).database, target))
    print(f"Copied to {target} ({target.stat().st_size / 1_048_576:.1f} MiB).")
    return 0


async def copy_database(source: Path, target: Path) -> None:
    """Copies through SQLite's own backup, so that a running bot is not disturbed."""
    async with opened(source) as database:
        await database.backup(target)
