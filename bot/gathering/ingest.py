"""Items from outside the channel: watched feeds and a watched folder, looked at again and again."""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.gathering.fetching import Fetched, Refused, fetch
from knowledge.alerts.identity import entry_key, keys_of
from knowledge.alerts.polling import next_look
from knowledge.alerts.publishing import Arrival, Publisher
from knowledge.errors import StorylineError
from knowledge.model.story import Story
from knowledge.store.feeds import FeedState, FeedStore
from knowledge.stories.feed import FeedEntry, read_feed
from knowledge.stories.reading import read_bytes, read_path

LOGGER = logging.getLogger(__name__)
FOLDER_SECONDS = 2.0
TELL_AFTER_FAILURES = 3
FEWEST_PARAGRAPHS = 3  # an entry with less is filled up from its page, if that can be read

Tell = Callable[..., Awaitable[None]]


class Feeds:
    """Follows feeds. Errors go to the administrators (`tell`), never to readers."""

    def __init__(
        self,
        urls: tuple[str, ...],
        every_seconds: float,
        store: FeedStore,
        publisher: Publisher,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        tell: Tell,
        *,
        private: bool,
    ) -> None:
        self._urls = urls
        self._every_seconds = every_seconds
        self._store = store
        self._publisher = publisher
        self._clock = clock
        self._wake = wake
        self._tell = tell
        self._private = private

    async def follow(self) -> None:
        """Follows every feed by itself: a slow one holds no other up."""
        async with asyncio.TaskGroup() as group:
            for url in self._urls:
                group.create_task(self._follow_one(url), name="feed")

    async def _follow_one(self, url: str) -> None:
        while True:
            due = await self._store.next_look(url)
            if due is not None and (wait := (due - self._clock()).total_seconds()) > 0:
                await asyncio.sleep(min(wait, self._every_seconds))
                continue
            await self.look(url)

    async def look(self, url: str) -> None:
        """Reads a feed once and publishes what is new or changed; the first reading announces nothing."""
        before = await self._store.state(url)
        try:
            answer = await fetch(url, conditions(before), private=self._private)
            if answer.status != 304:
                await self._take(url, read_feed(answer.body), announce=not before.fresh)
        except StorylineError as error:
            await self._failed(before, error)
            return
        now = self._clock()
        state = FeedState(url, *validators(answer, before), fresh=False)
        await self._store.keep(state, next_look(now, self._every_seconds, 0), now)

    async def _take(self, url: str, entries: tuple[FeedEntry, ...], *, announce: bool) -> None:
        known = await self._store.entries(url)
        for entry in entries:
            if known.get(entry.key) == entry.digest:
                continue
            if announce:
                await self._publish(url, entry)
            await self._store.keep_entries(url, [(entry.key, entry.digest)])

    async def _publish(self, url: str, entry: FeedEntry) -> None:
        story = await self._filled_up(entry.story)
        keys = keys_of(story, entry_key(url, entry.key), slug_is_sure=False)
        await self._publisher.publish(Arrival(story, keys, "feed"), self._clock())
        self._wake()

    async def _filled_up(self, story: Story) -> Story:
        """A thin entry with the text of its page; as it is where the page cannot be read."""
        if story.url is None or sum(len(section.blocks) for section in story.sections) >= FEWEST_PARAGRAPHS:
            return story
        try:
            page = await fetch(story.url, private=self._private, named=False)
            read = read_bytes(page.body, name=story.url, format="html").stories[0]
        except StorylineError:
            return story
        return replace(
            read,
            slug=story.slug,
            title=story.title,
            lead=read.lead or story.lead,
            url=story.url,
            source=read.source or story.source,
            published=read.published or story.published,
            picture=read.picture or story.picture,
        )

    async def _failed(self, before: FeedState, error: StorylineError) -> None:
        failures, now = before.failures + 1, self._clock()
        retry_after = error.retry_after if isinstance(error, Refused) else None
        state = replace(before, failures=failures, error=str(error))
        await self._store.keep(state, next_look(now, self._every_seconds, failures, retry_after), now)
        LOGGER.warning("A feed could not be read (%d times in a row): %s", failures, error)
        if failures == TELL_AFTER_FAILURES:
            await self._tell("desk-feed-broken", feed=before.url, reason=str(error))


class Folder:
    """Publishes what is put into a folder; a changed file edits its alerts, a removed one withdraws its item."""

    def __init__(
        self,
        folder: Path,
        store: FeedStore,
        publisher: Publisher,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        tell: Tell,
    ) -> None:
        self._folder = folder
        self._store = store
        self._publisher = publisher
        self._clock = clock
        self._wake = wake
        self._tell = tell
        self._seen: dict[Path, tuple[int, int]] = {}
        self._taken: dict[Path, tuple[int, int]] = {}

    async def watch(self) -> None:
        """Looks at the folder every two seconds."""
        while True:
            await self.look()
            await asyncio.sleep(FOLDER_SECONDS)

    async def look(self) -> None:
        """Takes in new, changed and removed files. A file still being written is taken at the next look."""
        known = await self._store.files()
        found = {path for path in sorted(self._folder.glob("*")) if path.is_file() and not path.name.startswith(".")}
        for path in sorted(found):
            stamp = (path.stat().st_size, path.stat().st_mtime_ns)
            if self._taken.get(path) == stamp or self._seen.get(path) != stamp:
                self._seen[path] = stamp
                continue
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
            if known.get(str(path), ("", None))[0] != digest:
                await self._take(path, digest)
            self._taken[path] = stamp
        for name, (_, slug) in known.items():
            if Path(name) not in found:
                await self._withdraw(name, slug)

    async def _take(self, path: Path, digest: str) -> None:
        slug = None
        try:
            for story in read_path(path).stories:
                keys = keys_of(story, f"file:{path}", slug_is_sure=True)
                await self._publisher.publish(Arrival(story, keys, "folder"), self._clock())
                slug = story.slug
        except StorylineError as error:
            LOGGER.warning("%s", error)
            await self._tell("desk-file-broken", file=path.name, reason=str(error))
        await self._store.keep_file(str(path), digest, slug)
        self._wake()

    async def _withdraw(self, name: str, slug: str | None) -> None:
        if slug is not None and await self._publisher.withdraw(slug, self._clock()):
            self._wake()
        await self._store.forget_file(name)


def conditions(state: FeedState) -> dict[str, str]:
    """The headers that ask for a feed only if it has changed."""
    headers = {"Accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"}
    if state.etag:
        headers["If-None-Match"] = state.etag
    if state.modified:
        headers["If-Modified-Since"] = state.modified
    return headers


def validators(answer: Fetched, before: FeedState) -> tuple[str | None, str | None]:
    """ETag and Last-Modified to send next time."""
    if answer.status == 304:
        return before.etag, before.modified
    return answer.headers.get("ETag"), answer.headers.get("Last-Modified")
