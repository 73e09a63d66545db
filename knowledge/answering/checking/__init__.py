"""Evidence before answer: what keeps the best unit from being one."""
