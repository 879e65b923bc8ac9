"""Nobody reads what he may not: no money and no client at a tablet, in no answer and no feed."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from contracts.envelope import Audience, spec_of
from contracts.registry import load
from tests.rights.rows import ROWS
from tests.rights.stage.caller import Sent
from tests.rights.stage.ears import LISTENERS
from tests.rights.stage.leaks import CLIENT, MONEY, leaks, secrets_from
from tests.rights.stage.people import (
    DESK,
    DIRECTOR,
    DRIVER,
    EVERYBODY,
    HEAD,
    QUALITY,
    TABLET,
    TABLET_ART,
    TABLETS,
    Who,
)
from tests.rights.stage.story import DIGITS, EMAIL, PRICE, SURNAME
from tests.rights.stage.world import World

pytestmark = [
    pytest.mark.rights,
    pytest.mark.servers,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("rights"),
]
KNOCKERS = [who for who in EVERYBODY if secrets_from(who)]
LISTS = (
    "/api/queue?limit=200",
    "/api/queue?limit=200&completed=true",
    "/api/board",
    "/api/board/orders?limit=200",
    "/api/work-orders?limit=200",
    "/api/work-orders?limit=200&folder=ready",
    "/api/day",
    "/api/day/hand-over?limit=200",
    "/api/day/tell?limit=200",
    "/api/clients?limit=200&q=кан",
    "/api/clients/duplicates?phone=89217776655",
    "/api/messages?limit=200",
    "/api/staff?limit=200",
    "/api/offices?limit=200",
    "/api/session",
)


def _events(said: bytes) -> Iterator[dict[str, Any]]:
    for block in said.decode().split("\n\n"):
        fields = dict(line.partition(":")[::2] for line in block.splitlines() if line[:1] != ":")
        data = fields.get("data", "").strip()
        told = json.loads(data) if data else None
        if isinstance(told, dict) and "subject" in told:
            yield {"type": fields["event"].strip(), **told}


def test_there_is_something_to_be_read(world: World) -> None:
    """Whoever may read a price hears one, so the tests below can fail."""
    heard = {who.name for who in LISTENERS if PRICE.encode() in world.told[who.name]}

    assert heard == {"desk", "desk-away", "token", "director", "deputy"}


@pytest.mark.parametrize("who", LISTENERS, ids=lambda who: who.name)
def test_no_feed_tells_a_secret(who: Who, world: World) -> None:
    assert leaks(who, "the feed", world.told[who.name]) == []


@pytest.mark.parametrize("who", LISTENERS, ids=lambda who: who.name)
def test_no_feed_tells_of_a_person(who: Who, world: World) -> None:
    words = [word for word in CLIENT if word in world.told[who.name].decode()]

    assert words == []


@pytest.mark.parametrize("who", TABLETS, ids=lambda who: who.name)
def test_a_tablet_hears_of_its_own_shop_alone(who: Who, world: World) -> None:
    classes = load()
    for event in _events(world.told[who.name]):
        assert Audience.SHOP in spec_of(classes[event["type"]]).audience
        if event["type"].startswith("orders."):
            assert who.shop in event["data"].get("shops", ()), event["type"]


def test_each_shop_hears_its_orders_and_not_the_others(world: World) -> None:
    def subjects(who: Who) -> set[str]:
        return {event["subject"] for event in _events(world.told[who.name])}

    assert world.for_art in subjects(TABLET_ART)
    assert world.for_art not in subjects(TABLET)
    assert {world.last} <= subjects(TABLET) & subjects(TABLET_ART)


def test_an_event_with_money_is_for_those_who_read_prices(world: World) -> None:
    priced = {
        who.name
        for who in LISTENERS
        for event in _events(world.told[who.name])
        if "price" in event["type"]
    }

    assert priced == {"desk", "desk-away", "token", "director", "deputy"}


@pytest.mark.parametrize("who", KNOCKERS, ids=lambda who: who.name)
async def test_no_list_tells_a_secret(who: Who, world: World) -> None:
    found = []
    for path in LISTS:
        came = await world[who].send(Sent(method="GET", path=path))
        found += leaks(who, path, came.body)

    assert found == []


@pytest.mark.parametrize("who", KNOCKERS, ids=lambda who: who.name)
async def test_no_order_tells_a_secret(who: Who, world: World) -> None:
    """An order with everything on it: price, client, a file named after him, a corrected text."""
    order, file_id = await world.story.with_file()
    item = order.told["items"][0]["id"]
    endings = (
        *("", "/history", "/revisions", "/hand-off", f"/items/{item}/drawing"),
        *(f"/attachments/{file_id}", f"/attachments/{file_id}/preview"),
    )
    shop = who.shop.value if who.shop else "workshop"
    paths = [order.path + ending for ending in endings]
    paths += [f"/api/queue/{order.id}?shop={shop}", f"/api/board/orders/{order.id}"]

    found = []
    for path in paths:
        came = await world[who].send(Sent(method="GET", path=path))
        found += leaks(who, path, came.body)
        found += leaks(who, f"headers of {path}", _plain(came.headers.values()))

    assert found == []


def _plain(values: Any) -> bytes:
    from urllib.parse import unquote  # noqa: PLC0415

    return unquote(" ".join(values)).encode()


@pytest.mark.parametrize("who", [HEAD, DRIVER], ids=lambda who: who.name)
@pytest.mark.parametrize("word", [SURNAME, DIGITS[0], f"8{DIGITS[0]}", f"+7{DIGITS[0]}", EMAIL])
async def test_a_search_is_no_oracle(who: Who, word: str, world: World) -> None:
    """Who may not read clients does not find an order by its client either."""
    await world.story.draft()
    path = f"/api/work-orders?q={word}".replace("+", "%2B")

    desk = await world[DESK].do("GET", path)
    came = await world[who].do("GET", path)

    assert bool(desk["items"]) == (word != EMAIL)
    assert came["items"] == []


async def test_prices_and_clients_are_read_by_those_who_may(world: World) -> None:
    order = await world.story.draft()

    read = {who.name: (await world[who].do("GET", order.path)) for who in (DIRECTOR, QUALITY, HEAD)}

    shown = {
        name: (told["price"], told["client"]["name"] is not None) for name, told in read.items()
    }
    assert shown == {"director": (PRICE, True), "quality": (None, True), "head": (None, False)}
    assert MONEY[0] == PRICE
    assert any(row.route == "GET /api/work-orders/{order_id}" for row in ROWS)
