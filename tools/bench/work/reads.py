"""Reads that people wait for, through the gateway, on a base that grows."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final
from urllib.parse import quote

from deploy.demo.walk import Cast
from tools.bench.fill import Clients
from tools.bench.fill.names import mistyped, phone
from tools.bench.stats import Series

WARM: Final = 8
"""PostgreSQL plans a prepared statement anew five times, then may keep one plan for all values."""


@dataclass(frozen=True, slots=True)
class Read:
    """A list that somebody opens; `path` is asked anew for each request."""

    name: str
    path: Callable[[], str]
    who: str = "desk"


def reads_of(cast: Cast, clients: Clients, *, seed: int = 1) -> Sequence[Read]:
    """Return what is measured; what is typed differs each time."""
    random = Random(seed)  # noqa: S311 - test data
    office = cast.offices["Л"]

    def surname() -> str:
        return random.choice(clients.names).split()[0]

    def number() -> str:
        return phone(random.randrange(len(clients.ids)))

    def full_name() -> str:
        return random.choice(clients.names)

    def slip() -> str:
        words = full_name().split()
        at = max(range(len(words)), key=lambda each: len(words[each]))
        return " ".join([*words[:at], mistyped(random, words[at]), *words[at + 1 :]])

    return (
        Read("page of 50 open orders", lambda: "/api/work-orders?folder=in-work"),
        Read("the same, one office", lambda: f"/api/work-orders?folder=in-work&office={office}"),
        Read("page of 50 of the archive", lambda: "/api/work-orders?folder=issued"),
        Read("mine in the archive", lambda: "/api/work-orders?folder=issued&mine=true"),
        Read("page of all orders", lambda: "/api/work-orders"),
        Read("orders of a client", lambda: f"/api/work-orders?client={random.choice(clients.ids)}"),
        Read("orders found by a surname", lambda: f"/api/work-orders?q={quote(surname())}"),
        Read("orders found by a phone", lambda: f"/api/work-orders?q={quote(number()[2:])}"),
        Read("folder counts", lambda: "/api/work-orders/counts"),
        Read("folder counts, one office", lambda: f"/api/work-orders/counts?office={office}"),
        Read("the day", lambda: "/api/day"),
        Read("the day of one office", lambda: f"/api/day?office={office}&mine=true"),
        Read("board", lambda: "/api/board", "head"),
        Read("page of 50 on the board", lambda: "/api/board/orders", "head"),
        Read("queue of the workshop", lambda: "/api/queue?shop=workshop", "shop"),
        Read("client by the beginning of a surname", lambda: f"/api/clients?q={quote(surname()[:4])}"),
        Read("client by the whole name", lambda: f"/api/clients?q={quote(full_name())}"),
        Read("client, one letter mistyped", lambda: f"/api/clients?q={quote(slip())}"),
        Read("client by the exact phone", lambda: f"/api/clients?q={quote(number())}"),
        Read("who may be the same client", lambda: _likely(slip(), number())),
    )  # fmt: skip


def _likely(name: str, number: str) -> str:
    return f"/api/clients/duplicates?name={quote(name)}&phone={quote(number)}"


async def measure(cast: Cast, reads: Sequence[Read], count: int) -> list[Series]:
    """Read each list so many times, one after the other, statements warm."""
    people = {"desk": cast.desks["Л"], "head": cast.head, "shop": cast.shops["workshop"]}
    found = []
    for read in reads:
        person = people[read.who]
        times = []
        for _ in range(WARM + count):
            path = read.path()
            begun = time.perf_counter()
            await person.get(path)
            times.append(time.perf_counter() - begun)
        found.append(Series(read.name, times[WARM:]))
    return found
