"""How quick the demo's page is: from the command to the page, from Enter to the answer, from frame to frame.

python -m tests.benchmarks.chat_page
"""

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.support.chromium import chromium
from tests.support.demo_process import demo_process
from tests.support.messenger import ALEX, GROUP, PATIENCE_MILLISECONDS, Messenger

QUESTIONS = ("Who supplies OpenAI models?", "How much does ByteDance spend?", "Who is absent from China?")
THINKING_MILLISECONDS = 1_100  # the bot sends a chat one message a second
MESSAGES = 1_000

# Milliseconds from sending a text to the frame that shows the answer.
ASK = """async (text) => {
    const list = document.querySelector('#messages');
    document.querySelector('#text').value = text;
    const began = performance.now();
    const arrived = new Promise((resolve) => {
        const watcher = new MutationObserver(() => {
            if (!list.lastElementChild.classList.contains('own')) { watcher.disconnect(); resolve(); }
        });
        setTimeout(() => watcher.observe(list, { childList: true }), 0);
    });
    document.querySelector('#composer').requestSubmit();
    await arrived;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - began;
}"""

# Milliseconds for the page alone to come from the same server: the peer of an answer.
FETCH = """async () => {
    const began = performance.now();
    await (await fetch('/', { cache: 'no-store' })).text();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - began;
}"""

FILL = """async ([chat, messages]) => {
    const key = document.querySelector('meta[name="sandbox-key"]').content;
    const say = (number) => fetch('/sandbox/say', { method: 'POST', headers: { 'X-Sandbox-Key': key },
        body: JSON.stringify({ user: 100001, chat, text: `Line ${number}: ${'word '.repeat(number % 40)}` }) });
    for (let number = 0; number < messages; number += 25) {
        await Promise.all([...Array(25).keys()].map((step) => say(number + step)));
    }
}"""

# Milliseconds between frames while `scroll` moves up, shortest first.
FRAMES = """(scrolls) => new Promise((resolve) => {
    const scroll = document.querySelector('#scroll');
    const gaps = [];
    let last = performance.now();
    const step = (now) => {
        gaps.push(now - last);
        last = now;
        if (scrolls) scroll.scrollTop -= 400;
        if (gaps.length < 65) requestAnimationFrame(step); else resolve(gaps.slice(5).sort((a, b) => a - b));
    };
    requestAnimationFrame(step);
})"""


def report(browser: Browser, address: str) -> None:
    """Prints what was measured, each beside its peer."""
    page = Messenger(browser.new_page(viewport={"width": 1280, "height": 860}), address).visit()
    page.open(ALEX)
    page.ask("Who reported this?")
    took = []
    for question in QUESTIONS:
        page.page.wait_for_timeout(THINKING_MILLISECONDS)
        took.append(float(page.page.evaluate(ASK, question)))
    fetched = statistics.median(float(page.page.evaluate(FETCH)) for _ in range(9))
    answer = statistics.median(took)
    ratio = answer / fetched
    print(f"from Enter to the answer: {answer:.0f} ms, {ratio:.1f} times a fetch of the page ({fetched:.0f} ms)")
    still = page.page.evaluate(FRAMES, False)
    page.page.evaluate(FILL, [int(page.page.locator(".chat").nth(GROUP).get_attribute("data-chat") or 0), MESSAGES])
    page.open(GROUP)
    expect(page.messages.last).to_contain_text("Line 9", timeout=PATIENCE_MILLISECONDS)
    moving = page.page.evaluate(FRAMES, True)
    print(
        f"frames while {MESSAGES:,} messages scroll: median {moving[30]:.1f} ms, 95 % {moving[57]:.1f} ms; "
        f"{moving[30] / still[30]:.2f} and {moving[57] / still[57]:.2f} times those of the page at rest"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, demo_process(Path(folder)) as demo, chromium() as browser:
        print(f"from the command to the page: {demo.seconds_to_ready:.2f} s")
        report(browser, demo.address)


if __name__ == "__main__":
    main()
