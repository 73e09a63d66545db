"""When to look at a feed again."""

from datetime import datetime, timedelta

LONGEST_WAIT = timedelta(hours=6)


def next_look(now: datetime, every_seconds: float, failures: int, retry_after: float | None = None) -> datetime:
    """After `failures` in a row (0: it went well): the waits double up to six hours.

    `retry_after` seconds that the server asked for are kept to, up to a day.
    """
    every = timedelta(seconds=every_seconds)
    wait = min(every * float(2 ** min(failures, 16)), max(LONGEST_WAIT, every))
    asked = timedelta(seconds=min(retry_after or 0, 86_400))
    return now + max(wait, asked)
