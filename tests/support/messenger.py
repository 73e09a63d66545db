"""The chat page in the hands of a test: opens chats, writes, presses, and waits for what the bot says."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

ALEX, OKSANA, GROUP, CHANNEL, DESK = range(5)
PATIENCE_MILLISECONDS = 15_000


@dataclass(slots=True)
class Messenger:
    """One visitor's page. `problems` gathers errors of scripts and of the Content-Security-Policy."""

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE_MILLISECONDS)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on(
            "console", lambda said: self.problems.append(said.text) if said.type in {"error", "warning"} else None
        )

    def visit(self) -> "Messenger":
        """Loads the page and waits for its chats."""
        self.page.goto(self.address)
        expect(self.page.locator(".chat")).to_have_count(5, timeout=PATIENCE_MILLISECONDS)
        expect(self.page.locator("#lamp")).to_have_attribute("data-state", "ready", timeout=PATIENCE_MILLISECONDS)
        return self

    def open(self, chat: int) -> None:
        """Opens a chat of the list: ALEX, OKSANA, GROUP or CHANNEL; there the bot is started if it was not."""
        self.page.locator(".chat").nth(chat).click()
        expect(self.page.locator(".chat").nth(chat)).to_have_attribute("aria-current", "true")
        if chat in {ALEX, OKSANA} and self.page.locator("#start").is_visible():
            before = self.replies.count()
            self.page.locator("#start").click()
            self.wait_for_reply(before)

    @property
    def messages(self) -> Locator:
        """All messages of the open chat."""
        return self.page.locator(".message")

    @property
    def replies(self) -> Locator:
        """Messages of others in the open chat."""
        return self.page.locator(".message:not(.own)")

    def wait_for_reply(self, before: int) -> Locator:
        """The newest message of others, once there are more than `before`."""
        expect(self.replies.nth(before)).to_be_visible(timeout=PATIENCE_MILLISECONDS)
        return self.replies.last

    def write(self, text: str) -> None:
        """Types a text and presses Enter."""
        self.page.locator("#text").fill(text)
        self.page.locator("#text").press("Enter")

    def ask(self, text: str) -> Locator:
        """Writes, and gives the first thing that the bot says after it."""
        own = self.page.locator(".message.own")
        before = own.count()
        self.write(text)
        expect(own).to_have_count(before + 1)
        number = own.last.get_attribute("data-id")
        reply = self.page.locator(f'.message[data-id="{number}"] ~ .message:not(.own)').first
        expect(reply).to_be_visible(timeout=PATIENCE_MILLISECONDS)
        return reply

    def post(self, text: str) -> Locator:
        """Posts to the open channel; the post."""
        before = self.messages.count()
        self.write(text)
        expect(self.messages.nth(before)).to_be_visible()
        return self.messages.last

    def choose_in_menu(self, message: Locator, name: str) -> None:
        """Opens a message's menu and presses an item."""
        message.locator(".bubble").hover()
        message.locator(".more").click()
        self.page.locator("#menu").get_by_role("menuitem", name=name, exact=True).click()
