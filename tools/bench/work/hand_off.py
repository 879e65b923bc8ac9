"""The system: order POST, hand-over POST → event at a tablet's feed, with and without writers."""

import asyncio
import contextlib
import time
import uuid
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from chassis.testing import until
from deploy.demo.api import Person
from deploy.demo.feed import FeedClient
from deploy.demo.pieces import DICTATED
from deploy.demo.walk import Cast
from tools.bench.stats import Series

LINES = [DICTATED[1], DICTATED[5], DICTATED[7]]


def body_of(cast: Cast) -> dict[str, Any]:
    """Return an order of three lines."""
    return {"client_id": cast.clients["ivanova"], "items": LINES}


async def place_one_by_one(cast: Cast, count: int) -> tuple[Series, list[dict[str, Any]]]:
    """Place orders through the gateway, one client."""
    desk, times, orders = cast.desks["Л"], [], []
    for _ in range(count):
        begun = time.perf_counter()
        orders.append(await desk.post("/api/work-orders", body_of(cast)))
        times.append(time.perf_counter() - begun)
    return Series("order POST (3 items), 1 client", times), orders


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of orders on a feed."""

    name: str
    orders: int
    once: int
    """Told exactly once."""
    in_order: bool
    """Told in the order in which they were made."""
    repeats: int
    """Events that came a second time and were known by their sequence."""


async def place_together(
    cast: Cast, clients: int, count: int, made: list[str] | None = None
) -> Series:
    """Place orders with so many clients at once; `made` gets their ids."""
    times: list[float] = []
    queue = iter(range(count))

    async def client() -> None:
        for _ in queue:
            begun = time.perf_counter()
            order = await cast.desks["Л"].post("/api/work-orders", body_of(cast))
            times.append(time.perf_counter() - begun)
            if made is not None:
                made.append(order["id"])

    begun = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    wall = time.perf_counter() - begun
    return Series(f"order POST (3 items), {clients} clients", times, wall)


async def told_once(feed: FeedClient, ids: list[str], what: str) -> Kept:
    """Wait until the feed has told of each of these orders; count how often it did."""
    wanted = set(ids)

    async def all_told() -> bool:
        return wanted <= {told.subject for told in feed.events if told.short == what}

    with contextlib.suppress(TimeoutError):  # what is missing is counted below
        await until(all_told, seconds=60)
    seen = [told.subject for told in feed.events if told.short == what and told.subject in wanted]
    once = sum(count == 1 for count in Counter(seen).values())
    return Kept(f"{what}, told once", len(ids), once, seen == ids, feed.repeats)


async def while_away(cast: Cast, feed: FeedClient, count: int) -> Kept:
    """Make and hand over orders while the tablet has no network; then it comes back."""
    _, orders = await place_one_by_one(cast, count)
    await feed.cut()
    for order in orders:
        await _post(cast.desks["Л"], order)
    await feed.resume()
    kept = await told_once(feed, [order["id"] for order in orders], "handed-over")
    return replace(kept, name="handed over while the tablet was away")


async def hand_over(cast: Cast, feed: FeedClient, orders: list[dict[str, Any]]) -> Series:
    """Hand orders over one by one; the clock runs from the POST to the tablet's event."""
    times = []
    for order in orders:
        arrived = feed.expect(order["id"], "handed-over")
        begun = time.perf_counter()
        posting = asyncio.create_task(_post(cast.desks["Л"], order))
        times.append(await asyncio.wait_for(arrived, 30) - begun)
        await posting
    return Series("hand-over POST → tablet's feed", times)


async def _post(desk: Person, order: dict[str, Any]) -> None:
    await desk.call(
        "POST",
        f"/api/work-orders/{order['id']}/hand-over",
        {},
        key=str(uuid.uuid4()),
        If_Match=f'"{order["content_version"]}"',
    )


async def hand_over_beside_writers(
    cast: Cast, feed: FeedClient, orders: list[dict[str, Any]], writers: int
) -> Series:
    """The same while so many clients place orders without a pause."""
    done = asyncio.Event()

    async def write() -> None:
        while not done.is_set():
            await cast.desks["П"].post("/api/work-orders", body_of(cast))

    busy = [asyncio.create_task(write()) for _ in range(writers)]
    try:
        series = await hand_over(cast, feed, orders)
    finally:
        done.set()
        await asyncio.gather(*busy)
    return Series(f"the same beside {writers} writers", series.seconds)
