"""FM18: consumers that were away come back to a backlog: all of it in order, in little memory."""

import asyncio
import os
import time
from dataclasses import replace
from uuid import UUID

import psutil
import pytest

from chassis.record import Record
from chassis.testing import until
from tests.faults.bus.judges import Backlog, worked_off
from tests.faults.bus.place import CONSUMING, PATIENCE_S, Place
from tests.fuzz.bus.kinds import CLIENT, right

pytestmark = [pytest.mark.fault, pytest.mark.timeout(1800), pytest.mark.xdist_group("bus")]
BACKLOG = int(os.environ.get("VITRAZH_BACKLOG", "5000"))
CLIENTS_IN_IT = 50
"""Each is changed over and over, so that order shows."""


def backlog() -> list[Record]:
    """Return the changes of fifty cards, one after another, each with an id of its own."""
    cards = [right(CLIENT, f"backlog {n}") for n in range(CLIENTS_IN_IT)]
    told = []
    for number in range(BACKLOG):
        card = cards[number % CLIENTS_IN_IT]
        changed = {
            "ce_id": str(UUID(int=(0xB << 120) | number)).encode(),
            "ce_sequence": str(number // CLIENTS_IN_IT + 1).encode(),
        }
        headers = [(name, changed.get(name, value)) for name, value in card.headers]
        told.append(replace(card, headers=headers))
    return told


async def test_a_backlog_is_worked_off_in_order_and_in_little_memory(place: Place) -> None:
    await asyncio.to_thread(place.stop, *CONSUMING)
    await place.produce(backlog())
    begun = time.monotonic()
    await asyncio.to_thread(place.start, *CONSUMING)
    most = dict.fromkeys(CONSUMING, 0.0)

    async def done() -> bool:
        for name in CONSUMING:
            process = psutil.Process(place.system.services[name].pid)
            most[name] = max(most[name], process.memory_info().rss / 2**20)
        return not any((await place.lag()).values())

    await until(done, seconds=PATIENCE_S + BACKLOG / 50, every=0.5)

    seconds = time.monotonic() - begun
    print(f"{BACKLOG} records by two groups in {seconds:.1f} s, most MiB {most}", flush=True)
    last = -(-BACKLOG // CLIENTS_IN_IT)
    for name in CONSUMING:
        query = (
            "SELECT count(*), min(sequence), max(sequence) FROM known_clients WHERE id = ANY(%s)"
        )
        ids = [(right(CLIENT, f"backlog {n}").key or b"").decode() for n in range(CLIENTS_IN_IT)]
        ((cards, oldest, newest),) = place.rows(name, query.replace("%s", "%s::uuid[]"), ids)
        found = Backlog(cards, oldest, newest, most[name])
        assert worked_off(found, CLIENTS_IN_IT, last) == []
    assert place.dead() == {name: [] for name in CONSUMING}
