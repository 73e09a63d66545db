"""The sandbox's control side under /sandbox/: for tests and for the chat page."""
