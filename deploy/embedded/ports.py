"""Ports on the loopback address: the usual one when it is free, else one that nothing draws."""

import secrets
import socket

HOST = "127.0.0.1"
# Below the range from which the kernel draws ports for outgoing connections (32768 and up): a
# server that is down for a second must find its port free, and a client that knocks meanwhile
# must not be given that very port and connect to itself.
LOWEST, HIGHEST = 15_000, 32_000
TRIES = 200


def is_free(port: int) -> bool:
    """Tell whether a server could listen on the port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the servers do: a port with old connections in TIME_WAIT counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def pick(usual: int | None = None, *, taken: frozenset[int] = frozenset()) -> int:
    """Give the usual port when it is free, else a free one not in `taken`."""
    if usual is not None and usual not in taken and is_free(usual):
        return usual
    for _ in range(TRIES):
        port = LOWEST + secrets.randbelow(HIGHEST - LOWEST)
        if port not in taken and is_free(port):
            return port
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as last:
        last.bind((HOST, 0))
        return int(last.getsockname()[1])


def answers(port: int, timeout_s: float = 1.0) -> bool:
    """Tell whether something accepts a connection on the port."""
    try:
        with socket.create_connection((HOST, port), timeout=timeout_s):
            return True
    except OSError:
        return False
