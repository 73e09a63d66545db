"""Reading the word lists that stand beside the code: plain lines, `#` comments, tab-separated columns."""

from pathlib import Path

_DATA = Path(__file__).parent / "data"


def read_text(name: str) -> str:
    """The whole of `data/name`, UTF-8."""
    return (_DATA / name).read_text(encoding="utf-8")


def read_lines(name: str) -> list[str]:
    """The lines of `data/name` that are neither empty nor comments."""
    return [line for line in read_text(name).splitlines() if line and not line.startswith("#")]


def read_rows(name: str) -> list[list[str]]:
    """The rows of `data/name`, cut at tabs."""
    return [line.split("\t") for line in read_lines(name)]


def read_sections(name: str) -> dict[str, list[str]]:
    """Lists under `[heading]` lines, entries separated by white space (or by `;` where an entry holds spaces)."""
    sections: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in read_lines(name):
        if line.startswith("["):
            entries = sections.setdefault(line.strip("[] "), [])
        elif ";" in line:
            entries.extend(entry.strip() for entry in line.split(";") if entry.strip())
        else:
            entries.extend(line.split())
    return sections
