"""A demo and a browser for all tests of this folder, a fresh page for each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.support.chromium import chromium, chromium_path
from tests.support.demo_process import DemoProcess, demo_process
from tests.support.messenger import PATIENCE_MILLISECONDS, Messenger

Visit = Callable[..., Messenger]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoProcess]:
    """One running demo for a module: what one module says in its chats is not in the next one's."""
    with demo_process(Path(tmp_path_factory.mktemp("demo"))) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, ended with its module: the event loop that it keeps running disturbs async tests."""
    if chromium_path() is None:
        pytest.skip("these tests want Chromium: apt-get install chromium")
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with chromium() as running:
        yield running


@pytest.fixture
def visit(demo: DemoProcess, browser: Browser) -> Iterator[Visit]:
    """Opens the page as a new visitor: `visit(width=360, locale="uk")`. Fails on any error of its scripts."""
    contexts = []
    visitors: list[Messenger] = []

    def open_page(width: int = 1280, height: int = 860, locale: str = "en", **details: Any) -> Messenger:
        context = browser.new_context(viewport={"width": width, "height": height}, locale=locale, **details)
        contexts.append(context)
        visitors.append(Messenger(context.new_page(), demo.address).visit())
        return visitors[-1]

    yield open_page
    problems = [problem for visitor in visitors for problem in visitor.problems]
    for context in contexts:
        context.close()
    assert problems == []
