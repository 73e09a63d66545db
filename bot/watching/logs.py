"""How log lines look: facts on standard error, as text or as JSON, and never a token."""

import json
import logging
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal

TOKEN = r"(?<!\d)\d+(?::|%3[Aa])[A-Za-z0-9_-]{30,}"
REMOVED = "[token]"
QUIET = {
    "aiohttp": logging.WARNING,
    "asyncio": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "telegram": logging.WARNING,
    # A traceback when the bot stops while Telegram is away: what is not confirmed then comes again and is known.
    "telegram.ext.Updater": logging.CRITICAL,
}
STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class Redaction:
    """Takes out whatever looks like a bot's token, and each of `secrets` wherever it stands."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        longest_first = sorted(filter(None, secrets), key=len, reverse=True)
        self._pattern = re.compile("|".join((*map(re.escape, longest_first), TOKEN)))

    def __call__(self, text: str) -> str:
        """`text` without them."""
        return self._pattern.sub(REMOVED, text)


class TextLines(logging.Formatter):
    """A record as one line for people, its traceback below it."""

    def __init__(self, redact: Redaction) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Moment, level, message, fields as name=value."""
        line = f"{moment_of(record)} {record.levelname:<7} {record.getMessage()}"
        fields = "".join(f" {name}={value}" for name, value in fields_of(record).items())
        traceback = f"\n{self.formatException(record.exc_info)}" if record.exc_info else ""
        return self._redact(line + fields + traceback)


class JsonLines(logging.Formatter):
    """A record as one JSON object on one line."""

    def __init__(self, redact: Redaction) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """time (UTC), level, logger, message; fields and traceback where there are any."""
        line: dict[str, object] = {
            "time": moment_of(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if fields := fields_of(record):
            line["fields"] = fields
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return self._redact(json.dumps(line, ensure_ascii=False, default=str))


class CarefulHandler(logging.StreamHandler):  # type: ignore[type-arg]
    """Writes to standard error; a line that cannot be written is not shown with what it holds."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the library's name
        """The library would print the message and its arguments as they are."""
        print(f"A log line of {record.name}, line {record.lineno}, could not be written.", file=sys.stderr)


def set_up_logging(style: Literal["text", "json"], secrets: Iterable[str] = ()) -> None:
    """Logs to standard error; libraries speak only of what went wrong. Crashes are logged too, without `secrets`."""
    redact = Redaction(secrets)
    handler = CarefulHandler()
    handler.setFormatter(JsonLines(redact) if style == "json" else TextLines(redact))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name, level in QUIET.items():
        logging.getLogger(name).setLevel(level)
    sys.excepthook = log_crash


def log_crash(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """What ends the process goes through the log, where its text is looked over."""
    logging.getLogger(__name__).critical("The program broke off.", exc_info=(kind, error, traceback))


def moment_of(record: logging.LogRecord) -> str:
    """When it was logged, ISO 8601 in UTC to the millisecond."""
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def fields_of(record: logging.LogRecord) -> dict[str, object]:
    """What the call gave as `extra`."""
    return {name: value for name, value in vars(record).items() if name not in STANDARD}
