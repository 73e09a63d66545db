"""Opens the database that a command works on, filled with the bundled stories on first use."""

from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Settings, read_settings
from knowledge.store.database import Database, open_database
from knowledge.store.stories import StoryStore


def settings_for(arguments: Namespace) -> Settings:
    """The settings, with `--database` over STORYLINE_DATABASE."""
    settings = read_settings()
    if arguments.database:
        return settings.model_copy(update={"database": Path(arguments.database)})
    return settings


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[Database]:
    """The database at `path`; a new one gets the bundled stories."""
    async with open_database(path) as database:
        store = StoryStore(database)
        if await store.version() == 0:
            from knowledge.stories.bundled_stories import bundled_stories  # noqa: PLC0415  25 ms, once in a database's life

            async with database.transaction() as writer:
                for story in bundled_stories():
                    await store.save_in(writer, story, now=datetime.now(UTC), origin="bundled")
        yield database
