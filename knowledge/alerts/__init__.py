"""Who wants what when, and what becomes of an alert that failed."""
