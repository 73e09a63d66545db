"""How log lines look: facts on standard error, as text or as JSON."""

import json
import logging
from datetime import UTC, datetime
from typing import Literal

QUIET = ("httpx", "httpcore", "telegram.ext.Updater", "telegram.ext.Application", "aiohttp.access")


def set_up_logging(style: Literal["text", "json"]) -> None:
    """Logs to standard error in the given style; libraries speak only of what went wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if style == "json" else logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record's moment, level, place and message, and the traceback if there is one."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
