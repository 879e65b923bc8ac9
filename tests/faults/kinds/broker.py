"""FM3, FM4, FM5: the broker is down for long, restarts again and again, stands still, has no room."""

import asyncio
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Final

from tests.faults.load import Load
from tests.faults.plan import (
    FAILPOINT,
    Stage,
    Trouble,
    answered,
    passes,
    put_failpoint,
    while_loaded,
)
from tests.faults.rig.topology import LinkedKafka

DOWN_S: Final = float(os.environ.get("VITRAZH_FAULTS_DOWN_S", "30"))
STILL_S: Final = float(os.environ.get("VITRAZH_FAULTS_STILL_S", "45"))
SHORT_S: Final = 10.0
NOTICED_S: Final = 240.0
"""Longer than promised (90 s), for a machine that does everything at once; the table says."""
RESTARTS: Final = 5
ROOM_MB: Final = 96
STUCK: Final = "consumer is stuck"
"""The watchdog's last words."""


def may_mount() -> bool:
    """Whether we may give the broker a disk of its own."""
    return os.geteuid() == 0 and shutil.which("mount") is not None


class Down(Trouble):
    """Killed, and nobody starts it for a while: people work on, the outboxes grow."""

    fm = "FM3"

    def __str__(self) -> str:
        return f"kafka down {DOWN_S:.0f} s under load"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Kill it, count what is acknowledged until the time is over."""
        await answered(load, self.chance.randint(5, 25))
        await asyncio.to_thread(stage.system.set.kafka.kill)
        begun = len(load.log.acks)
        await passes(load, DOWN_S)
        acks = len(load.log.acks) - begun
        waiting = sum((await asyncio.to_thread(stage.gather.outbox)).values())
        self.notes.append(f"{acks} calls acknowledged meanwhile, {waiting} events waited")
        if not acks or not waiting:
            self.found.append("INV1: nothing was acknowledged while the broker was down")

    async def heal(self, stage: Stage) -> None:
        """Start it."""
        await asyncio.to_thread(stage.system.set.kafka.start)


class Restarts(Trouble):
    """Killed and started five times; each time as soon as somebody got an answer again."""

    fm = "FM4"

    def __str__(self) -> str:
        return f"kafka killed and restarted ×{RESTARTS}"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Leave it dead the last time."""
        kafka = stage.system.set.kafka
        for again in range(RESTARTS):
            if again:
                await asyncio.to_thread(kafka.start)
            await answered(load, self.chance.randint(1, 8))
            await asyncio.to_thread(kafka.kill)

    async def heal(self, stage: Stage) -> None:
        """Start it."""
        await asyncio.to_thread(stage.system.set.kafka.start)


class StandsStill(Trouble):
    """SIGSTOP: connections stay open and nothing answers."""

    fm = "FM4"

    def __str__(self) -> str:
        return f"kafka stands still {STILL_S:.0f} s"

    async def strike(self, stage: Stage, load: Load) -> None:
        """Stop it and wait."""
        await answered(load, self.chance.randint(1, 25))
        pid = stage.system.set.kafka.pid
        assert pid is not None
        begun = len(load.log.acks)
        os.kill(pid, signal.SIGSTOP)
        try:
            await passes(load, STILL_S)
        finally:
            os.kill(pid, signal.SIGCONT)
        self.notes.append(f"{len(load.log.acks) - begun} calls acknowledged meanwhile")


class NeverWakes(Trouble):
    """The broker stands still, and one partition's consumer does not come back from it.

    The other partitions go on: the watchdog has to miss one among many.
    """

    fm = "FM4"

    def __str__(self) -> str:
        return f"kafka stands still {SHORT_S:.0f} s, a partition of orders-worker never wakes"

    async def arm(self, stage: Stage) -> None:
        """Let the work on one record hang for ever."""
        n = self.chance.randint(1, 3)
        point = f"consumer.after_commit_before_ack:hang:{n}"
        await asyncio.to_thread(put_failpoint, stage.system.services["orders-worker"], point)

    async def strike(self, stage: Stage, load: Load) -> None:
        """Stop the broker for a moment; return when the watchdog has ended the process."""
        worker = stage.system.services["orders-worker"]
        await answered(load, self.chance.randint(1, 10))
        pid = stage.system.set.kafka.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        try:
            await passes(load, SHORT_S)
        finally:
            os.kill(pid, signal.SIGCONT)
        begun = time.monotonic()
        await while_loaded(load, lambda: not worker.running(), seconds=NOTICED_S)
        code = worker.child.returncode if worker.child else None
        self.notes.append(
            f"the watchdog ended the worker {time.monotonic() - begun:.0f} s later (code {code})"
        )
        if code != 1 or STUCK not in worker.said():
            self.found.append(f"FM4: it was not the watchdog: {code}, {worker.last_error()}")

    async def heal(self, stage: Stage) -> None:
        """Start it again, as its supervisor does, without what hangs."""
        worker = stage.system.services["orders-worker"]
        worker.told.pop(FAILPOINT, None)
        await asyncio.to_thread(worker.start)


class FullDisk(Trouble):
    """Its disk is full: the broker ends itself; people work on; with room again, all is sent."""

    fm = "FM5"

    def __str__(self) -> str:
        return f"kafka's disk full (tmpfs, {ROOM_MB} MB)"

    async def arm(self, stage: Stage) -> None:
        """Move its data to a small disk."""
        kafka = _linked(stage)
        await asyncio.to_thread(kafka.stop)
        await asyncio.to_thread(_onto_small_disk, kafka)
        await asyncio.to_thread(kafka.start)

    async def strike(self, stage: Stage, load: Load) -> None:
        """Fill the disk; return when the broker has given up and people were answered."""
        kafka = _linked(stage)
        await answered(load, self.chance.randint(1, 10))
        await asyncio.to_thread(_fill, kafka)
        begun = time.monotonic()
        await while_loaded(load, lambda: not kafka.running())
        code = kafka.child.returncode if kafka.child else None
        self.notes.append(
            f"the broker ended itself after {time.monotonic() - begun:.1f} s (code {code}): "
            f"{'No space left' if 'No space left' in kafka.said() else kafka.last_error()[:80]}"
        )
        await answered(load, 20)
        waiting = sum((await asyncio.to_thread(stage.gather.outbox)).values())
        self.notes.append(f"20 calls acknowledged meanwhile, {waiting} events waited")

    async def heal(self, stage: Stage) -> None:
        """Make room and start it."""
        kafka = _linked(stage)
        (_disk(kafka) / "filler").unlink(missing_ok=True)
        await asyncio.to_thread(kafka.start)

    async def tidy(self, stage: Stage) -> None:
        """Move the data back."""
        await asyncio.to_thread(_back, _linked(stage))


def _linked(stage: Stage) -> LinkedKafka:
    kafka = stage.system.set.kafka
    assert isinstance(kafka, LinkedKafka)
    return kafka


def _disk(kafka: LinkedKafka) -> Path:
    return kafka.folder / "small"


def _onto_small_disk(kafka: LinkedKafka) -> None:
    disk = _disk(kafka)
    disk.mkdir(exist_ok=True)
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={ROOM_MB}m", "tmpfs", str(disk)], check=True
    )
    shutil.copytree(kafka.folder / "data", disk / "data")
    kafka.disk = disk / "data"


def _fill(kafka: LinkedKafka) -> None:
    try:
        with (_disk(kafka) / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))
    except OSError:
        return


def _back(kafka: LinkedKafka) -> None:
    if kafka.disk is None:
        return
    kafka.stop()
    (_disk(kafka) / "filler").unlink(missing_ok=True)
    shutil.rmtree(kafka.folder / "data")
    shutil.copytree(kafka.disk, kafka.folder / "data")
    kafka.disk = None
    subprocess.run(["umount", str(_disk(kafka))], check=True)
    kafka.start()
