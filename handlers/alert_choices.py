"""The screens on which subscribers choose which alerts come, when, and how."""

from datetime import datetime

from handlers.buttons import Alerts, AlertStep, pack
from handlers.rendering.html import Html, bold, escape, lines, paragraphs
from handlers.rendering.reply import Button, Reply, Rows, Tap
from handlers.rendering.texts import Texts
from knowledge.alerts.timing import zone_of
from knowledge.model.alert import Cadence, Choices, QuietHours, Subscription

HOURS = (7, 8, 9, 12, 15, 18, 20, 21)
QUIET = ("21-8", "22-7", "22-8", "23-7", "23-8", "0-8")
ZONES = (
    "Europe/Kyiv",
    "Europe/Warsaw",
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Tbilisi",
    "UTC",
)
A_ROW = 3


def choices_reply(subscription: Subscription, texts: Texts, now: datetime) -> Reply:
    """The main screen."""
    return Reply((choices_html(subscription.choices, texts, now),), choices_rows(subscription.choices, texts, now))


def choices_html(choices: Choices, texts: Texts, now: datetime) -> Html:
    """What is chosen, a line each."""
    quiet, paused = choices.quiet, is_paused(choices, now)
    timed = quiet or paused or choices.cadence is not Cadence.INSTANT
    return paragraphs(
        bold(texts("alerts-title")),
        lines(
            texts.html("alerts-paused", until=clock_text(choices, choices.paused_until)) if paused else None,
            texts.html(f"alerts-when-{choices.cadence.value}", hour=choices.digest_hour),
            texts.html("alerts-quiet", start=f"{quiet.start:%H:%M}", end=f"{quiet.end:%H:%M}") if quiet else None,
            texts.html("alerts-follows", words=quoted(choices.follows, texts)) if choices.follows else None,
            texts.html("alerts-silent") if choices.silent else None,
            texts.html("alerts-zone", zone=choices.zone) if timed else None,
        ),
    )


def choices_rows(choices: Choices, texts: Texts, now: datetime) -> Rows:
    """The main screen's buttons."""
    digest = choices.cadence is not Cadence.INSTANT
    cadences = tuple(
        tap(chosen(texts(f"choice-{one.value}"), one is choices.cadence, texts), "cadence", one.value)
        for one in Cadence
    )
    rows: Rows = (
        cadences,
        (tap(texts("choice-hour", hour=choices.digest_hour), "hour"),) if digest else (),
        pause_row(choices, texts, now),
        (tap(texts("choice-quiet"), "quiet"), tap(texts("choice-zone"), "zone")),
        (
            tap(texts("choice-follows"), "follows"),
            tap(texts("choice-sound" if choices.silent else "choice-silent"), "silent"),
        ),
        (tap(texts("choice-stop"), "stop"),),
    )
    return tuple(row for row in rows if row)


def fewer_rows(choices: Choices, texts: Texts, now: datetime) -> Rows:
    """What "Fewer alerts" puts under the alert itself."""
    return (
        pause_row(choices, texts, now),
        (tap(texts("choice-daily"), "cadence", "daily"), tap(texts("choice-weekly"), "cadence", "weekly")),
        (tap(texts("choice-all"), "menu"), tap(texts("choice-stop"), "stop")),
        (tap(texts("choice-back"), "back"),),
    )


def pause_row(choices: Choices, texts: Texts, now: datetime) -> tuple[Button, ...]:
    """Pausing, or the end of it."""
    if is_paused(choices, now):
        return (tap(texts("choice-resume"), "pause", "off"),)
    return (tap(texts("choice-pause-day"), "pause", "day"), tap(texts("choice-pause-week"), "pause", "week"))


def quiet_reply(choices: Choices, texts: Texts) -> Reply:
    """The screen of quiet hours."""
    now = quiet_value(choices.quiet)
    offered = [tap(chosen(quiet_label(value), value == now, texts), "quiet", value) for value in QUIET]
    off = tap(chosen(texts("choice-off"), choices.quiet is None, texts), "quiet", "off")
    return Reply((texts.html("quiet-which"),), (*in_rows(offered), (off,), back_row(texts)))


def zone_reply(choices: Choices, texts: Texts) -> Reply:
    """The screen of time zones."""
    offered = [tap(chosen(zone, zone == choices.zone, texts), "zone", zone) for zone in ZONES]
    return Reply((texts.html("zone-which"),), (*in_rows(offered, 2), back_row(texts)))


def hour_reply(choices: Choices, texts: Texts) -> Reply:
    """The screen of the digest's hour."""
    offered = [tap(chosen(f"{hour}:00", hour == choices.digest_hour, texts), "hour", str(hour)) for hour in HOURS]
    return Reply((texts.html("hour-which"),), (*in_rows(offered, 4), back_row(texts)))


def follows_reply(choices: Choices, texts: Texts) -> Reply:
    """The list of what is followed; each word goes by a tap."""
    offered = [
        tap(texts("follow-off", word=word), "unfollow", str(number)) for number, word in enumerate(choices.follows)
    ]
    opening = texts.html("follow-list") if offered else texts.html("follow-none")
    return Reply((opening,), (*in_rows(offered, 2), back_row(texts)))


def started_rows(texts: Texts) -> Rows:
    """Under the confirmation of a subscription."""
    return ((tap(texts("choice-all"), "menu"), tap(texts("choice-stop"), "stop")),)


def stopped_rows(texts: Texts) -> Rows:
    """Where alerts were stopped."""
    return ((tap(texts("alert-start-again"), "start"),),)


def tap(label: str, step: AlertStep, value: str = "") -> Tap:
    """A button of these screens."""
    return Tap(label, pack(Alerts(step, value)))


def back_row(texts: Texts) -> tuple[Button, ...]:
    """The way to the main screen."""
    return (tap(texts("choice-back"), "menu"),)


def chosen(label: str, is_chosen: bool, texts: Texts) -> str:
    """A choice, ticked where it is the present one."""
    return texts("choice-chosen", choice=label) if is_chosen else label


def in_rows(buttons: list[Tap], width: int = A_ROW) -> Rows:
    """Buttons side by side."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def is_paused(choices: Choices, now: datetime) -> bool:
    """Whether a pause is running."""
    return choices.paused_until is not None and now < choices.paused_until


def clock_text(choices: Choices, moment: datetime | None) -> str:
    """A moment on the subscriber's clock: 25.11.2026 14:05."""
    return f"{moment.astimezone(zone_of(choices.zone)):%d.%m.%Y %H:%M}" if moment else ""


def quoted(words: tuple[str, ...], texts: Texts) -> Html:
    """Followed words in quotation marks."""
    return escape(", ".join(texts("quoted", words=word) for word in words))


def quiet_value(quiet: QuietHours | None) -> str:
    """Whole quiet hours as the buttons write them: "22-7"; others as nothing that a button says."""
    return f"{quiet.start.hour}-{quiet.end.hour}" if quiet and not (quiet.start.minute or quiet.end.minute) else ""


def quiet_label(value: str) -> str:
    """ "22-7" as it is shown: 22:00–7:00."""
    start, end = value.split("-")
    return f"{start}:00–{end}:00"
