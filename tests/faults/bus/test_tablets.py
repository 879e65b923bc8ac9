"""FM21: tablets without a network, two at one table, tapped twice, tapped on what is old."""

import asyncio
import uuid
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from chassis.testing import until
from deploy.demo.api import Person
from deploy.demo.pieces import HALLWAY
from tests.faults.bus.place import PATIENCE_S, Place

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900), pytest.mark.xdist_group("bus")]
AWAY = 8
"""Orders that come while the tablet is away."""


@pytest_asyncio.fixture(loop_scope="session")
async def tablets(place: Place) -> AsyncIterator[list[Person]]:
    """The two tablets of the workshop, each with its worker."""
    base = place.system.gateway_url
    async with Person(base, place.tablets[0]) as one, Person(base, place.tablets[1]) as other:
        await one.take_tablet("Волков Игорь", "2468")
        await other.take_tablet("Зайцев Пётр", "1357")
        yield [one, other]


async def tap(who: Person, path: str, body: Any, key: str = "") -> tuple[int, dict[str, Any]]:
    """Send one tap; return status and answer. A key that is in work just now is sent again."""
    headers = {"Idempotency-Key": key or str(uuid.uuid4())}

    async def settled() -> tuple[int, dict[str, Any]] | None:
        async with who._session.post(who.base + path, json=body, headers=headers) as answer:
            said = await answer.json()
        return None if said.get("code") == "request-in-flight" else (answer.status, said)

    answered = await until(settled, seconds=PATIENCE_S)
    assert answered is not None
    return answered


def facts(place: Place, order_id: str) -> list[str]:
    """Return the short types of an order's events, as written."""
    query = "SELECT type FROM outbox WHERE aggregateid = %s ORDER BY position"
    return [type_.split(".")[-2] for (type_,) in place.rows("orders", query, order_id)]


async def test_a_tablet_that_comes_back_gets_all_it_missed_in_order_and_once(
    place: Place,
) -> None:
    desk = place.cast.desks["Л"]
    async with place.feed(place.tablets[0]) as away, place.feed(place.tablets[1]) as there:
        first = await place.handed_over()
        await away.saw(first["id"], "handed-over", seconds=PATIENCE_S)
        await away.cut()

        orders = [await place.handed_over() for _ in range(AWAY)]
        await desk.post(f"/api/work-orders/{first['id']}/cancel", {"reason": "client-refused"})
        await _correct(place, orders[0])
        for order in orders:
            await _accept(place, order)
        await there.saw(orders[-1]["id"], "accepted", seconds=PATIENCE_S)
        assert away.of(orders[-1]["id"]) == []

        await away.resume()
        await away.saw(orders[-1]["id"], "accepted", seconds=PATIENCE_S)

        assert away.hellos[-1]["resumed"] is True
        assert (away.resets, there.resets) == (0, 0)
        for order in (first, *orders):
            await away.saw(order["id"], there.of(order["id"])[-1], seconds=PATIENCE_S)
            assert away.of(order["id"]) == there.of(order["id"])
            assert away.sequences(order["id"]) == sorted(away.sequences(order["id"]))
        assert away.of(first["id"])[-1] == "cancelled"
        assert "corrected" in away.of(orders[0]["id"])


async def test_one_tap_sent_three_times_at_once_acts_once(
    place: Place, tablets: list[Person]
) -> None:
    order = await place.handed_over()
    path, key = f"/api/work-orders/{order['id']}/accept", str(uuid.uuid4())
    body = {"revision": 1, "shop": "workshop"}

    answers = await asyncio.gather(*(tap(tablets[0], path, body, key) for _ in range(3)))

    assert Counter(status for status, _ in answers) == {200: 3}
    assert all(answer == answers[0][1] for _, answer in answers)
    assert facts(place, order["id"]).count("accepted") == 1


async def test_a_triple_tap_with_keys_of_its_own_on_two_tablets_acts_once(
    place: Place, tablets: list[Person]
) -> None:
    order = await place.handed_over()
    path = f"/api/work-orders/{order['id']}"
    body = {"revision": 1, "shop": "workshop"}
    item = body | {"item_id": order["items"][0]["id"]}
    steps = {
        "accept": (body, "accepted"),
        "start": (item, "work-started"),
        "finish": (item | {"quantity": 1}, "work-finished"),
    }
    for verb, (sent, fact) in steps.items():
        taps = [tap(who, f"{path}/{verb}", sent) for who in tablets for _ in range(3)]
        said = Counter(status for status, _ in await asyncio.gather(*taps))
        assert said == {200: 1, 409: 5}, verb
        assert facts(place, order["id"]).count(fact) == 1, verb


async def test_a_tap_on_what_is_old_is_refused_and_shows_what_is_now(
    place: Place, tablets: list[Person]
) -> None:
    order = await place.handed_over()
    await _correct(place, order)
    before = facts(place, order["id"])

    path = f"/api/work-orders/{order['id']}"
    body = {"revision": 1, "shop": "workshop"}
    item = body | {"item_id": order["items"][0]["id"]}
    for verb, sent in (("accept", body), ("start", item), ("mark-seen", body)):
        status, refused = await tap(tablets[0], f"{path}/{verb}", sent)
        assert (status, refused["code"]) == (409, "revision-superseded"), verb
        assert refused["current"] == 2, verb
    assert facts(place, order["id"]) == before
    assert (await tap(tablets[0], f"{path}/accept", body | {"revision": 2}))[0] == 200


async def _accept(place: Place, order: dict[str, Any]) -> None:
    now = await place.cast.desks["Л"].get(f"/api/work-orders/{order['id']}")
    body = {"revision": now["revision"], "shop": "workshop"}
    await place.cast.shops["workshop"].post(f"/api/work-orders/{order['id']}/accept", body)


async def _correct(place: Place, order: dict[str, Any]) -> None:
    """The desk makes the mirror another size: revision 2."""
    piece = HALLWAY["piece"] | {"shape": {"size": "777×888"}}
    body = {
        "client_id": order["client"]["id"],
        "pickup_office_id": order["pickup_office_id"],
        "urgency": order["urgency"],
        "promised_on": order["promised_on"],
        "items": [{"id": order["items"][0]["id"], **HALLWAY, "piece": piece}],
    }
    match = f'"{order["content_version"]}"'
    path = f"/api/work-orders/{order['id']}/correct"
    await place.cast.desks["Л"].post(path, body, If_Match=match)
