"""The system: order POST, hand-over POST → event at a tablet's feed, with and without writers."""

import asyncio
import time
import uuid
from typing import Any

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


async def place_together(cast: Cast, clients: int, count: int) -> Series:
    """Place orders with so many clients at once."""
    times: list[float] = []
    queue = iter(range(count))

    async def client() -> None:
        for _ in queue:
            begun = time.perf_counter()
            await cast.desks["Л"].post("/api/work-orders", body_of(cast))
            times.append(time.perf_counter() - begun)

    begun = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(clients)))
    wall = time.perf_counter() - begun
    return Series(f"order POST (3 items), {clients} clients", times, wall)


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
