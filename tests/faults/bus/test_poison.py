"""FM15: poison on every topic of a running system: dead letters with reasons, the rest flows."""

import asyncio
import time
from collections import Counter
from dataclasses import replace

import pytest

from chassis.testing import until
from contracts.topics import WORK_ORDERS
from tests.faults.bus.place import CONSUMING, PATIENCE_S, Place
from tests.fuzz.bus import bodies, headers
from tests.fuzz.bus.kinds import READY, Kind, header, part, right

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900), pytest.mark.xdist_group("bus")]
EVERY = 9
"""Every ninth kind: about 150, of each family; all of them go through tests/fuzz/bus."""


def poison() -> list[Kind]:
    """Return kinds of every family, and a record whose header's name is no UTF-8."""
    kinds = [*headers.all_of_them(), *bodies.all_of_them()][::EVERY]
    about_orders = [
        Kind("bad bytes", part(value=b"\xff\x00")(right(READY, "bad bytes")), "Invalid JSON"),
        Kind("bad JSON", part(value=b"{")(right(READY, "bad JSON")), "Invalid JSON"),
        Kind("wrong schema", part(value=b"{}")(right(READY, "wrong schema")), "Field required"),
        Kind(
            "shops of no kind",
            part(value=b'{"shops": [[7]], "office_id": {}}')(right(READY, "shops of no kind")),
            READY,
        ),
        Kind(
            "unknown type",
            header("ce_type", b"orders.work-order.sung.v1")(right(READY, "unknown type")),
            "unknown event type",
        ),
        Kind(
            "unknown major",
            header("ce_type", b"orders.work-order.ready.v2")(right(READY, "unknown major")),
            "unknown event type",
        ),
        Kind(
            "another's name",
            header("ce_source", b"clients")(right(READY, "another's name")),
            "may not write on",
        ),
        Kind("another's key", part(key=b"x")(right(READY, "another's key")), "not its subject"),
    ]
    return [*about_orders, *kinds]


async def test_poison_is_put_aside_with_its_reason_while_orders_go_on(place: Place) -> None:
    kinds = poison()
    async with place.feed(place.desk_token) as desk, place.feed(place.tablets[0]) as tablet:
        order = await place.handed_over()
        # Onto every partition that matters: what follows there must not wait behind it.
        spread = [
            replace(kind.record, partition=n % 6 if kind.record.topic == WORK_ORDERS.name else -1)
            for n, kind in enumerate(kinds)
        ]
        begun = time.monotonic()
        places = await place.produce(spread)
        expected = dict(zip(places, kinds, strict=True))
        seen = await _put_aside(place, expected)
        place.figures["poison, s until the last dead letter"] = f"{time.monotonic() - begun:.1f}"

        later = await place.ready()
        await desk.saw(later["id"], "ready", seconds=PATIENCE_S)
        await tablet.saw(later["id"], "handed-over", seconds=PATIENCE_S)
        place.hurry()
        await desk.saw(later["id"], "client-told", seconds=PATIENCE_S)
        await place.settled()

        wrong = [
            f"{kind.name}: {seen[place_]}"
            for place_, kind in expected.items()
            if place_ in seen and kind.reason not in seen[place_]
        ]
        assert wrong == []
        strangers = {kind.record.key.decode() for kind in kinds if kind.record.key == _id(kind)}
        shown = {told.subject for told in (*desk.events, *tablet.events)}
        assert shown & strangers == set(), "poison was shown to readers of the feed"
        assert order["id"] in shown
    await asyncio.to_thread(_discard, place)


def _id(kind: Kind) -> bytes:
    return (dict(kind.record.headers).get("ce_subject") or b"") if kind.record.headers else b"-"


async def _put_aside(
    place: Place, expected: dict[tuple[str, int, int], Kind]
) -> dict[tuple[str, int, int], str]:
    """Wait until each is a dead letter of every group that reads its topic; return the reasons."""
    wanted = {
        (name, where)
        for where in expected
        for name in CONSUMING
        if where[0] in {"orders": _ORDERS, "notifications": _NOTIFICATIONS}[name]
    }
    found: dict[tuple[str, int, int], str] = {}

    async def all_of_them() -> bool:
        rows = [(name, row) for name, rows in place.dead().items() for row in rows]
        found.update({row[:3]: row[4] for _, row in rows})
        left = wanted - {(name, row[:3]) for name, row in rows}
        return not left

    await until(all_of_them, seconds=PATIENCE_S, every=0.5)
    states = Counter(row[3] for rows in place.dead().values() for row in rows)
    assert states["parked"] == 0
    assert len(wanted) > 150
    return found


_ORDERS = {"clients.clients.v1", "gateway.offices.v1", "notifications.messages.v1"}
_NOTIFICATIONS = {"clients.clients.v1", "gateway.offices.v1", "orders.work-orders.v1"}


def _discard(place: Place) -> None:
    for name in CONSUMING:
        place.rows(
            name,
            "UPDATE dead_letters SET state = 'discarded', resolved_at = now() "
            "WHERE state IN ('open', 'parked')",
        )
