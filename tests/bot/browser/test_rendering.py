"""What the page makes of what a bot sends: every kind of formatting, buttons, pictures, typing."""

import base64
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from bot.sandbox.acts.writing import ONE_PIXEL
from bot.sandbox.furniture import furnish
from bot.sandbox.server import RunningSandbox
from tests.support.messenger import ALEX, CHANNEL, GROUP, Messenger
from tests.support.sandbox_thread import sandbox_in_thread

READER = 100_001


@dataclass(frozen=True, slots=True)
class PlainBot:
    """Calls the Bot API of a sandbox, one call after the other."""

    running: RunningSandbox

    def call(self, method: str, **parameters: Any) -> Any:
        """The result of a call that must be granted."""
        address = f"{self.running.api_url}{self.running.token}/{method}"
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(address, json.dumps(parameters).encode(), headers)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read())["result"]

    def say(self, html: str, chat: int = READER, **parameters: Any) -> int:
        """Sends HTML; the message's id."""
        return int(self.call("sendMessage", chat_id=chat, text=html, parse_mode="HTML", **parameters)["message_id"])


@pytest.fixture
def bot() -> Iterator[PlainBot]:
    """A sandbox with the demo's people in it, and a bot without a mind."""
    with sandbox_in_thread() as running:
        furnish(running.sandbox)
        running.sandbox.world.chats[READER].started = True
        plain = PlainBot(running)
        plain.call("getUpdates", allowed_updates=["message", "callback_query", "message_reaction"])
        yield plain


@pytest.fixture
def page(bot: PlainBot, browser: Browser) -> Iterator[Messenger]:
    """The page on that sandbox, in the first reader's chat."""
    context = browser.new_context(viewport={"width": 1000, "height": 800}, locale="en", has_touch=False)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=bot.running.control_url)
    messenger = Messenger(context.new_page(), f"{bot.running.control_url}/").visit()
    messenger.open(ALEX)
    yield messenger
    context.close()
    assert messenger.problems == []


def test_every_kind_of_formatting_has_its_element(bot: PlainBot, page: Messenger) -> None:
    bot.say(
        "<b>bold <i>and italic</i></b> <u>under</u> <s>struck</s> <code>code</code> <pre>block</pre>"
        '<blockquote>quoted</blockquote>\n<a href="https://example.org/a?b=1&amp;c=2">link</a> 😀 @reader_name #tag'
    )
    body = page.messages.last.locator(".body")
    expect(body.locator("strong")).to_have_text("bold and italic")
    expect(body.locator("strong em")).to_have_text("and italic")
    for selector, text in {"u": "under", "s": "struck", "code": "code", "pre": "block", ".quotation": "quoted"}.items():
        expect(body.locator(selector)).to_have_text(text)
    expect(body.locator("a")).to_have_attribute("href", "https://example.org/a?b=1&c=2")
    expect(body.locator(".mention")).to_have_text("@reader_name")
    expect(body.locator(".hashtag")).to_have_text("#tag")


def test_a_spoiler_is_hidden_until_it_is_pressed(bot: PlainBot, page: Messenger) -> None:
    bot.say("It was <tg-spoiler>the butler</tg-spoiler>.")
    spoiler = page.messages.last.locator(".spoiler")
    expect(spoiler).to_have_attribute("aria-pressed", "false")
    expect(spoiler).to_have_css("color", "rgba(0, 0, 0, 0)")
    spoiler.press("Enter")
    expect(spoiler).to_have_attribute("aria-pressed", "true")


def test_a_long_quotation_unfolds(bot: PlainBot, page: Messenger) -> None:
    bot.say(f"<blockquote expandable>{'A long quotation. ' * 60}</blockquote>")
    quotation = page.messages.last.locator(".quotation")
    folded = quotation.bounding_box()
    quotation.get_by_role("button", name="Show all of it").click()
    unfolded = quotation.bounding_box()
    assert folded is not None
    assert unfolded is not None
    assert unfolded["height"] > 2 * folded["height"]
    expect(quotation.get_by_role("button", name="Show less")).to_be_visible()


def test_a_message_changes_and_goes_in_place(bot: PlainBot, page: Messenger) -> None:
    number = bot.say("first words")
    expect(page.messages).to_have_count(1)
    bot.call("editMessageText", chat_id=READER, message_id=number, text="other words")
    expect(page.messages.last).to_contain_text("other words")
    expect(page.messages.last).to_contain_text("edited")
    bot.call("deleteMessage", chat_id=READER, message_id=number)
    expect(page.messages).to_have_count(0)


def test_typing_is_shown_and_ends_with_the_message(bot: PlainBot, page: Messenger) -> None:
    bot.call("sendChatAction", chat_id=READER, action="typing")
    status = page.page.locator("#room-status")
    expect(status).to_have_text("typing…")
    bot.say("here")
    expect(status).not_to_have_text("typing…")


def test_a_press_waits_for_its_answer_and_shows_it(bot: PlainBot, page: Messenger) -> None:
    buttons = [[{"text": "Quiet", "callback_data": "a"}, {"text": "Loud", "callback_data": "b"}]]
    bot.say("choose", reply_markup={"inline_keyboard": buttons})
    unseen = 0
    for label, is_loud in (("Quiet", False), ("Loud", True)):
        button = page.messages.last.get_by_role("button", name=label)
        button.click()
        expect(button).to_have_attribute("aria-busy", "true")
        update = bot.call("getUpdates", offset=unseen, timeout=5)[-1]
        unseen = update["update_id"] + 1
        query = update["callback_query"]
        bot.call("answerCallbackQuery", callback_query_id=query["id"], text=f"heard {label}", show_alert=is_loud)
        expect(button).not_to_have_attribute("aria-busy", "true")
        expect(page.page.locator("#alert" if is_loud else ".toast").last).to_contain_text(f"heard {label}")
    page.page.locator("#alert button").click()


def test_buttons_copy_and_fill_the_composer_and_start_the_bot(bot: PlainBot, page: Messenger) -> None:
    name = bot.call("getMe")["username"]
    rows = [
        [{"text": "Copy it", "copy_text": {"text": "the copied words"}}],
        [{"text": "Search here", "switch_inline_query_current_chat": "ten"}],
        [{"text": "Deeper", "url": f"https://t.me/{name}?start=fact-7"}],
    ]
    bot.say("choose", chat=page_group(bot), reply_markup={"inline_keyboard": rows})
    page.open(GROUP)
    page.messages.last.get_by_role("button", name="Copy it").click()
    expect(page.page.locator(".toast")).to_have_text("Copied")
    assert page.page.evaluate("() => navigator.clipboard.readText()") == "the copied words"
    page.messages.last.get_by_role("button", name="Search here").click()
    expect(page.page.locator("#text")).to_have_value(f"@{name} ten")
    page.messages.last.get_by_role("link", name="Deeper").click()
    expect(page.messages.last).to_contain_text("/start fact-7")
    expect(page.page.locator(".chat").nth(ALEX)).to_have_attribute("aria-current", "true")


def page_group(bot: PlainBot) -> int:
    """The group of the demo."""
    return next(seat.chat for seat in bot.running.sandbox.seats if seat.role == "group")


def test_a_picture_is_shown_with_its_caption(bot: PlainBot, page: Messenger) -> None:
    channel = next(seat.chat for seat in bot.running.sandbox.seats if seat.role == "editor")
    page.open(CHANNEL)
    picture_file: FilePayload = {"name": "dot.png", "mimeType": "image/png", "buffer": ONE_PIXEL}
    page.page.locator("#text").fill("A caption")
    page.page.locator("#file").set_input_files(picture_file)
    picture = page.messages.last.locator("img.picture")
    expect(picture).to_have_attribute("alt", "A caption")
    assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") == 1
    assert len(bot.running.sandbox.world.chats[channel].messages) == 1


def test_a_file_dropped_on_a_readers_chat_is_only_taken_as_a_picture(bot: PlainBot, page: Messenger) -> None:
    drop = """async ([kind, content]) => {
        const room = document.querySelector('#room');
        const carried = new DataTransfer();
        const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
        carried.items.add(new File([bytes], 'dropped', { type: kind }));
        for (const name of ['dragenter', 'dragover', 'drop']) {
            room.dispatchEvent(new DragEvent(name, { dataTransfer: carried, bubbles: true, cancelable: true }));
        }
    }"""
    content = base64.b64encode(ONE_PIXEL).decode()
    page.page.evaluate(drop, ["text/plain", content])
    expect(page.page.locator(".toast")).to_have_text("Drop a picture to send it")
    assert page.messages.count() == 0
    page.page.evaluate(drop, ["image/png", content])
    expect(page.messages.last.locator("img.picture")).to_be_visible()
    expect(page.page.locator("#drop")).to_be_hidden()


def test_calls_updates_and_unknown_methods_stand_in_the_drawer(bot: PlainBot, page: Messenger) -> None:
    bot.say("seen")
    with pytest.raises(urllib.error.HTTPError):
        bot.call("makeCoffee", cups=2)
    page.write("a question")
    page.page.locator("#drawer-toggle").click()
    unknown = page.page.locator(".entry", has_text="makeCoffee")
    expect(unknown.locator(".badge")).to_have_text("404")
    unknown.locator("summary").click()
    expect(unknown.locator("pre")).to_contain_text('"cups": 2')
    expect(page.page.locator(".entry", has_text="sendMessage").first).to_contain_text("Alex")
    page.page.get_by_role("tab", name="Updates").click()
    expect(page.page.locator(".entry", has_text="a question")).to_be_visible()
    assert bot.running.token not in page.page.locator("#panel").inner_text()
