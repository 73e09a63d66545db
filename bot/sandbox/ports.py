"""Ports of this machine's loopback address."""

import socket

LOOPBACK = "127.0.0.1"
BACKLOG = 2048


def free_socket(port: int) -> socket.socket:
    """A socket bound to this port, any free one for 0. Raises OSError where it is taken."""
    # asyncio turns Nagle's algorithm off only for sockets that name TCP; with it each answer takes 40 ms
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((LOOPBACK, port))
    except OSError:
        bound.close()
        raise
    return bound


def waiting_socket(port: int) -> socket.socket:
    """As `free_socket`, and whoever connects waits until a server takes the socket over."""
    bound = free_socket(port)
    bound.listen(BACKLOG)
    return bound


def address_of(bound: socket.socket) -> str:
    """The web address of what will listen there."""
    return f"http://{LOOPBACK}:{bound.getsockname()[1]}"
