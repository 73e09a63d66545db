"""Candidates from the full-text index, for banks that are too large to hold in memory."""

from knowledge.store.database import Database


class UnitSearch:
    """Finds units by their words."""

    def __init__(self, database: Database) -> None:
        self._database = database
