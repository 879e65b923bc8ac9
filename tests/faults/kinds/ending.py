"""FM25: a process is asked to end while it is at work, and ends in order within half a minute."""

import asyncio
import hashlib
import signal
import time
from collections.abc import AsyncIterator
from typing import Final

import aiohttp

from chassis.testing import until
from deploy.embedded.service import Service
from tests.faults.evidence import Doubt
from tests.faults.kinds.database import half_done
from tests.faults.load import Caller, Load, Walk
from tests.faults.plan import FAILPOINT, STRIKES_S, Stage, Trouble, answered, felt, put_failpoint
from tests.faults.rig.watch import EVERYTHING

PIECES: Final = 40
ENDS_S: Final = 90.0
"""Longer than promised, for a machine that does everything at once; the table says what it took."""


class MidHandler(Trouble):
    """SIGTERM while the consumer of orders stands before its commit."""

    fm = "FM25"

    def __str__(self) -> str:
        return "SIGTERM to orders-worker mid handler"

    async def arm(self, stage: Stage) -> None:
        """Let the consumer stand still for five seconds before a commit."""
        worker = stage.system.services["orders-worker"]
        n = self.chance.randint(1, 3)
        await asyncio.to_thread(put_failpoint, worker, f"consumer.before_commit:sleep:{n}")

    async def strike(self, stage: Stage, load: Load) -> None:
        """Wait for the half-done record, then ask the worker to end."""
        await half_done(stage, load)
        await ends(self, stage.system.services["orders-worker"])
        await felt(load, 5)

    async def heal(self, stage: Stage) -> None:
        """Start it again, without the failpoint."""
        worker = stage.system.services["orders-worker"]
        worker.told.pop(FAILPOINT, None)
        await asyncio.to_thread(worker.start)


class MidUpload(Trouble):
    """SIGTERM while a file is on its way."""

    fm = "FM25"

    def __init__(self, victim: str, seed: int) -> None:
        self.victim = victim
        super().__init__(seed)
        self.hit = EVERYTHING if victim == "gateway" else frozenset({victim})

    def __str__(self) -> str:
        return f"SIGTERM to {self.victim} mid upload"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Send half a file, ask the process to end, send the rest; then try again."""
        desk = stage.cast.desks["Л"]
        walk = Walk(load, Caller(load.log, self.chance))
        await answered(load, self.chance.randint(1, 10))
        while not walk.order:
            await walk._place(desk, load.cast.clients["ivanova"])
        half, rest = asyncio.Event(), asyncio.Event()
        content = b"%PDF-1.4\n% " + walk.order["id"].encode() * 2000
        pieces = _pieces(content, half, rest)
        path = f"/api/work-orders/{walk.order['id']}/attachments?name=slow.pdf"
        headers = {"Idempotency-Key": f"slow-{self.victim}-{self.seed}"}

        async def upload() -> str:
            try:
                async with desk._session.post(
                    desk.base + path, data=pieces, headers=headers
                ) as answer:
                    await answer.read()
                    return str(answer.status)
            except (aiohttp.ClientError, OSError) as error:
                return type(error).__name__

        sending = asyncio.create_task(upload())
        await asyncio.wait_for(half.wait(), STRIKES_S)
        ending = asyncio.create_task(ends(self, stage.system.services[self.victim], rest))
        outcome = await asyncio.wait_for(sending, STRIKES_S)
        await ending
        self.notes.append(f"the upload got {outcome}")
        asked = Doubt("attach", walk.order["id"], hashlib.sha256(content).hexdigest())
        again = asyncio.create_task(walk.caller.post(desk, path, content, asked, **headers))
        await self.heal(stage)
        await again

    async def heal(self, stage: Stage) -> None:
        """Start it again."""
        await asyncio.to_thread(stage.system.services[self.victim].start)


async def _pieces(content: bytes, half: asyncio.Event, rest: asyncio.Event) -> AsyncIterator[bytes]:
    size = len(content) // PIECES + 1
    for number, begin in enumerate(range(0, len(content), size)):
        if number == PIECES // 2:
            half.set()
            await rest.wait()
        yield content[begin : begin + size]


async def ends(trouble: Trouble, service: Service, asked: asyncio.Event | None = None) -> None:
    """Ask a process to end; note how and in how many seconds it did."""
    child = service.child
    assert child is not None
    begun = time.monotonic()
    child.send_signal(signal.SIGTERM)
    if asked is not None:
        asked.set()

    async def over() -> bool:
        return child.poll() is not None

    try:
        await until(over, seconds=ENDS_S)
    except TimeoutError:
        trouble.found.append(f"FM25: {service.name} did not end in {ENDS_S:.0f} s")
        return
    took = time.monotonic() - begun
    trouble.notes.append(f"{service.name} ended by {child.returncode} in {took:.1f} s")
    if child.returncode != 0:
        trouble.found.append(f"FM25: {service.name} ended by {child.returncode}")
