"""Log lines: their looks, and that no token ever stands in one."""

import asyncio
import json
import logging
import re
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.client import SandboxClient
from bot.watching.logs import JsonLines, Redaction, TextLines
from tests.support.bot_process import BotProcesses

TOKEN = "7012345678:AAF-abcdefghijklmnopqrstuvwxyz_0123456"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
tokens = st.builds("{}:{}".format, st.integers(1, 10**12), st.text(alphabet=LETTERS, min_size=30, max_size=60))
formatters: st.SearchStrategy[TextLines | JsonLines] = st.sampled_from([JsonLines(Redaction()), TextLines(Redaction())])
words = st.text(max_size=20)  # shorter than any secret


def record_of(
    message: str, *arguments: object, error: BaseException | None = None, **extra: object
) -> logging.LogRecord:
    """A record as a logger makes it."""
    raised = (type(error), error, error.__traceback__) if error else None
    return logging.getLogger("bot.somewhere").makeRecord(
        "bot.somewhere", logging.WARNING, __file__, 1, message, arguments, raised, extra=extra
    )


def raised(error: Exception) -> Exception:
    """The error with a traceback and a cause."""
    try:
        try:
            raise KeyError(str(error))
        except KeyError as cause:
            raise error from cause
    except type(error) as caught:
        return caught


@given(formatters, tokens, words, words)
def test_no_token_passes_wherever_it_stands(
    formatter: TextLines | JsonLines, token: str, before: str, after: str
) -> None:
    secret = token.partition(":")[2]
    address = f"https://api.telegram.org/bot{token}/getMe"
    records = [
        record_of(f"{before} {token} {after}".replace("%", "%%")),
        record_of("%s said %s", before, address),
        record_of("%r", {"url": address, "again": [token]}),
        record_of("asked", url=address.replace(":", "%3A"), nested={"deep": token}),
        record_of("broke", error=raised(ValueError(f"{before}{address}{after}"))),
    ]
    for record in records:
        assert secret not in formatter.format(record)


@given(formatters, st.text(alphabet=LETTERS, min_size=1, max_size=256))
def test_a_secret_that_was_named_does_not_pass_even_if_it_is_short(
    formatter: TextLines | JsonLines, secret: str
) -> None:
    careful = type(formatter)(Redaction([f"<{secret}>"]))
    assert f"<{secret}>" not in careful.format(record_of("got <%s>", secret))


def test_what_is_no_token_stays() -> None:
    redact = Redaction()
    for text in ("12:30", "at 2026-11-24T03:17:30.123Z", "update 123456: KeyError", "127.0.0.1:8080/health"):
        assert redact(text) == text


def test_a_json_line_has_moment_level_place_message_and_fields() -> None:
    line = JsonLines(Redaction()).format(record_of("Sent %d of %d.", 3, 4, seconds=1.5))
    body = json.loads(line)
    assert "\n" not in line
    assert {name: body[name] for name in ("level", "logger", "message", "fields")} == {
        "level": "WARNING",
        "logger": "bot.somewhere",
        "message": "Sent 3 of 4.",
        "fields": {"seconds": 1.5},
    }
    assert datetime.fromisoformat(body["time"]).utcoffset() == timedelta(0)


def test_a_traceback_stands_on_the_same_json_line_and_below_the_text_line() -> None:
    record = record_of("broke", error=raised(ValueError("no")))
    line = JsonLines(Redaction()).format(record)
    assert "\n" not in line
    assert "ValueError: no" in json.loads(line)["traceback"]
    assert TextLines(Redaction()).format(record).splitlines()[-1] == "ValueError: no"


def test_a_text_line_shows_its_fields() -> None:
    line = TextLines(Redaction()).format(record_of("Sent.", alerts=3))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z WARNING Sent\. alerts=3", line)


PROGRAM = f"""
import logging, sys, warnings
from bot.watching.logs import set_up_logging
set_up_logging(sys.argv[1], ["short-secret"])
logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot{TOKEN}/getMe")
logging.getLogger("telegram.ext.Updater").info("quiet")
logging.getLogger("httpx").warning("HTTP Request: POST https://api.telegram.org/bot{TOKEN}/getMe")
logging.getLogger("third.party").error("short-secret")
logging.getLogger("third.party").info("%d messages", "{TOKEN}")
warnings.warn("{TOKEN}")
raise RuntimeError("https://api.telegram.org/bot{TOKEN}/getMe")
"""


@pytest.mark.parametrize("style", ["text", "json"])
def test_libraries_warnings_and_crashes_go_through_the_same_eye(style: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, style], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 1
    assert TOKEN.partition(":")[2] not in done.stdout + done.stderr
    assert "short-secret" not in done.stderr
    assert "quiet" not in done.stderr
    assert done.stderr.count("/bot[token]/getMe") == 2
    assert "A log line of third.party, line " in done.stderr
    assert "RuntimeError" in done.stderr
    if style == "json":
        lines = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
        assert [line["level"] for line in lines] == ["WARNING", "ERROR", "WARNING", "CRITICAL"]


async def test_the_log_of_a_running_bot_is_json_without_tokens_texts_or_names(
    sandbox: SandboxClient, bot_process: BotProcesses
) -> None:
    reader = await sandbox.user("Yaroslava")
    bot = await bot_process(STORYLINE_LOG_FORMAT="json")
    await sandbox.ask(reader, "How much does ByteDance spend on Microsoft?")
    await sandbox.fault("down", seconds=0.5)
    await asyncio.sleep(0.6)
    await sandbox.ask(reader, "Who supplies OpenAI's models?")
    assert await bot.stop() == 0
    lines = [json.loads(line) for line in bot.log.splitlines()]
    assert all({"time", "level", "logger", "message"} <= line.keys() for line in lines)
    assert any(line["level"] == "WARNING" for line in lines)
    for private in (sandbox.token.partition(":")[2], "ByteDance", "OpenAI", "Yaroslava", str(reader)):
        assert private not in bot.log
