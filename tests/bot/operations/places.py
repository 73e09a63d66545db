"""Addresses of this machine that nobody listens at."""

import socket


def free_address() -> str:
    """HOST:PORT."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{bound.getsockname()[1]}"
