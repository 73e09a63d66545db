"""Makes the README's picture of the chat page: `python -m tests.support.screenshot` writes docs/demo.png."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.support.chromium import chromium
from tests.support.demo_process import demo_process
from tests.support.messenger import ALEX, CHANNEL, OKSANA, Messenger

TARGET = Path(__file__).parents[2] / "docs" / "demo.png"
WIDTH, HEIGHT = 1440, 900


def take_screenshot(browser: Browser, address: str, target: Path) -> None:
    """A reader's conversation, with an alert that has just arrived in the other reader's chat."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, locale="en", color_scheme="light")
    page = Messenger(context.new_page(), address).visit()
    page.open(OKSANA)
    page.ask("/subscribe")
    page.open(CHANNEL)
    page.post("Chip makers agree on a shared test bench\n\nSeven firms will open their laboratories to each other.")
    badge = page.page.locator(".chat").nth(OKSANA).locator(".unread")
    expect(badge).to_be_visible(timeout=15_000)
    page.open(ALEX)
    page.ask("Who supplies OpenAI's models to China?")
    page.ask("How much does ByteDance spend on it?")
    page.page.locator("#text").blur()
    page.page.wait_for_timeout(400)  # the newest message has slid in
    page.page.screenshot(path=target)
    context.close()


def main() -> None:
    """Takes the picture with a demo of its own."""
    with tempfile.TemporaryDirectory() as folder, demo_process(Path(folder)) as demo, chromium() as browser:
        TARGET.parent.mkdir(exist_ok=True)
        take_screenshot(browser, demo.address, TARGET)


if __name__ == "__main__":
    main()
