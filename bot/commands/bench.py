"""`storyline bench`: speed and memory, as ratios against named peers in the same run."""

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.benching.banks import BankReport, load_bank, measure_bank
from bot.benching.measuring import OURS, Race
from bot.benching.memory import resident_bytes
from bot.benching.one_story import race_on_story
from bot.commands.opening import opened, settings_for
from bot.commands.show import unknown_story
from bot.commands.terminal import print_faint, print_heading, print_table, progress_bar
from knowledge.answering.answerer import Answerer
from knowledge.answering.indexing.library import Library
from knowledge.errors import UnknownStory
from knowledge.store.search import UnitSearch
from knowledge.store.stories import StoryStore

MEBIBYTE = 1_048_576
SMALLEST_BANK = 10


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline bench`."""
    parser.add_argument("--story", metavar="SLUG", help="measure on this story; default: the one loaded first")
    parser.add_argument(
        "--bank",
        metavar="N",
        type=int,
        action="append",
        default=[],
        help="measure on an invented bank of N questions instead (may be given several times)",
    )
    parser.add_argument("--json", action="store_true", help="print the measurements as JSON")


def perform(arguments: Namespace) -> int:
    """Measures and prints."""
    if any(size < SMALLEST_BANK for size in arguments.bank):
        print(f"storyline bench: a bank has at least {SMALLEST_BANK} questions.", file=sys.stderr)
        return 2
    if arguments.bank:
        reports = [asyncio.run(bank_report(size)) for size in arguments.bank]
        if arguments.json:
            print(json.dumps({"banks": [asdict(report) for report in reports]}, indent=2))
        else:
            for report in reports:
                print_bank(report)
        return 0
    measured = asyncio.run(story_report(arguments))
    if arguments.json:
        print(json.dumps(measured | {"races": [asdict(race) for race in measured["races"]]}, indent=2))
        return 0
    print_heading(f"{measured['story']}: {measured['units']} pieces to quote")
    print_races(measured["races"])
    print(f"memory of this process: {measured['memory'] / MEBIBYTE:.0f} MiB")
    return 0


async def story_report(arguments: Namespace) -> dict[str, Any]:
    """The measurements on one story."""
    async with opened(settings_for(arguments).database) as database:
        store = StoryStore(database)
        slugs = [row.slug for row in await store.rows() if not row.withdrawn]
        if not slugs:
            raise UnknownStory("There is no story to measure on: load one first.")
        stored = await store.story(arguments.story or slugs[0])
        if stored is None:
            raise unknown_story(arguments.story, slugs)
        with progress_bar("Asking") as progress:
            races = await race_on_story(lambda: Answerer(Library(store, UnitSearch(database))), stored, progress)
        return {"story": stored.row.slug, "units": len(stored.units), "memory": resident_bytes(), "races": races}


async def bank_report(size: int) -> BankReport:
    """The measurements on one invented bank, in a folder that is gone afterwards."""
    with TemporaryDirectory(prefix="storyline-") as folder:
        bank = await load_bank(size, Path(folder))
        with progress_bar("Asking") as progress:
            return await measure_bank(bank, progress)


def print_bank(report: BankReport) -> None:
    """A bank's measurements for people."""
    print_heading(f"a bank of {report.entries} invented questions and answers")
    print(
        f"loaded in {report.load_seconds:.1f} s · database {report.database / MEBIBYTE:.0f} MiB · "
        f"{report.memory / MEBIBYTE:.0f} MiB of memory above it"
    )
    print(f"own entry answered: {report.found:.1%} as they stand, {report.found_mistyped:.1%} with typing errors")
    print_races(report.races)


def print_races(races: Sequence[Race]) -> None:
    """A table for each race: what everyone took, and how many times as long as we."""
    for race in races:
        print_faint(f"{race.name}: {race.questions} questions, best of {race.rounds}")
        print_table(
            ("", "", "", ""),
            [
                (name, f"p50 {times.p50:.3f} ms", f"p99 {times.p99:.3f} ms", compared(race, name))
                for name, times in race.times.items()
            ],
        )


def compared(race: Race, name: str) -> str:
    """How a peer's median stands to ours."""
    return "" if name == OURS else f"{race.ratio(name):.2f} × our time"
