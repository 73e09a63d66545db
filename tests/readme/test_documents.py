"""What the documents say: links, names of settings and metrics, sizes, the image's recipe."""

import re
from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings
from bot.watching.health import DATABASE_SECONDS, LONGEST_SILENCE_SECONDS, LONGEST_STANDSTILL_SECONDS, Health
from bot.watching.metrics import Metrics
from handlers.commands import PRIVATE_COMMANDS
from knowledge.store.conversations import KEPT_DAYS
from knowledge.store.database import open_database
from knowledge.store.housekeeping import ALERTS_KEPT
from knowledge.store.updates import REMEMBERED
from tests.readme.documents import DOCUMENTS, LINK, OPERATING, ROOT, anchors_of, prose_of, table_under, text_of

KNOWN = {PREFIX + name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_of_the_project_leads_somewhere(document: Path) -> None:
    for target in LINK.findall(prose_of(document)):
        if target.startswith(("https://", "http://")):
            continue
        path, _, anchor = target.partition("#")
        place = (document.parent / path).resolve() if path else document
        assert place.exists(), f"{document.name} links to {target}"
        assert not anchor or anchor in anchors_of(place), f"{document.name} links to {target}"


@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / "Dockerfile"], ids=lambda document: document.name)
def test_every_setting_that_is_named_exists(document: Path) -> None:
    named = set(re.findall(rf"{PREFIX}[A-Z_]+", text_of(document)))
    assert named <= KNOWN | {PREFIX}, named - KNOWN


def test_the_table_of_metrics_is_what_the_page_shows(metrics_page: str) -> None:
    shown = re.findall(r"^# TYPE (\w+)", metrics_page, re.MULTILINE)
    told = [row[0].strip("`") for row in table_under(OPERATING, "metric")]
    assert sorted(told) == sorted(shown)


def test_the_image_is_made_of_files_that_are_there() -> None:
    sources = [
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", text_of(ROOT / "Dockerfile"), re.MULTILINE)
        for source in line.split()[:-1]
    ]
    assert {"pyproject.toml", "constraints.txt", "knowledge", "handlers", "bot"} <= set(sources)
    assert all((ROOT / source).exists() for source in sources)


def test_durations_are_those_of_the_program() -> None:
    text = " ".join(text_of(OPERATING).split())
    assert f"last {LONGEST_SILENCE_SECONDS:.0f} seconds" in text
    assert DATABASE_SECONDS == 5
    assert "within five seconds" in text
    assert LONGEST_STANDSTILL_SECONDS == 600
    assert "due for ten minutes" in text
    assert f"| {KEPT_DAYS} days |" in text
    assert f"| {ALERTS_KEPT.days} days |" in text
    assert REMEMBERED.days == 2
    assert "| two days, so that" in text


def test_commands_that_it_names_are_commands_of_the_bot() -> None:
    named = set(re.findall(r"`/([a-z]+)`", prose_of(OPERATING)))
    own = {*PRIVATE_COMMANDS, "desk", "why"}
    assert named <= own | {"newbot", "setinline", "setprivacy"} | {"data", "health"}
    assert {"forgetme", "privacy", "unsubscribe", "desk"} <= named


@pytest.fixture
async def metrics_page(tmp_path: Path) -> str:
    """The page of a bot that has heard of Telegram."""
    metrics = Metrics()
    metrics.last_heard = 1.0
    async with open_database(tmp_path / "storyline.sqlite3") as database:
        return await Health(database, metrics).page()
