"""The README and the documents as text, and what can be picked out of them."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
OPERATING = ROOT / "docs" / "operating.md"
DOCUMENTS = (README, *sorted((ROOT / "docs").glob("*.md")))

FENCE = re.compile(r"^ *```([^\n]*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text_of(document: Path) -> str:
    """The whole text."""
    return document.read_text(encoding="utf-8")


def blocks(document: Path, kind: str) -> list[str]:
    """The contents of the fenced blocks of one kind, such as "sh" or "console"."""
    return [content for head, content in FENCE.findall(text_of(document)) if head == kind]


def prose_of(document: Path) -> str:
    """The text without fenced blocks."""
    return FENCE.sub("", text_of(document))


def table_under(document: Path, heading: str) -> list[tuple[str, ...]]:
    """The rows of the table whose first column is headed `heading`, as cells."""
    lines = text_of(document).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
    return rows


def anchors_of(document: Path) -> set[str]:
    """What a link into the document may name after its #."""
    headings = HEADING.findall(prose_of(document))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
