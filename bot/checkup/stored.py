"""The database and what is in it: stories, waiting alerts, feeds."""

from datetime import datetime

from bot.checkup.finding import Finding, Level, bad, good, warning
from knowledge.store.database import Database
from knowledge.store.health import feed_troubles, file_health
from knowledge.store.outbox_report import OutboxReport
from knowledge.store.stories import StoryStore

SHOWN = 5  # names in one sentence


async def stored_findings(database: Database, now: datetime) -> list[Finding]:
    """Everything that can be told from the database. Raises StoreError where it cannot be read."""
    file = await file_finding(database)
    if file.level is Level.BAD:
        return [file]
    return [
        file,
        *await story_findings(StoryStore(database)),
        *await alert_findings(database, now),
        *[
            warning("feed", f"{trouble.url} failed {trouble.failures} times: {trouble.error}", "Look at its address.")
            for trouble in await feed_troubles(database)
        ],
    ]


async def file_finding(database: Database) -> Finding:
    """Whether the file is sound."""
    health = await file_health(database)
    if health.damage:
        return bad(
            "database",
            f"{database.path} is damaged: {'; '.join(health.damage)}.",
            "Stop the bot and put back the newest copy that `storyline backup` made.",
        )
    size = f"{health.size / 1_048_576:.1f} MiB"
    if health.write_ahead:
        size += f" and {health.write_ahead / 1_048_576:.1f} MiB not yet folded in"
    return good("database", f"{database.path} is sound ({size}), migrated to {health.migrations[-1]}.")


async def story_findings(store: StoryStore) -> list[Finding]:
    """What there is to answer from."""
    rows = await store.rows()
    live = [row for row in rows if not row.withdrawn]
    if not live:
        return [warning("stories", "There is no story to answer from.", "Load one: `storyline load PATH`.")]
    withdrawn = f", {len(rows) - len(live)} withdrawn" if len(live) < len(rows) else ""
    units = sum(row.units for row in live)
    findings = [good("stories", f"{counted(len(live), 'story', 'stories')} with {units} pieces to quote{withdrawn}.")]
    outdated = [row.slug for row in live if row.outdated]
    if outdated:
        findings.append(
            warning(
                "stories",
                f"The originals of these translations have changed, so they answer nothing: {listed(outdated)}.",
                "Load the translations again.",
            )
        )
    return findings


async def alert_findings(database: Database, now: datetime) -> list[Finding]:
    """What waits to be sent, and what was given up."""
    report = OutboxReport(database)
    outbox = await report.summary(now)
    findings = [
        good("alerts", f"{outbox.waiting} waiting, {outbox.held} held for later, {outbox.sent} sent."),
    ]
    if outbox.dead:
        reasons = dict.fromkeys(letter.reason for letter in await report.dead_letters(100) if letter.reason)
        findings.append(
            warning(
                "alerts",
                f"{counted(outbox.dead, 'alert was', 'alerts were')} given up: {listed(list(reasons))}.",
                "When the cause is gone, an administrator can send them again from the bot's /desk.",
            )
        )
    return findings


def listed(names: list[str]) -> str:
    """The first names, and how many more."""
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"
