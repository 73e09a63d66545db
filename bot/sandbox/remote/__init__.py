"""The pieces of the sandbox's client: a connection, acts, looks and faults."""
