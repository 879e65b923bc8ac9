"""Many tablets that listen and are told nothing: what they cost the gateway."""

import asyncio
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from chassis.testing import until
from tools.bench.cost import Meter, rss
from tools.bench.stage import Stage

TOGETHER: Final = 20
LOOK_S: Final = 15.0


@dataclass(frozen=True, slots=True)
class Listened:
    """The gateway with so many idle streams."""

    streams: int
    rss_before: float
    rss: float
    """MiB."""
    cpu: float
    """Share of one core that the gateway uses for them, percent."""


async def listen(stage: Stage, count: int) -> Listened:
    """Open so many streams, wait for each one's hello, and look at the gateway while they idle."""
    before = rss(stage.system, "gateway")
    gate = asyncio.Semaphore(TOGETHER)
    writers: list[asyncio.StreamWriter] = []
    readers: list[asyncio.Task[None]] = []

    async def open_one() -> None:
        async with gate:
            reader, writer = await _opened(stage.base, stage.tablet)
        writers.append(writer)
        readers.append(asyncio.create_task(_read_on(reader)))

    try:
        await asyncio.gather(*(open_one() for _ in range(count)))
        meter = Meter(stage.system)
        await asyncio.sleep(LOOK_S)
        cpu = meter.spent().seconds["gateway"] / LOOK_S * 100
        dead = sum(task.done() for task in readers)
        if dead:
            raise RuntimeError(f"{dead} of {count} streams ended")
        return Listened(count, before, rss(stage.system, "gateway"), cpu)
    finally:
        for writer in writers:
            writer.close()
        await asyncio.gather(*readers, return_exceptions=True)


async def _opened(
    base: str, headers: dict[str, str]
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    where = urlsplit(base)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    lines = ["GET /api/feed HTTP/1.1", f"Host: {where.netloc}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    await writer.drain()

    async def greeted() -> bool:
        line = await reader.readline()
        if not line:
            raise ConnectionError("the stream was refused")
        return b"event: hello" in line

    await until(greeted, seconds=60)
    return reader, writer


async def _read_on(reader: asyncio.StreamReader) -> None:
    while await reader.read(4096):
        pass
