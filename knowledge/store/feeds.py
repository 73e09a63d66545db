"""What is known of watched feeds and of the watched folder's files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from knowledge.store.database import Database
from knowledge.store.moments import moment, seconds


@dataclass(frozen=True, slots=True)
class FeedState:
    """How a feed stood when it was last read; `fresh`: it never was."""

    url: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    error: str | None = None
    fresh: bool = True


class FeedStore:
    """Feeds by their address, their entries by id; files of the folder by path."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def state(self, url: str) -> FeedState:
        """What is known of a feed."""
        row = await self._database.fetch_one(
            "SELECT etag, modified, failures, error, first_read IS NULL FROM feeds WHERE url = ?", (url,)
        )
        return FeedState(url) if row is None else FeedState(url, row[0], row[1], row[2], row[3], bool(row[4]))

    async def next_look(self, url: str) -> datetime | None:
        """When it is to be read again; None where it never was."""
        row = await self._database.fetch_one("SELECT next FROM feeds WHERE url = ?", (url,))
        return moment(row[0]) if row else None

    async def keep(self, state: FeedState, next_look: datetime, now: datetime) -> None:
        """Keeps how a feed stands after a look at it; `fresh` stays until a look went well."""
        async with self._database.transaction() as writer:
            await writer.execute(
                """INSERT INTO feeds (url, etag, modified, next, failures, error, first_read)
                   VALUES (?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, modified = excluded.modified,
                   next = excluded.next, failures = excluded.failures, error = excluded.error,
                   first_read = coalesce(first_read, excluded.first_read)""",
                (
                    state.url,
                    state.etag,
                    state.modified,
                    seconds(next_look),
                    state.failures,
                    state.error,
                    None if state.fresh else seconds(now),
                ),
            )

    async def entries(self, url: str) -> dict[str, str]:
        """The digests of the entries that were read, by entry."""
        rows = await self._database.fetch_all("SELECT entry, digest FROM feed_entries WHERE feed = ?", (url,))
        return dict(rows)

    async def keep_entries(self, url: str, entries: Sequence[tuple[str, str]]) -> None:
        """Keeps (entry, digest) of entries that were read and published."""
        async with self._database.transaction() as writer:
            await writer.execute("INSERT OR IGNORE INTO feeds (url, next) VALUES (?, 0)", (url,))
            await writer.execute_many(
                "INSERT OR REPLACE INTO feed_entries (feed, entry, digest) VALUES (?, ?, ?)",
                [(url, entry, digest) for entry, digest in entries],
            )

    async def files(self) -> dict[str, tuple[str, str | None]]:
        """Digest and slug (None: unreadable) of the folder's files, by path."""
        rows = await self._database.fetch_all("SELECT path, digest, slug FROM folder_files")
        return {path: (digest, slug) for path, digest, slug in rows}

    async def keep_file(self, path: str, digest: str, slug: str | None) -> None:
        """A file of the folder was read."""
        async with self._database.transaction() as writer:
            await writer.execute(
                "INSERT OR REPLACE INTO folder_files (path, digest, slug) VALUES (?, ?, ?)", (path, digest, slug)
            )

    async def forget_file(self, path: str) -> None:
        """A file of the folder is gone."""
        async with self._database.transaction() as writer:
            await writer.execute("DELETE FROM folder_files WHERE path = ?", (path,))
