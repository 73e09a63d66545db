"""Failures that nobody waits for: one line for a call to Telegram, everything for anything else."""

import asyncio
import gc
import logging

import pytest
from telegram.error import NetworkError

from bot import lifecycle
from bot.settings import Settings


async def serve_and_fail(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """A life in which a task fails with `error` that nobody waits for, as a poll does that fails at the stop."""

    async def fail() -> None:
        raise error

    async def live(settings: Settings) -> None:
        task = asyncio.create_task(fail())
        await asyncio.sleep(0)
        del task
        gc.collect()

    monkeypatch.setattr(lifecycle, "live", live)
    await lifecycle.serve(Settings.model_construct())


@pytest.mark.asyncio
async def test_a_poll_that_fails_as_the_bot_stops_takes_one_line_of_the_log(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.WARNING)
    await serve_and_fail(NetworkError("secret detail"), monkeypatch)
    assert [record.getMessage() for record in caplog.records] == ["A call that nobody waited for failed: NetworkError."]
    assert "Traceback" not in caplog.text


@pytest.mark.asyncio
async def test_any_other_failure_keeps_its_traceback(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    await serve_and_fail(ZeroDivisionError("by nought"), monkeypatch)
    assert "Task exception was never retrieved" in caplog.text
    assert "ZeroDivisionError: by nought" in caplog.text
