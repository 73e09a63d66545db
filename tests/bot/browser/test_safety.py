"""Nothing that anybody writes is ever run by the page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.messenger import ALEX, CHANNEL, GROUP, Messenger

Visit = Callable[..., Messenger]

HOSTILE = (
    "<img src=x onerror=\"document.title='caught'\">",
    "<script>document.title='caught'</script>",
    "<svg/onload=document.title='caught'>",
    '"><iframe srcdoc="<script>parent.document.title=\'caught\'</script>">',
    "{{constructor.constructor('document.title=1')()}}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(visit: Visit, text: str) -> None:
    page = visit()
    for chat in (GROUP, CHANNEL):
        page.open(chat)
        page.write(text)
        expect(page.page.locator(".message .body", has_text=text).last).to_be_visible()
    assert page.page.locator(".messages img, .messages script, .messages svg, .messages iframe").count() == 0
    assert "caught" not in page.page.title()


def test_only_web_addresses_become_links(visit: Visit) -> None:
    page = visit()
    page.open(GROUP)
    script = """async ([chat]) => {
        const key = document.querySelector('meta[name="sandbox-key"]').content;
        const text = '<a href="javascript:document.title=1">one</a> <a href="tg://user?id=1">two</a> '
            + '<a href="https://example.org/">three</a>';
        await fetch('/sandbox/say', { method: 'POST', headers: { 'X-Sandbox-Key': key },
            body: JSON.stringify({ user: 100001, chat, text, html: true }) });
    }"""
    chat = int(page.page.locator(".chat").nth(GROUP).get_attribute("data-chat") or 0)
    page.page.evaluate(script, [chat])
    message = page.page.locator(".message", has_text="one two three").last
    expect(message).to_be_visible()
    addresses = [link.get_attribute("href") for link in message.locator("a").all()]
    assert addresses == ["https://example.org/"]
    assert message.locator("a").first.get_attribute("rel") == "noopener noreferrer"


def test_a_hostile_question_comes_back_harmless(visit: Visit) -> None:
    page = visit()
    page.open(ALEX)
    reply = page.ask("Who is <img src=x onerror=document.title='caught'> Microsoft?")
    expect(reply).to_be_visible()
    assert page.page.locator(".messages img").count() == 0
    assert "caught" not in page.page.title()


def test_the_page_names_a_strict_policy_and_loads_nothing_from_elsewhere(visit: Visit) -> None:
    page = visit()
    asked: list[str] = []
    page.page.on("request", lambda request: asked.append(request.url))
    answer = page.page.goto(page.address)
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    expect(page.page.locator(".chat")).to_have_count(5)
    assert asked
    assert all(url.startswith(page.address) for url in asked)


def test_without_the_key_the_control_side_is_shut(visit: Visit) -> None:
    page = visit()
    for path in ("sandbox/chats", "sandbox/messages?chat=1", "sandbox/events", "sandbox/file?id=x&key=guess"):
        assert page.page.request.get(page.address + path).status == 403
    assert page.page.request.post(page.address + "sandbox/say", data={"chat": 100001, "text": "x"}).status == 403


def test_another_host_name_gets_nothing(visit: Visit) -> None:
    page = visit()
    answer = page.page.request.get(page.address, headers={"Host": "evil.example"})
    assert answer.status == 400
    assert "sandbox-key" not in answer.text()
