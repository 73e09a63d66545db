"""Watched feeds: the first reading announces nothing, changes are told once, trouble is waited out."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.gathering.fetching import Refused, fetch
from bot.gathering.ingest import Feeds
from knowledge.alerts.polling import next_look
from knowledge.errors import UnreadableInput
from knowledge.store.database import open_database
from knowledge.store.feeds import FeedStore
from knowledge.stories.feed import read_feed
from tests.knowledge.alerts.conftest import NOON, Newsroom, newsroom_over

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette</title>{entries}</channel></rss>"""
ENTRY = """<item><title>{title}</title><link>https://gazette.test/{number}</link><guid>{number}</guid>
<description>&lt;p&gt;{text} &amp;amp; more.&lt;/p&gt;&lt;p&gt;Second paragraph.&lt;/p&gt;</description>
<pubDate>Fri, 01 May 2026 0{number}:00:00 GMT</pubDate></item>"""


def feed_of(*numbers: int, text: str = "It happened") -> str:
    return FEED.format(
        entries="".join(ENTRY.format(number=n, title=f"News number {n} of the day", text=text) for n in numbers)
    )


@dataclass
class Site:
    """A web server with one feed."""

    url: str = ""
    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seen: list[dict[str, str]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.seen.append(dict(request.headers))
        if self.status == 200 and request.headers.get("If-None-Match") == self.headers.get("ETag", "none"):
            return web.Response(status=304)
        return web.Response(body=self.body.encode(), status=self.status, headers=self.headers)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site, application = Site(), web.Application()
    application.router.add_get("/feed", site.answer)
    runner = web.AppRunner(application)
    await runner.setup()
    server = web.TCPSite(runner, "127.0.0.1", 0)
    await server.start()
    site.url = f"http://127.0.0.1:{runner.addresses[0][1]}/feed"
    yield site
    await runner.cleanup()


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with open_database(tmp_path / "feeds.db") as database:
        yield newsroom_over(database)


@dataclass
class Desk:
    """What the administrators were told."""

    told: list[str] = field(default_factory=list)

    async def tell(self, message: str, **values: str | int) -> None:
        self.told.append(message)


def feeds_of(newsroom: Newsroom, site: Site, desk: Desk) -> Feeds:
    return Feeds(
        (site.url,),
        300,
        FeedStore(newsroom.database),
        newsroom.publisher,
        lambda: NOON,
        lambda: None,
        desk.tell,
        private=False,
    )


async def test_the_first_reading_announces_nothing_and_new_entries_once(newsroom: Newsroom, site: Site) -> None:
    await newsroom.subscriber(1)
    feeds = feeds_of(newsroom, site, Desk())
    site.body, site.headers = feed_of(2, 1), {"ETag": '"one"'}
    await feeds.look(site.url)
    assert await newsroom.chats_due() == []
    await feeds.look(site.url)
    assert site.seen[1]["If-None-Match"] == '"one"'
    site.body, site.headers = feed_of(3, 2, 1), {"ETag": '"two"'}
    await feeds.look(site.url)
    await feeds.look(site.url)
    (row,) = await newsroom.outbox.due(NOON, 10)
    item = await newsroom.items.get(row.item)
    assert item is not None
    story = await newsroom.stories.story(item.slug)
    assert story is not None
    assert story.story.lead == "It happened & more."
    assert story.story.source == "The Gazette"
    assert story.story.published == datetime(2026, 5, 1, 3, tzinfo=UTC)


async def test_a_feed_in_trouble_is_waited_for_and_the_editors_hear_of_it_once(newsroom: Newsroom, site: Site) -> None:
    desk = Desk()
    feeds, store = feeds_of(newsroom, site, desk), FeedStore(newsroom.database)
    site.status = 503
    waits = []
    for _ in range(5):
        await feeds.look(site.url)
        due = await store.next_look(site.url)
        assert due is not None
        waits.append((due - NOON).total_seconds())
    assert waits == [600, 1200, 2400, 4800, 9600]
    assert desk.told == ["desk-feed-broken"]
    site.headers = {"Retry-After": "40000"}
    await feeds.look(site.url)
    due = await store.next_look(site.url)
    assert due == NOON + timedelta(seconds=40_000)
    site.status, site.headers, site.body = 200, {}, feed_of(1)
    await feeds.look(site.url)
    assert (await store.state(site.url)).failures == 0


async def test_what_is_no_feed_is_said_to_be_none() -> None:
    with pytest.raises(UnreadableInput):
        read_feed(b"<html><body>Hello</body></html>")


async def test_an_address_that_leads_into_a_private_network_is_not_followed(site: Site) -> None:
    site.status, site.headers = 302, {"Location": site.url.replace("127.0.0.1", "127.0.0.2")}
    with pytest.raises(UnreadableInput, match="private network"):
        await fetch(site.url)


async def test_an_error_of_the_server_is_refused_with_its_wait(site: Site) -> None:
    site.status, site.headers = 429, {"Retry-After": "7"}
    with pytest.raises(Refused) as refused:
        await fetch(site.url)
    assert refused.value.retry_after == 7


def test_waits_between_looks_double_up_to_six_hours() -> None:
    hours = [(next_look(NOON, 3600, failures) - NOON).total_seconds() / 3600 for failures in range(6)]
    assert hours == [1, 2, 4, 6, 6, 6]
