"""The order in which things are measured, on one running system."""

import os
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from psycopg.conninfo import conninfo_to_dict

from deploy.demo.feed import FeedClient
from deploy.demo.town import pairing_code, peopled
from deploy.embedded.system import System
from tools.bench import cost, show
from tools.bench.fill import Clients, Orders
from tools.bench.fill.copying import connect
from tools.bench.stage import Stage, staged, tell_the_story
from tools.bench.stats import Series
from tools.bench.table import Table
from tools.bench.work import bus, floor, hand_off, layers, reads, screens, streams

MOST_CLIENTS: Final = 200_000
USUAL: Final = (1_000, 20_000, 200_000)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything."""

    count: int = 300
    """Requests of a series."""
    layer: int = 150
    one_by_one: bool = True
    """Each layer taken out by itself; else all at once."""
    orders: tuple[int, ...] = USUAL
    reads: int = 40
    streams: int = 300
    relay: int = 50_000
    consumer: int = 10_000
    away: int = 25
    idle_s: float = 60
    shown: int = 40
    """Hand-overs in browsers; 0 = no browsers."""

    @classmethod
    def told(cls) -> "Sizes":
        """Read VITRAZH_BENCH_COUNT, VITRAZH_BENCH_ORDERS (one more size) and VITRAZH_BENCH_SHOWN."""
        more = int(os.environ.get("VITRAZH_BENCH_ORDERS", "0"))
        orders = (*(size for size in USUAL if size < more), more) if more else USUAL
        return cls(
            count=int(os.environ.get("VITRAZH_BENCH_COUNT", "300")),
            orders=orders,
            shown=int(os.environ.get("VITRAZH_BENCH_SHOWN", "40")),
        )


QUICK: Final = Sizes(
    count=12, layer=6, one_by_one=False, orders=(60, 300), reads=2, streams=10, relay=1_500, consumer=200, away=5,
    idle_s=2, shown=0,
)  # fmt: skip


@dataclass(slots=True)
class Found:
    """What has been measured so far."""

    tables: list[Table] = field(default_factory=list)
    profile: str = ""
    idle: cost.Idle | None = None
    before: dict[str, float] = field(default_factory=dict)
    after: dict[str, float] = field(default_factory=dict)
    listened: streams.Listened | None = None

    def keep(self, *tables: Table) -> None:
        """Add tables, and tell them at once: a run that breaks off has not been for nothing."""
        self.tables += tables
        for table in tables:
            say(f"\n{table.text()}\n")


def say(words: str) -> None:
    """Tell on the side what is being done; the tables alone go to the output."""
    print(f"bench: {time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


async def measure_floor(system: System, folder: Path, count: int) -> list[Series]:
    """Measure this machine."""
    parts = conninfo_to_dict(system.set.pg_dsn_super)
    who = f"{parts['user']}:{parts['password']}@{parts['host']}:{parts['port']}"
    return [
        await floor.commit(f"postgresql://{who}/postgres", count),
        await floor.hop(system.set.kafka_bootstrap, count),
        await floor.bare_post(folder, max(count, 40)),
    ]


async def measure_system(
    system: System, folder: Path, sizes: Sizes, *, profiled: bool = False
) -> Found:
    """Measure ourselves, through the gateway; the floor just before what is compared with it."""
    found = Found(before=cost.memory(system))
    say("idle")
    found.idle = await cost.idle(system, sizes.idle_s)
    async with staged(system) as stage:
        say("floor")
        floors = await measure_floor(system, folder, sizes.count)
        found.keep(*await _writes(stage, floors, sizes))
        say("layers")
        costly = await layers.measure(stage, sizes.layer, one_by_one=sizes.one_by_one)
        found.keep(show.layers(costly))
        if profiled:
            say("profile")
            found.profile = await layers.profile(stage, folder, sizes.layer)
        say("streams")
        found.listened = await streams.listen(stage, sizes.streams)
        say("bus")
        await tell_the_story(stage.cast)
        drained = await bus.relay(stage, sizes.relay)
        found.keep(show.bus(drained, await bus.consumer(stage, sizes.consumer)))
        found.keep(await _growth(stage, folder, sizes))
        found.after = cost.memory(system)
    return found


async def _writes(stage: Stage, floors: list[Series], sizes: Sizes) -> list[Table]:
    cast, feed, count = stage.cast, stage.feed, sizes.count
    say("order POST, hand-over")
    await hand_off.place_one_by_one(cast, min(30, count))
    placed, orders = await hand_off.place_one_by_one(cast, count)
    half = len(orders) // 2
    alone = await hand_off.hand_over(cast, feed, orders[:half])
    made: list[str] = []
    async with FeedClient(stage.base, stage.desk_headers()) as desk:
        together = await hand_off.place_together(cast, 16, count * 2, made)
        once = await hand_off.told_once(desk, made, "placed")
    beside = await hand_off.hand_over_beside_writers(cast, feed, orders[half:], 8)
    away = await hand_off.while_away(cast, feed, sizes.away)
    ours = {"placed": placed, "together": together, "alone": alone, "beside": beside}
    return [show.hand_off(floors, ours), show.kept([once, away])]


async def _growth(stage: Stage, folder: Path, sizes: Sizes) -> Table:
    system = stage.system
    own = await connect(system.set.pg_dsn_super, "vitrazh_clients")
    orders = await connect(system.set.pg_dsn_super, "vitrazh_orders")
    try:
        clients = Clients(own, orders)
        filled = Orders(orders)
        await filled.learn()
        found: dict[int, list[Series]] = {}
        cpu: dict[int, float] = {}
        for size in sizes.orders:
            say(f"{size:,} orders")
            await clients.grow(min(size, MOST_CLIENTS))
            await filled.grow(size, clients.ids)
            lists = reads.reads_of(stage.cast, clients)
            meter = cost.Meter(system)
            measured = await reads.measure(stage.cast, lists, sizes.reads)
            asked = len(lists) * (sizes.reads + reads.WARM)
            cpu[size] = meter.spent().per(asked, *cost.OURS, "postgres")
            # The machine is not equally quick all the time: what is read is compared with this.
            bare = await floor.bare_post(folder, max(sizes.reads, 40))
            found[size] = [replace(bare, name=f"floor: {bare.name}"), *measured]
    finally:
        await own.close()
        await orders.close()
    return show.growth(found, cpu)


async def measure_screens(system: System, count: int) -> Table:
    """Measure the office and a tablet of their own in a browser."""
    async with peopled(system) as town:
        code = await pairing_code(town.admin)
        return show.screens(await screens.measure(town.base, town.cast, code, count))
