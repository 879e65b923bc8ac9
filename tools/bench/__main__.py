"""Measure the floor and the system in one run; print the table, and write it with `--write`."""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path

import psutil
from psycopg.conninfo import conninfo_to_dict

from deploy.demo import people
from deploy.demo.api import Person
from deploy.demo.feed import FeedClient
from deploy.demo.seed import cast_of, make_offices, make_staff
from deploy.demo.town import make_admin
from deploy.embedded.system import System
from tools.bench import floor, hand_off, screens, table
from tools.bench.stats import Series

COUNT = int(os.environ.get("VITRAZH_BENCH_COUNT", "300"))
SHOWN = int(os.environ.get("VITRAZH_BENCH_SHOWN", "40"))
ROOT = Path(__file__).parents[2]


async def measure_floor(system: System, folder: Path) -> list[Series]:
    """Measure this machine."""
    dsn = _dsn(system)
    return [
        await floor.commit(dsn, COUNT),
        await floor.hop(system.set.kafka_bootstrap, COUNT),
        await floor.bare_post(folder, COUNT),
    ]


def _dsn(system: System) -> str:
    parts = conninfo_to_dict(system.set.pg_dsn_super)
    return (
        f"postgresql://{parts['user']}:{parts['password']}@{parts['host']}:{parts['port']}/postgres"
    )


async def measure_system(system: System) -> list[Series]:
    """Measure ourselves, through the gateway."""
    base = system.gateway_url
    async with AsyncExitStack() as stack:
        admin = await stack.enter_async_context(
            await Person.signed_in(base, people.ADMIN, people.PASSWORD)
        )
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        cast = await stack.enter_async_context(cast_of(base, offices))
        code = await admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
        nobody = await stack.enter_async_context(Person(base))
        paired = await nobody.post("/api/devices/pair", {"code": code["code"], "name": "bench"})
        headers = {"Authorization": f"Bearer {paired['token']}"}
        feed = await stack.enter_async_context(FeedClient(base, headers))
        await hand_off.place_one_by_one(cast, 30)
        placed, orders = await hand_off.place_one_by_one(cast, COUNT)
        half = len(orders) // 2
        alone = await hand_off.hand_over(cast, feed, orders[:half])
        together = await hand_off.place_together(cast, 16, COUNT * 2)
        beside = await hand_off.hand_over_beside_writers(cast, feed, orders[half:], 8)
        return [placed, together, alone, beside]


async def measure_screens(system: System) -> list[Series]:
    """Measure the office and a tablet of their own in a browser."""
    base = system.gateway_url
    async with AsyncExitStack() as stack:
        admin = await stack.enter_async_context(
            await Person.signed_in(base, people.ADMIN, people.PASSWORD)
        )
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        cast = await stack.enter_async_context(cast_of(base, offices))
        code = await admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
        return await screens.measure(base, cast, code["code"], SHOWN)


def memory(system: System) -> list[tuple[str, float]]:
    """Return each process's own memory (PSS with its children), MiB."""
    found = []
    for part in system.everything:
        pid = getattr(part, "pid", None)
        if pid:
            tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
            found.append((part.name, sum(p.memory_full_info().pss for p in tree) / 2**20))
    return found


def main() -> None:
    """Run everything once, on servers of its own."""
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=ROOT / ".vitrazh"))
    # Requests of one client a minute are limited for people, not for a bench.
    settings = {"VITRAZH_REQUESTS_PER_MINUTE": "1000000"}
    try:
        begun = time.monotonic()
        with System(folder / "run", zipkin=False, settings=settings) as system:
            first_start = time.monotonic() - begun
            make_admin(system)
            floors = asyncio.run(measure_floor(system, folder))
            ours = asyncio.run(measure_system(system))
            used = memory(system)
        # On a set of its own: a queue of hundreds of orders is not what a tablet shows.
        with System(folder / "screens", zipkin=False, settings=settings) as system:
            make_admin(system)
            shown = asyncio.run(measure_screens(system))
        begun = time.monotonic()
        with System(folder / "run", zipkin=False, settings=settings):
            second_start = time.monotonic() - begun
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    text = table.render(floors, ours, used, (first_start, second_start)) + table.screens(shown)
    print(text)
    if "--write" in sys.argv:
        table.write(ROOT / "docs" / "benchmarks.md", text)


if __name__ == "__main__":
    main()
