"""What auth, audit, idempotency and tracing cost: the same requests with one of them taken out."""

import asyncio
import pstats
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Final

from aiohttp import web

from deploy.embedded.ports import HOST, pick
from deploy.embedded.system import System
from tools.bench.cost import Meter, Spent
from tools.bench.less import LAYERS, LESS, PROFILE
from tools.bench.stage import Stage
from tools.bench.stats import Series
from tools.bench.work import hand_off

PARTS: Final = ("gateway", "orders")
SHOWN: Final = 25


@dataclass(frozen=True, slots=True)
class Costly:
    """Two series of requests and the CPU that they took, by process."""

    name: str
    place: Series
    place_cpu: Spent
    hand_over: Series
    hand_over_cpu: Spent


async def measure(stage: Stage, count: int, *, one_by_one: bool = True) -> list[Costly]:
    """Measure as it is, then each layer taken out, then traces sent to a collector.

    Not `one_by_one`: all of that at once, to see that it works.
    """
    found = [await series(stage, "as it is", count)]
    async with collector() as endpoint:
        traces = {"OTEL_TRACES_EXPORTER": "zipkin", "OTEL_EXPORTER_ZIPKIN_ENDPOINT": endpoint}
        if one_by_one:
            for layer in LAYERS:
                await restart(stage.system, {LESS: layer}, less=True)
                found.append(await series(stage, f"without {layer}", count))
            await restart(stage.system, traces, less=False)
            found.append(await series(stage, "with traces to a collector", count))
        else:
            await restart(stage.system, traces | {LESS: " ".join(LAYERS)}, less=True)
            found.append(await series(stage, "without them, with traces", count))
        await restart(stage.system, {}, less=False)
    return found


async def series(stage: Stage, name: str, count: int, *, warm: int = 20) -> Costly:
    """Place orders and hand them over, one by one, and count what each process used."""
    _, early = await hand_off.place_one_by_one(stage.cast, warm)
    await hand_off.hand_over(stage.cast, stage.feed, early)
    meter = Meter(stage.system)
    placed, orders = await hand_off.place_one_by_one(stage.cast, count)
    place_cpu, meter = meter.spent(), Meter(stage.system)
    handed = await hand_off.hand_over(stage.cast, stage.feed, orders)
    return Costly(name, placed, place_cpu, handed, meter.spent())


async def restart(system: System, told: dict[str, str], *, less: bool) -> None:
    """Start gateway and orders anew, told this besides what the table tells them."""
    # Beside the loop: a process that ends sends its last spans, and the collector lives here.
    await asyncio.to_thread(_restart, system, told, less=less)


def _restart(system: System, told: dict[str, str], *, less: bool) -> None:
    for name in PARTS:
        service = system.services[name]
        own = next(one for one in system.table.processes if one.name == name)
        service.stop()
        service.spec = replace(own, module="tools.bench.less") if less else own
        usual = {key: value for key, value in service.told.items() if not _ours(key)}
        service.told = usual | told | ({} if told else {"OTEL_TRACES_EXPORTER": "none"})
        service.start()


def _ours(key: str) -> bool:
    return key in {LESS, PROFILE, "OTEL_TRACES_EXPORTER", "OTEL_EXPORTER_ZIPKIN_ENDPOINT"}


@asynccontextmanager
async def collector() -> AsyncIterator[str]:
    """Take spans and throw them away, as a collector elsewhere would cost us nothing."""

    async def take(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(status=202)

    app = web.Application(client_max_size=2**26)
    app.router.add_post("/api/v2/spans", take)
    runner = web.AppRunner(app)
    await runner.setup()
    port = pick()
    await web.TCPSite(runner, HOST, port).start()
    try:
        yield f"http://{HOST}:{port}/api/v2/spans"
    finally:
        await runner.cleanup()


async def profile(stage: Stage, folder: Path, count: int) -> str:
    """Return what the gateway and the orders service spend their time in, the most first."""
    await restart(stage.system, {PROFILE: str(folder)}, less=True)
    await series(stage, "profiled", count)
    await restart(stage.system, {}, less=False)  # a process writes its profile at its end
    files = {name: folder / f"{name}.pstats" for name in PARTS}
    return "\n".join(
        f"**Profile: {name}**\n\n```\n{_top(file)}```\n" for name, file in files.items()
    )


def _top(file: Path) -> str:
    out = StringIO()
    figures = pstats.Stats(str(file), stream=out)
    figures.strip_dirs().sort_stats("tottime").print_stats(SHOWN)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    begin = next(at for at, line in enumerate(lines) if "ncalls" in line)
    return "\n".join(line for line in lines[begin:] if line) + "\n"
