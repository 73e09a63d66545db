"""Python, SQLite and the disk."""

import os
import platform
import shutil
import sys
from pathlib import Path

from bot.checkup.finding import Finding, bad, good, warning
from knowledge.store.health import engine_version, has_full_text_search

OLDEST_PYTHON = (3, 11)
LEAST_FREE = 200 * 1_048_576  # bytes


def machine_findings() -> list[Finding]:
    """Whether this computer can run Storyline."""
    python = platform.python_version()
    if sys.version_info >= OLDEST_PYTHON:
        findings = [good("Python", f"Version {python}.")]
    else:
        findings = [bad("Python", f"Version {python} is too old.", "Install Python 3.11 or newer.")]
    if has_full_text_search():
        findings.append(good("SQLite", f"Version {engine_version()}, with full-text search."))
    else:
        findings.append(
            bad(
                "SQLite",
                f"Version {engine_version()} has no full-text search (FTS5).",
                "Use a Python whose SQLite is built with FTS5, such as Debian's or python.org's.",
            )
        )
    return findings


def disk_findings(database: Path) -> list[Finding]:
    """Whether there is room beside the database, and leave to write it."""
    findings = []
    folder = next(parent for parent in database.absolute().parents if parent.exists())
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        findings.append(
            warning(
                "disk",
                f"Only {free // 1_048_576} MiB are free beside the database.",
                "Make room: SQLite stops writing on a full disk.",
            )
        )
    if database.exists() and not os.access(database, os.W_OK):
        findings.append(
            bad("disk", f"{database} must not be written by this user.", "Change its owner or its permissions.")
        )
    return findings
