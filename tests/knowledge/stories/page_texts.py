"""The invented pages that the tests of this room read."""

from pathlib import Path

FOLDER = Path(__file__).parent / "pages"


def page(name: str) -> str:
    """The text of a page such as "seawall.en"."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def small_page(body: str, *, header: str = "AI Read the original on Wired 2 min read 1", footer: str = "") -> str:
    """A page with a title, a lead and `body`."""
    lead = "The museum opened on Monday. It holds nine hundred clocks."
    return f"{header}\n\nA museum of clocks opens in Bern\n\n{lead}\n\n{body}\n\n{footer}"
