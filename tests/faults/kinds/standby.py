"""FM2: two workers of orders; the leader of the relay dies mid batch, the other takes over."""

import asyncio
import os
import signal
import time
from typing import Final

from chassis.failpoints import KILLED
from chassis.testing import until
from deploy.embedded.service import Service
from tests.faults.load import Load
from tests.faults.plan import FAILPOINT, STRIKES_S, Stage, Trouble, put_failpoint, while_loaded
from tests.faults.rig.topology import Staged

BACKLOG: Final = 120
"""Rows that wait when the leader comes to; it dies in the middle of them."""
_LEADERS = """
SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
WHERE l.locktype = 'advisory' AND l.granted AND d.datname = 'vitrazh_orders'
  AND l.objsubid = 1 AND l.objid::bigint = (hashtext('vitrazh-relay')::bigint & 4294967295)
"""
_RELAYS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = 'vitrazh_orders' AND application_name = 'vitrazh-orders-relay'
"""
_LEFT_BEHIND = """
SELECT count(*) FROM outbox WHERE published_at IS NULL AND time < now() - interval '2 seconds'
"""


class LeaderDies(Trouble):
    """The leader has sent half a batch and marked nothing; all of it comes again, in order."""

    fm = "FM2"
    in_quiet = True

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.second: Service | None = None

    def __str__(self) -> str:
        return f"relay's leader dies mid batch of ≥ {BACKLOG}, standby takes over"

    async def arm(self, stage: Stage) -> None:
        """Start a leader that will die in the first batch of two halves, and a second worker."""
        leader = stage.system.services["orders-worker"]
        assert isinstance(stage.system, Staged)
        await asyncio.to_thread(put_failpoint, leader, "relay.mid_batch:exit:1")
        await self._rows(stage, _LEADERS, 1)
        self.second = stage.system.second_worker()
        self.second.told.pop(FAILPOINT, None)
        await asyncio.to_thread(self.second.start)
        await self._rows(stage, _RELAYS, 2)
        assert leader.pid is not None
        os.kill(leader.pid, signal.SIGSTOP)

    async def _rows(self, stage: Stage, query: str, wanted: int) -> None:
        async def there() -> bool:
            rows = await asyncio.to_thread(stage.gather.rows, "orders", query)
            return bool(rows[0][0] == wanted)

        await until(there, seconds=STRIKES_S)

    async def strike(self, stage: Stage, load: Load) -> None:
        """Let a backlog grow behind the stopped leader, wake it, time the standby."""
        leader = stage.system.services["orders-worker"]
        assert leader.pid is not None
        try:
            await self._backlog(stage, load)
        finally:
            os.kill(leader.pid, signal.SIGCONT)
        await while_loaded(load, lambda: not leader.running())
        code = leader.child.returncode if leader.child else None
        if code != KILLED:
            self.found.append(f"FM2: the leader ended by {code}: {leader.last_error()}")
        begun = time.monotonic()
        await self._rows(stage, _LEADERS, 1)
        led = time.monotonic() - begun
        waiting = (await asyncio.to_thread(stage.gather.outbox))["orders"]
        await self._rows(stage, _LEFT_BEHIND, 0)
        drained = time.monotonic() - begun
        self.notes.append(
            f"{waiting} rows left behind; standby leads after {led:.1f} s, has sent all after"
            f" {drained:.1f} s"
        )

    async def _backlog(self, stage: Stage, load: Load) -> None:
        async def grown() -> bool:
            error = load.failed()
            if error is not None:
                raise error
            return (await asyncio.to_thread(stage.gather.outbox))["orders"] >= BACKLOG

        await until(grown, seconds=STRIKES_S, every=0.2)

    async def heal(self, stage: Stage) -> None:
        """Start the one that died."""
        leader = stage.system.services["orders-worker"]
        leader.told.pop(FAILPOINT, None)
        await asyncio.to_thread(leader.start)

    async def tidy(self, stage: Stage) -> None:
        """Let the second worker go: the relay's lead and its partitions come back."""
        if self.second is not None:
            await asyncio.to_thread(self.second.stop)
