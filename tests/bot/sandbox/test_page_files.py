"""The chat page's files: nothing from elsewhere, no markup out of data, colours that can be read."""

import re
from itertools import product
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "bot" / "sandbox" / "page"
READABLE = 4.5  # WCAG 2.2, 1.4.3: contrast of text to what is behind it


def colours(scheme: str) -> dict[str, str]:
    """The colour variables of a scheme, "light" or "dark"."""
    source = (PAGE / "theme.css").read_text(encoding="utf-8")
    light, _, dark = source.partition("@media (prefers-color-scheme: dark)")
    block = light if scheme == "light" else dark.partition("*,")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0…1, as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1…21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_everything_that_lies_behind_it(scheme: str) -> None:
    named = colours(scheme)
    pairs = [
        *product(("ink", "ink-2", "accent"), ("panel", "panel-2", "canvas", "canvas-2", "own", "their", "accent-soft"))
    ]
    pairs += [*product(("good", "warn", "bad"), ("panel", "panel-2")), ("bad", "bad-soft"), ("on-accent", "accent")]
    weak = {pair: round(contrast(named[pair[0]], named[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < READABLE} == {}


@pytest.mark.parametrize("path", sorted(PAGE.iterdir()), ids=lambda path: path.name)
def test_a_file_of_the_page_asks_nothing_from_elsewhere_and_makes_no_markup_of_data(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "@import")
    assert [name for name in forbidden if name in source] == []
    addresses = set(re.findall(r"https?://[\w.]+", source)) - {"http://www.w3.org"}
    assert addresses == set()
    assert " style=" not in source
    assert not re.search(r"\son\w+=", source)


def test_files_are_small_and_have_one_subject() -> None:
    for path in [*PAGE.glob("*.js"), *PAGE.glob("*.css")]:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith(("// ", "/* ")), path.name
        assert len(lines) <= 300, path.name
