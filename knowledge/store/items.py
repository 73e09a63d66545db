"""Announced items: by what they are recognised, what their alerts show, how far their fan-out has come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from knowledge.model.alert import Formatted, Item, ItemState
from knowledge.store.database import Database, Row, Writer
from knowledge.store.moments import moment, seconds
from knowledge.stories.slug import LONGEST_SLUG

POST = TypeAdapter(Formatted)
COLUMNS = "i.id, i.slug, i.version, i.state, i.origin, i.created, i.post, coalesce(i.photo_id, i.photo), i.related"


@dataclass(frozen=True, slots=True)
class NewItem:
    """What is known of an item before it has an id."""

    slug: str
    origin: str
    created: datetime
    keys: tuple[str, ...]
    post: Formatted | None = None
    photo: str | None = None
    related: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an item is: subscriptions up to `fan_out` have their alert, outbox rows up to `refresh` are told of a
    change; None where that work is done."""

    item: int
    audience: int
    fan_out: int | None
    refresh: int | None


class ItemStore:
    """Items; the `…_in` methods run inside a transaction that the caller has open."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known_in(
        self, writer: Writer, sure: Sequence[str], likely: Sequence[str], origin: str, since: datetime
    ) -> Item | None:
        """The item that carries one of the `sure` keys, else a `likely` one if it came after `since` by another way."""
        for key in sure:
            rows = await writer.fetch_all(
                f"SELECT {COLUMNS} FROM items AS i JOIN item_keys AS k ON k.item = i.id WHERE k.key = ?",  # noqa: S608
                (key,),
            )
            if rows:
                return item_of(rows[0])
        for key in likely:
            rows = await writer.fetch_all(
                f"""SELECT {COLUMNS} FROM items AS i JOIN item_keys AS k ON k.item = i.id
                    WHERE k.key = ? AND i.created > ? AND i.origin <> ?""",  # noqa: S608
                (key, seconds(since), origin),
            )
            if rows:
                return item_of(rows[0])
        return None

    async def free_slug_in(self, writer: Writer, slug: str) -> str:
        """`slug`, or with a number behind it where another item has it."""
        number, free = 1, slug
        while await writer.fetch_all("SELECT 1 FROM items WHERE slug = ?", (free,)):
            number += 1
            free = f"{slug[: LONGEST_SLUG - 4]}-{number}"
        return free

    async def units_in(self, writer: Writer, slug: str) -> int:
        """How many units the story of an item has; 0 where it is not stored."""
        rows = await writer.fetch_all("SELECT units FROM stories WHERE slug = ?", (slug,))
        return int(rows[0][0]) if rows else 0

    async def add_in(self, writer: Writer, item: NewItem) -> tuple[int, int]:
        """Writes a new item whose fan-out has not begun; returns its id and its audience."""
        audience = (await writer.fetch_all("SELECT coalesce(max(id), 0) FROM subscriptions"))[0][0]
        number = await writer.insert(
            """INSERT INTO items (slug, version, state, origin, created, post, photo, related, audience, fan_out)
               VALUES (?, 1, 'live', ?, ?, ?, ?, ?, ?, 0)""",
            (item.slug, item.origin, seconds(item.created), packed(item.post), item.photo, item.related, audience),
        )
        await self.name_in(writer, number, item.keys)
        return number, audience

    async def name_in(self, writer: Writer, item: int, keys: Iterable[str]) -> None:
        """Adds keys by which the item is recognised; the newest item takes a key over."""
        await writer.execute_many(
            "INSERT OR REPLACE INTO item_keys (key, item) VALUES (?, ?)", [(key, item) for key in keys]
        )

    async def change_in(
        self, writer: Writer, item: int, post: Formatted | None, photo: str | None, state: ItemState
    ) -> None:
        """A new version: every alert of the item that was sent is to be edited."""
        await writer.execute(
            """UPDATE items SET version = version + 1, refresh = 0, state = ?, post = ?,
               photo_id = CASE WHEN photo IS ? THEN photo_id END, photo = ? WHERE id = ?""",
            (state.value, packed(post), photo, photo, item),
        )

    async def advance_in(self, writer: Writer, item: int, fan_out: int | None) -> None:
        """Notes how far the fan-out has come; None: it is complete."""
        await writer.execute("UPDATE items SET fan_out = ? WHERE id = ?", (fan_out, item))

    async def refreshed_in(self, writer: Writer, item: int, refresh: int | None) -> None:
        """Notes how far the alerts have been told of a change; None: all of them."""
        await writer.execute("UPDATE items SET refresh = ? WHERE id = ?", (refresh, item))

    async def keep_photo(self, item: int, photo_id: str) -> None:
        """The file id under which Telegram knows the item's picture from now on."""
        async with self._database.transaction() as writer:
            await writer.execute(
                "UPDATE items SET photo_id = ? WHERE id = ? AND photo_id IS NOT ?", (photo_id, item, photo_id)
            )

    async def drop_photo(self, item: int) -> None:
        """The picture cannot be sent: the item goes on without it."""
        async with self._database.transaction() as writer:
            await writer.execute("UPDATE items SET photo = NULL, photo_id = NULL WHERE id = ?", (item,))

    async def get(self, item: int) -> Item | None:
        """An item by its id."""
        rows = await self._database.fetch_all(f"SELECT {COLUMNS} FROM items AS i WHERE i.id = ?", (item,))  # noqa: S608
        return item_of(rows[0]) if rows else None

    async def by_key(self, key: str) -> Item | None:
        """The item that carries `key`."""
        rows = await self._database.fetch_all(
            f"SELECT {COLUMNS} FROM items AS i JOIN item_keys AS k ON k.item = i.id WHERE k.key = ?",  # noqa: S608
            (key,),
        )
        return item_of(rows[0]) if rows else None

    async def latest(self, limit: int, since: datetime | None = None) -> tuple[Item, ...]:
        """The newest items that still stand, newest first; only those announced after `since`."""
        rows = await self._database.fetch_all(
            f"""SELECT {COLUMNS} FROM items AS i WHERE i.state = 'live' AND i.created > ?
                ORDER BY i.id DESC LIMIT ?""",  # noqa: S608
            (seconds(since) if since else 0.0, limit),
        )
        return tuple(item_of(row) for row in rows)

    async def unfinished(self) -> tuple[Progress, ...]:
        """Items whose fan-out or refresh is not complete, oldest first."""
        rows = await self._database.fetch_all(
            """SELECT id, audience, fan_out, refresh FROM items
               WHERE fan_out IS NOT NULL OR refresh IS NOT NULL ORDER BY id"""
        )
        return tuple(Progress(*row) for row in rows)


def packed(post: Formatted | None) -> str | None:
    """A post as JSON."""
    return None if post is None else POST.dump_json(post).decode()


def item_of(row: Row) -> Item:
    """An item from a row of COLUMNS."""
    number, slug, version, state, origin, created, post, photo, related = row
    unpacked = None if post is None else POST.validate_json(post)
    return Item(number, slug, version, ItemState(state), origin, moment(created), unpacked, photo, related)
