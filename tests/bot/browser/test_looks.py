"""The page at every width, in both languages, by keyboard."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.benchmarks.chat_page import FILL
from tests.support.messenger import ALEX, GROUP, Messenger

Visit = Callable[..., Messenger]

PAGE = Path(__file__).parents[3] / "bot" / "sandbox" / "page"


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1440, 900)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out_at_any_width(visit: Visit, width: int, height: int, scheme: str) -> None:
    page = visit(width, height, color_scheme=scheme)
    page.open(ALEX)
    page.ask("Who supplies OpenAI models to China?")
    page.page.locator("#drawer-toggle").click()
    for name in ("Calls", "Updates", "Faults", "Outbox"):
        page.page.get_by_role("tab", name=name).click()
        overflow = page.page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, name
    page.page.locator("#drawer-close").click()
    room = page.page.evaluate(
        "() => { const s = document.querySelector('#scroll'); return s.scrollWidth - s.clientWidth }"
    )
    assert room <= 0


def test_everything_that_can_be_pressed_has_a_name(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    page.ask("Who reported this?")
    page.page.locator("#drawer-toggle").click()
    nameless = page.page.evaluate(
        """() => [...document.querySelectorAll('button, a, input, textarea, summary, [role=button]')]
            .filter((node) => node.checkVisibility())
            .filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim()))
            .map((node) => node.outerHTML)"""
    )
    assert nameless == []


def test_a_narrow_page_leads_from_the_list_to_a_chat_and_back(visit: Visit) -> None:
    page = visit(360, 740)
    expect(page.page.locator(".room")).to_be_hidden()
    page.page.locator(".chat").nth(ALEX).click()
    expect(page.page.locator(".sidebar")).to_be_hidden()
    page.page.locator("#back").click()
    expect(page.page.locator(".sidebar")).to_be_visible()


def test_the_keyboard_is_enough(visit: Visit) -> None:
    page = visit()
    page.open(GROUP)
    page.write("By keyboard alone")
    expect(page.page.locator(".message.own").last).to_contain_text("By keyboard alone")
    page.page.locator("#text").press("ArrowUp")
    expect(page.page.locator("#context")).to_be_visible()
    page.page.locator("#text").press("Escape")
    expect(page.page.locator("#context")).to_be_hidden()
    more = page.page.locator(".message.own .more").last
    more.focus()
    more.press("Enter")
    expect(page.page.locator("#menu")).to_be_visible()
    page.page.keyboard.press("Escape")
    expect(page.page.locator("#menu")).to_be_hidden()
    expect(more).to_be_focused()


def test_the_page_speaks_ukrainian(visit: Visit) -> None:
    page = visit(locale="uk-UA")
    expect(page.page.locator("#connection")).to_have_text("Бот працює")
    page.page.locator("#language").click()
    expect(page.page.locator("#connection")).to_have_text("The bot is running")
    page.visit()
    expect(page.page.locator("#connection")).to_have_text("The bot is running")


def test_both_languages_have_the_same_words_and_none_is_unused() -> None:
    source = (PAGE / "words.js").read_text(encoding="utf-8")
    english, ukrainian = (
        dict(re.findall(r'^    (\w+): "(.*)",$', block, re.MULTILINE)) for block in source.split("  uk: {")
    )
    assert english.keys() == ukrainian.keys()
    for name, text in english.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", ukrainian[name])), name
    others = "".join(path.read_text(encoding="utf-8") for path in PAGE.iterdir() if path.name != "words.js")
    named = set(re.findall(r'[\w-]+="(\w+)"|"(\w+)"|name: "(\w+)"', others + source.split("const STORED")[1]))
    used = {name for names in named for name in names if name}
    tabs = {"calls", "updates", "faults", "outbox"}
    figures = {"due", "held", "sent", "edits", "dead", "rate"}
    hints = {f"{name}Hint" for name in used}
    assert english.keys() - used - tabs - figures - hints == set()


def test_a_long_chat_scrolls_back(visit: Visit) -> None:
    page = visit()
    chat = int(page.page.locator(".chat").nth(GROUP).get_attribute("data-chat") or 0)
    page.page.evaluate(FILL, [chat, 200])
    page.open(GROUP)
    expect(page.messages.last).to_contain_text("Line 19")
    scroll = page.page.locator("#scroll")
    lowest = scroll.evaluate("node => node.scrollTop")
    scroll.hover()
    page.page.mouse.wheel(0, -400)
    page.page.wait_for_function("lowest => document.querySelector('#scroll').scrollTop < lowest", arg=lowest)
    page.page.wait_for_timeout(300)  # nothing pulls it down again
    assert scroll.evaluate("node => node.scrollTop") < lowest
