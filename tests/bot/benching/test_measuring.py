"""Races: every contender gets every question, and the quantiles are of its shortest times."""

import asyncio

import pytest

from bot.benching.measuring import OURS, race
from bot.benching.memory import resident_bytes
from knowledge.evaluation.timing import times_of


async def test_every_contender_is_asked_every_question_in_every_round() -> None:
    asked: dict[str, list[str]] = {OURS: [], "slow": []}

    async def quick(question: str) -> None:
        asked[OURS].append(question)

    async def slow(question: str) -> None:
        asked["slow"].append(question)
        await asyncio.sleep(0.005)

    steps: list[tuple[int, int]] = []
    measured = await race("all", ["a", "b"], [{OURS: quick, "slow": slow}] * 3, lambda *step: steps.append(step))
    assert asked == {OURS: ["a", "b"] * 3, "slow": ["a", "b"] * 3}
    assert steps[-1] == (6, 6)
    assert measured.ratio(OURS) == 1.0
    assert measured.ratio("slow") > 1.0
    assert measured.times["slow"].p50 >= 5.0


def test_times_are_milliseconds() -> None:
    times = times_of([0.001, 0.002, 0.003])
    assert times.p50 == pytest.approx(2.0)
    assert times.p99 == pytest.approx(3.0)


def test_memory_is_what_this_process_holds() -> None:
    before = resident_bytes()
    held = bytearray(b"\x01" * 40_000_000)
    assert resident_bytes() - before > 30_000_000
    assert len(held) == 40_000_000
