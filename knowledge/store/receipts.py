"""Messages that Telegram has just taken, in a small file beside the database, until the database knows of them.

A commit takes some milliseconds and several hops between threads; one write to a file takes microseconds. What a killed
process had no time to commit is found here by the next one, and is not sent twice.
"""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

LARGEST = 65_536  # bytes; emptied sooner whenever nothing is waiting for its commit


class Receipts:
    """An append-only file; each line is one message, written by a single system call."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        self._waiting = 0
        self._size = os.fstat(self._file).st_size

    def left(self) -> Iterator[tuple[dict[int, int], int, str, bool]]:
        """What an earlier process wrote: versions by outbox row, message, hash of its content, whether a caption."""
        for line in os.pread(self._file, self._size, 0).splitlines():
            try:
                versions, message, content, caption = json.loads(line)
            except ValueError:  # the last line, if the machine itself went down
                continue
            yield {int(row): version for row, version in versions.items()}, message, content, caption

    def note(self, versions: Mapping[int, int], message: int, content: str, *, caption: bool) -> None:
        """Writes one message down; returns when a SIGKILL cannot undo it."""
        line = json.dumps((dict(versions), message, content, caption)).encode() + b"\n"
        self._waiting += 1
        self._size += os.write(self._file, line)

    def committed(self) -> None:
        """A message that was noted is in the database now."""
        self._waiting -= 1
        if self._waiting == 0 and self._size > LARGEST:
            self.clear()

    def clear(self) -> None:
        """Empties the file: the database knows of everything in it."""
        os.ftruncate(self._file, 0)
        self._size = 0

    def close(self) -> None:
        """Closes the file."""
        os.close(self._file)
