"""SQLite's own full-text search with nothing added: the peer that benchmarks measure against."""

import re
import sqlite3
from collections.abc import Sequence

WORD = re.compile(r"\w+")


class PlainSearch:
    """FTS5 over some texts, English word endings removed (porter), ranked by bm25; kept in memory."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute("CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'porter unicode61')")
        self._connection.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(texts))

    def best(self, question: str, limit: int = 3) -> list[int]:
        """Positions of the texts that share a word with `question`, best first."""
        words = " OR ".join(f'"{word}"' for word in WORD.findall(question))
        if not words:
            return []
        rows = self._connection.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank, rowid LIMIT ?", (words, limit)
        )
        return [position for (position,) in rows]

    def close(self) -> None:
        """Gives the memory back."""
        self._connection.close()
