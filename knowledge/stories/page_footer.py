"""What stands under a page's text: the channel's title and handle."""

import re
from dataclasses import dataclass, replace

_HANDLE = re.compile(r"(?:(?:https?://)?t\.me/|@)(?P<handle>[A-Za-z]\w{3,31})/?")
# "Get instant alerts for new posts" in «the channel», perhaps with the lines around it on the same line.
_ALERTS = re.compile(
    r"\b(?:get|receive|subscribe|join|follow|отриму\w+|підпи\w+|долуч\w+|стежте|слідкуйте|получа\w+|подпи\w+"
    r"|присоединя\w+|следите)\b[^«»“”\"]{0,120}[«“\"](?P<title>[^«»“”\"]{1,80})[»”\"]$",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"(?:telegram|телеграм)"
    r"|(?:(?:fresh|latest|breaking|more|our|свіж\w+|найсвіжіш\w+|останн\w+|більше|наш\w*|свеж\w+|последн\w+|больше)\s+)"
    r"[^.!?]{0,60}\b(?:telegram|телеграм)\w*(?:[ -](?:channel|канал\w*))?"
    r"|(?:open|join|subscribe|відкрити|підписатися|приєднатися|открыть|подписаться)(?:\s+(?:the\s+)?(?:channel|канал|telegram))?",
    re.IGNORECASE,
)
_ALERTS_WITHOUT_TITLE = re.compile(
    r"(?:get|receive|отримуйте|получайте)\b[^.!?«»“”\"]{0,40}\b(?:alerts|notifications|updates|сповіщення|уведомления)\b[^.!?]{0,80}",
    re.IGNORECASE,
)
_MOST_LINES = 8
_MOST_LINES_BELOW = 4  # buttons and rights under a whole footer
_LONGEST_LINE_BELOW = 80  # characters
_LONGEST_LINE = 250  # characters


@dataclass(frozen=True, slots=True)
class Footer:
    """What the footer says; `lines` is how many of the page's last lines it takes up, 0 where there is none."""

    channel: str | None = None
    channel_title: str | None = None
    lines: int = 0


def footer_of(lines: list[str]) -> Footer:
    """Reads the footer of a page given as plain lines.

    Only lines at the end count, and one alone only with a handle or the channel's title: a text may well end in
    the word "Telegram". Under a footer with both, a few short lines go with it.
    """
    for below in range(min(_MOST_LINES_BELOW + 1, len(lines))):
        if below and len(lines[-below]) > _LONGEST_LINE_BELOW:
            break
        footer = _ending_footer(lines[: len(lines) - below])
        if footer.lines and (not below or (footer.channel and footer.channel_title)):
            return replace(footer, lines=footer.lines + below)
    return Footer()


def _ending_footer(lines: list[str]) -> Footer:
    channel: str | None = None
    title: str | None = None
    count = 0
    for line in reversed(lines[-_MOST_LINES:]):
        found = _furniture(line)
        if found is None:
            break
        channel = channel or found.channel
        title = title or found.channel_title
        count += 1
    if channel is None and title is None and count < 2:
        return Footer()
    return Footer(channel, title, count)


def _furniture(line: str) -> Footer | None:
    """What one line of a footer says, None where the line is no furniture."""
    if len(line) > _LONGEST_LINE:
        return None
    rest, _, last = line.rpartition(" ")
    handle = _HANDLE.fullmatch(last)
    if handle is None:
        rest = line
    if rest in ("", "Telegram", "Telegram:"):
        return Footer(channel=f"@{handle['handle']}" if handle else None)
    alerts = _ALERTS.search(rest)
    before = rest[: alerts.start()].strip() if alerts else rest
    known = (_INVITATION, _ALERTS_WITHOUT_TITLE)
    if before and not any(words.fullmatch(before.removeprefix("Telegram ")) for words in known):
        return None
    return Footer(f"@{handle['handle']}" if handle else None, alerts["title"].strip() if alerts else None)
