"""Whatever breaks under load: nothing is lost, doubled, reordered, or left for a person to mend."""

import os

import pytest

from tests.faults.kinds.broker import (
    DOWN_S,
    Down,
    FullDisk,
    NeverWakes,
    Restarts,
    StandsStill,
    may_mount,
)
from tests.faults.kinds.cache import Forgets
from tests.faults.kinds.database import Deadlocked, Locked, MidTransaction, Slow
from tests.faults.kinds.ending import MidHandler, MidUpload
from tests.faults.kinds.isolation import Unserializable
from tests.faults.kinds.killed import Killed
from tests.faults.kinds.links import BETWEEN, Partition
from tests.faults.kinds.points import Pack, packs
from tests.faults.kinds.standby import LeaderDies
from tests.faults.plan import Stage, Trouble
from tests.faults.play import play
from tests.faults.report import Table

pytestmark = [
    pytest.mark.fault,
    pytest.mark.timeout(900 + 2 * int(DOWN_S)),
    pytest.mark.xdist_group("faults"),
]

FIRST = int(os.environ.get("VITRAZH_FAULTS_SEED", "1"))
SEEDS = range(FIRST, FIRST + int(os.environ.get("VITRAZH_FAULTS_N", "1")))
TOGETHER = ("gateway", "orders", "clients", "notifications", "postgres")


def _each(*troubles: Trouble) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "trouble", troubles, ids=lambda one: f"{one.fm}-{one.short}-{one.seed}"
    )


async def _holds(stage: Stage, table: Table, trouble: Trouble) -> None:
    result = await play(stage, trouble)
    table.rounds.append(result)
    table.repeated = max(table.repeated, stage.gather.log.repeated)

    assert result.acks > 0
    assert result.breaks == ()


@_each(*(Pack(pack, seed) for seed in SEEDS for pack in packs(seed)))
async def test_a_process_may_die_at_every_failpoint(
    apart: Stage, table: Table, trouble: Trouble
) -> None:
    await _holds(apart, table, trouble)


@_each(*map(LeaderDies, SEEDS))
async def test_a_second_worker_takes_over(apart: Stage, table: Table, trouble: Trouble) -> None:
    await _holds(apart, table, trouble)


@_each(*(kind(seed) for seed in SEEDS for kind in (Down, Restarts, StandsStill, NeverWakes)))
async def test_people_work_on_without_the_broker(
    apart: Stage, table: Table, trouble: Trouble
) -> None:
    await _holds(apart, table, trouble)


@_each(*map(FullDisk, SEEDS))
async def test_the_broker_s_disk_may_be_full(apart: Stage, table: Table, trouble: Trouble) -> None:
    if not may_mount():
        note = "only root may mount a small disk"
        table.row(trouble.fm, str(trouble), checked="—", holds=None, note=note)
        pytest.skip(note)
    await _holds(apart, table, trouble)


@_each(
    *(
        kind(seed)
        for seed in SEEDS
        for kind in (MidTransaction, Slow, Locked, Deadlocked, Unserializable)
    )
)
async def test_the_database_may_stop_lag_and_lock(
    apart: Stage, table: Table, trouble: Trouble
) -> None:
    await _holds(apart, table, trouble)


@_each(*map(Forgets, SEEDS))
async def test_the_cache_may_forget(apart: Stage, table: Table, trouble: Trouble) -> None:
    await _holds(apart, table, trouble)


@_each(*(Partition(link, seed) for seed in SEEDS for link in BETWEEN))
async def test_two_parts_may_lose_each_other(apart: Stage, table: Table, trouble: Trouble) -> None:
    await _holds(apart, table, trouble)


@_each(
    *(MidHandler(seed) for seed in SEEDS),
    *(MidUpload(victim, seed) for seed in SEEDS for victim in ("orders", "gateway")),
)
async def test_a_process_asked_to_end_ends_in_order(
    apart: Stage, table: Table, trouble: Trouble
) -> None:
    await _holds(apart, table, trouble)


@_each(*(Killed(name, seed) for seed in SEEDS for name in TOGETHER))
async def test_one_process_a_service_may_be_killed(
    together: Stage, table: Table, trouble: Trouble
) -> None:
    await _holds(together, table, trouble)
