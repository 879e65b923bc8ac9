"""FM28: twenty people edit one order at once: exactly one wins each version."""

import asyncio
from collections import Counter
from typing import Any

import aiohttp
import pytest

from deploy.demo.pieces import HALLWAY
from tests.faults.bus.judges import Contest, one_acts, one_wins, told_of_each
from tests.faults.bus.place import PATIENCE_S, Place

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900), pytest.mark.xdist_group("bus")]
PEOPLE = 20
ROUNDS = 5


async def put(place: Place, path: str, body: Any, version: int) -> tuple[int, dict[str, Any]]:
    """Send one edit; return status and answer."""
    desk = place.cast.desks["Л"]
    headers = {"If-Match": f'"{version}"'}
    timeout = aiohttp.ClientTimeout(total=PATIENCE_S)
    async with desk._session.put(
        desk.base + path, json=body, headers=headers, timeout=timeout
    ) as answer:
        return answer.status, await answer.json()


async def test_of_twenty_edits_of_one_version_exactly_one_wins(place: Place) -> None:
    order = await place.draft()
    path = f"/api/work-orders/{order['id']}"
    winners = []
    for round_ in range(ROUNDS):
        version = order["content_version"]
        bodies = [edit(order, 600 + 20 * round_ + n) for n in range(PEOPLE)]
        answers = await asyncio.gather(*(put(place, path, body, version) for body in bodies))

        order = await place.cast.desks["Л"].get(path)
        contest = Contest(
            people=PEOPLE,
            version=version,
            statuses=Counter(status for status, _ in answers),
            now=order["content_version"],
            kept=size_of(order),
            won=" and ".join(
                size_of(body)
                for (status, _), body in zip(answers, bodies, strict=True)
                if status == 200
            ),
            shown=frozenset(
                said["current"]["content_version"] for status, said in answers if status == 412
            ),
        )
        assert one_wins(contest) == []
        winners.append(size_of(order))
    query = "SELECT count(*) FROM audit WHERE subject = %s"
    audited: int = place.rows("orders", query, order["id"])[0][0]
    query = "SELECT sequence FROM outbox WHERE aggregateid = %s ORDER BY position"
    sequences = [n for (n,) in place.rows("orders", query, order["id"])]
    assert told_of_each(ROUNDS + 1, audited, sequences) == []
    assert len(set(winners)) == ROUNDS


async def test_of_twenty_hand_overs_at_once_one_acts(place: Place) -> None:
    order = await place.draft()
    desk = place.cast.desks["Л"]
    path = f"{desk.base}/api/work-orders/{order['id']}/hand-over"

    async def hand_over(number: int) -> int:
        headers = {"If-Match": '"1"', "Idempotency-Key": f"{order['id']}:{number}"}
        async with desk._session.post(path, json={}, headers=headers) as answer:
            return answer.status

    said = Counter(await asyncio.gather(*(hand_over(n) for n in range(PEOPLE))))

    query = "SELECT count(*) FROM outbox WHERE aggregateid = %s AND type LIKE '%%handed-over%%'"
    ((events,),) = place.rows("orders", query, order["id"])
    assert one_acts(said, events) == []


def edit(order: dict[str, Any], width: int) -> dict[str, Any]:
    """Return the order's content with another width of its mirror."""
    item = order["items"][0]
    piece = HALLWAY["piece"] | {"shape": {"size": f"{width}×900"}}
    return {
        "client_id": order["client"]["id"],
        "pickup_office_id": order["pickup_office_id"],
        "urgency": order["urgency"],
        "promised_on": order["promised_on"],
        "items": [{"id": item["id"], **HALLWAY, "piece": piece}],
    }


def size_of(order: dict[str, Any]) -> str:
    """Return the size of its mirror in words."""
    shape = order["items"][0]["piece"]["shape"]
    return str(shape.get("size") or f"{shape['width_mm']}×{shape['height_mm']}")
