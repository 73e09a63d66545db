"""The editor posts on the chat page, and the alert arrives in the readers' chats."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.support.messenger import ALEX, CHANNEL, DESK, OKSANA, Messenger

Visit = Callable[..., Messenger]

ALERT_MILLISECONDS = 10_000


def subscribed(visit: Visit) -> Messenger:
    """A page on which both readers have subscribed."""
    page = visit()
    for reader in (ALEX, OKSANA):
        page.open(reader)
        page.ask("/subscribe")
    return page


def alert(page: Messenger, reader: int, words: str) -> Locator:
    """The alert with these words in a reader's chat."""
    page.open(reader)
    found = page.page.locator(".message:not(.own)", has_text=words)
    expect(found).to_have_count(1, timeout=ALERT_MILLISECONDS)
    return found


def test_a_post_reaches_both_readers_and_so_does_its_change(visit: Visit) -> None:
    page = subscribed(visit)
    page.open(CHANNEL)
    page.post("Tram drivers vote for a night service\n\nThe vote ended with 412 in favour.")
    alert(page, ALEX, "Tram drivers vote for a night service")
    alert(page, OKSANA, "Tram drivers vote for a night service")
    page.open(CHANNEL)
    post = page.page.locator(".message", has_text="Tram drivers vote for a night service")
    page.choose_in_menu(post, "Edit")
    page.write("Tram drivers vote for a night service\n\nThe vote ended with 421 in favour.")
    expect(post).to_contain_text("edited")
    for reader in (ALEX, OKSANA):
        expect(alert(page, reader, "Tram drivers vote for a night service")).to_contain_text("421 in favour")


def test_an_alert_arrives_although_telegram_asks_to_wait(visit: Visit) -> None:
    page = subscribed(visit)
    page.page.locator("#drawer-toggle").click()
    page.page.get_by_role("tab", name="Faults").click()
    page.page.get_by_label(re.compile("too many requests")).fill("1")
    page.page.locator('[data-fault="faultFlood"]').click()
    expect(page.page.locator(".hint", has_text="flood")).to_be_visible()
    page.open(CHANNEL)
    page.post("A library opens on Sundays\n\nReaders had asked for it for nine years.")
    alert(page, ALEX, "A library opens on Sundays")
    alert(page, OKSANA, "A library opens on Sundays")
    page.page.get_by_role("tab", name="Calls").click()
    expect(page.page.locator(".entry .badge", has_text="429")).to_have_count(1)
    page.page.get_by_role("tab", name="Outbox").click()
    expect(page.page.locator(".figure", has_text="sent")).to_be_visible()


def test_a_dropped_page_text_is_published_whole(visit: Visit, tmp_path: Path) -> None:
    page = subscribed(visit)
    page.open(CHANNEL)
    text = tmp_path / "page.txt"
    text.write_text(
        "City Harbour Gazette 3 min read 12\n\nHarbour bridge reopens after repairs\n\n"
        "The harbour bridge carries traffic again. Repairs took eleven weeks.\n\n"
        "Engineers replaced forty cables. The work cost 6 million euros, the council said.\n",
        encoding="utf-8",
    )
    page.page.locator("#file").set_input_files(text)
    expect(page.page.locator(".message", has_text="Harbour bridge reopens after repairs")).to_be_visible(
        timeout=ALERT_MILLISECONDS
    )
    alert(page, ALEX, "Harbour bridge reopens after repairs")
    expect(page.ask("How long did the bridge repairs take?")).to_contain_text("eleven weeks")


def test_a_file_that_holds_no_story_is_refused_in_a_sentence(visit: Visit, tmp_path: Path) -> None:
    page = visit()
    page.open(CHANNEL)
    before = page.messages.count()
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"\x00\x01\x02")
    page.page.locator("#file").set_input_files(empty)
    expect(page.page.locator(".toast").last).to_contain_text(re.compile(r"\w+.*\."))
    assert page.messages.count() == before
    page.problems = [problem for problem in page.problems if "422" not in problem]


def test_the_editor_has_a_desk_and_readers_have_none(visit: Visit) -> None:
    page = visit()
    page.open(DESK)
    expect(page.ask("/desk").locator(".inline-button").first).to_be_visible()
    page.open(ALEX)
    expect(page.ask("/desk").locator(".inline-button")).to_have_count(0)
