"""The README's picture can be made again."""

import struct
from pathlib import Path

from playwright.sync_api import Browser

from tests.support.demo_process import DemoProcess
from tests.support.screenshot import HEIGHT, TARGET, WIDTH, take_screenshot


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height that a PNG file states."""
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def test_the_readmes_picture_can_be_made_again(browser: Browser, demo: DemoProcess, tmp_path: Path) -> None:
    made = tmp_path / "demo.png"
    take_screenshot(browser, demo.address, made)
    assert size_of(made) == size_of(TARGET) == (WIDTH, HEIGHT)
