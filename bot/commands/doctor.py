"""`storyline doctor`: whether everything is well, and what to do where it is not."""

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime

from bot.checkup.configured import settings_findings
from bot.checkup.finding import Finding, Level, bad
from bot.checkup.machine import disk_findings, machine_findings
from bot.checkup.stored import stored_findings
from bot.checkup.telegram_reach import telegram_findings
from bot.commands.opening import opened, settings_for
from bot.commands.terminal import print_faint
from bot.settings import Settings, read_settings
from knowledge.errors import InvalidSettings, StoreError

MARKS = {Level.GOOD: ("✓", "32"), Level.WARNING: ("!", "33"), Level.BAD: ("✗", "31")}  # with the terminal's colour


def add_options(parser: ArgumentParser) -> None:
    """The options of `storyline doctor`."""
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def perform(arguments: Namespace) -> int:
    """Looks at everything, says how it is; exit status 1 when something does not work."""
    findings = asyncio.run(all_findings(arguments))
    well = not any(finding.level is Level.BAD for finding in findings)
    if arguments.json:
        print(json.dumps({"well": well, "findings": [finding_json(f) for f in findings]}, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            print_finding(finding)
    return 0 if well else 1


async def all_findings(arguments: Namespace) -> list[Finding]:
    """Every finding; without usable settings only the machine is looked at."""
    findings = machine_findings()
    try:
        settings = settings_for(arguments)
    except InvalidSettings as error:
        return [*findings, bad("settings", str(error), "Correct the environment or .env.")]
    return [
        *findings,
        *settings_findings(read_settings()),
        *await database_findings(settings),
        *await telegram_findings(settings),
    ]


async def database_findings(settings: Settings) -> list[Finding]:
    """What the disk and the database show; one that cannot be opened is a finding too."""
    findings = disk_findings(settings.database)
    try:
        async with opened(settings.database) as database:
            findings += await stored_findings(database, datetime.now(UTC))
    except StoreError as error:
        findings.append(bad("database", str(error), "Name another file with --database, or put a copy back."))
    return findings


def print_finding(finding: Finding) -> None:
    """One line, and what to do below it."""
    mark, colour = MARKS[finding.level]
    if sys.stdout.isatty():
        mark = f"\x1b[{colour}m{mark}\x1b[0m"
    print(f"{mark} {finding.subject}: {finding.sentence}")
    if finding.advice:
        print_faint(f"    {finding.advice}")


def finding_json(finding: Finding) -> dict[str, str | None]:
    """A finding as JSON."""
    return {
        "subject": finding.subject,
        "level": finding.level.value,
        "sentence": finding.sentence,
        "advice": finding.advice,
    }
