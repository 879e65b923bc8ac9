"""FM17, FM19: copies, disorder, a topic read anew from its beginning: nothing changes."""

import asyncio
import random

import pytest

from chassis.codec import decode
from chassis.record import Record, check_origin
from chassis.testing import until
from contracts.envelope import MalformedRecord, read_headers
from tests.faults.bus.place import CONSUMING, PATIENCE_S, Place

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900), pytest.mark.xdist_group("bus")]
ORDERS = 6
COPIES = 10
CHANCE = random.Random(17)


async def lived(place: Place) -> None:
    """Orders go to their ends: told of, reopened, cancelled; cards of clients are corrected."""
    desk, head = place.cast.desks["Л"], place.cast.head
    for number in range(ORDERS):
        order = await place.ready()
        path = f"/api/work-orders/{order['id']}"
        if number % 3 == 1:
            body = {"item_id": order["items"][0]["id"], "reason": "скол", "revision": 1}
            await head.post(f"{path}/reopen", body | {"shop": "workshop"})
        if number % 3 == 2:
            await desk.post(f"{path}/cancel", {"reason": "client-refused"})
    await place.alarmed()
    await place.settled()

    async def told() -> bool:
        place.hurry()
        return under_way(place) == 0

    await until(told, seconds=PATIENCE_S, every=0.5)
    await place.settled()


async def test_a_group_whose_offsets_are_lost_reads_anew_and_changes_nothing(
    place: Place,
) -> None:
    """FM19."""
    await lived(place)
    await asyncio.to_thread(place.stop, *CONSUMING)
    before, dead = place.state(), place.dead()
    await place.forget_groups()
    assert sum((await place.lag()).values()) > ORDERS * 5

    await asyncio.to_thread(place.start, *CONSUMING)
    await place.settled()

    assert place.state() == before
    assert place.dead() == dead, "poison of other tests alone, each once"


async def test_ten_copies_of_every_record_in_any_order_change_nothing(place: Place) -> None:
    """FM17: late copies, the oldest after the newest, on the partition of their key."""
    await lived(place)
    records = [record for record in await place.log() if is_ours(record)]
    copies = [record for record in records for _ in range(COPIES)]
    CHANCE.shuffle(copies)
    before, dead = place.state(), place.dead()

    await place.produce(copies)
    await place.settled()

    assert len(copies) > 500
    assert place.state() == before
    assert place.dead() == dead, "poison of other tests alone, each once"


async def test_copies_whose_inbox_is_gone_change_no_business_row(place: Place) -> None:
    """FM17: the inbox is swept after thirty days; what is replayed later meets the rows alone."""
    await lived(place)
    await asyncio.to_thread(place.stop, *CONSUMING)
    before, dead = business(place.state()), place.dead()
    for name in CONSUMING:
        place.rows(name, "DELETE FROM inbox")
    await place.forget_groups()

    await asyncio.to_thread(place.start, *CONSUMING)
    await place.settled()

    assert business(place.state()) == before
    assert place.dead() == dead, "poison of other tests alone, each once"


def under_way(place: Place) -> int:
    """Count the messages of which something may still come, of other tests too.

    A letter stays accepted for ever: nobody reports that it was read.
    """
    query = (
        "SELECT count(*) FROM messages WHERE state IN ('queued', 'sending', 'unknown') "
        "OR (state = 'accepted' AND channel = 'sms')"
    )
    found: int = place.rows("notifications", query)[0][0]
    return found


def is_ours(record: Record) -> bool:
    """Leave out poison of other tests: each copy of it is a dead letter of its own."""
    try:
        note = read_headers(record.headers)
        cls = type(decode(note.type, record.value))
        check_origin(record.topic, record.key, note, cls)
    except MalformedRecord:
        return False
    return True


def business(state: dict[str, str]) -> dict[str, str]:
    """Leave out the inbox: it is written anew."""
    return {name: words for name, words in state.items() if not name.endswith(".inbox")}
