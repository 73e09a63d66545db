"""Everything kept in SQLite: the only place where SQL stands."""
