"""A service believes the gateway's signature and nothing else, on each of its routes."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from chassis.clock import now
from tests.rights.rows import ROWS, Row
from tests.rights.stage.caller import Caller, Sent
from tests.rights.stage.forged import HEADERS, Forge
from tests.rights.stage.people import ADVERTISING, DESK, NOBODY, TABLET, TABLET_ART, WORKER
from tests.rights.stage.routes import routes
from tests.rights.stage.world import World

pytestmark = [
    pytest.mark.rights,
    pytest.mark.servers,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("rights"),
]
UNAUTHORIZED, FORBIDDEN, OK = 401, 403, 200
GUARDED = [
    row
    for row in ROWS
    if routes()[row.route].service != "gateway" and routes()[row.route].permission
]
FORGED_NAMES = {
    "X-User": "admin",
    "X-User-Roles": "admin,desk",
    "X_User_Id": "00000000-0000-7000-8000-000000000001",
    "X-Vitrazh-Actor": "system:orders",
    "X-Vitrazh-Roles": "desk",
    "X-Forwarded-User": "admin",
    "X-Forwarded-For": "127.0.0.1",
    "X-Forwarded-Host": "evil.example",
    "Forwarded": "for=127.0.0.1;host=evil.example",
    "X-Http-Method-Override": "GET",
}


def at(world: World, service: str) -> Caller:
    """Return somebody who knocks at a service itself."""
    caller = Caller(world.http, world.system.services[service].url, NOBODY)
    caller.proof.clear()
    return caller


def _with(sent: Sent, headers: dict[str, str]) -> Sent:
    return Sent(
        method=sent.method,
        path=sent.path,
        body=sent.body,
        raw=sent.raw,
        headers={**sent.headers, **headers},
    )


@pytest.mark.parametrize("row", GUARDED, ids=lambda row: row.name)
async def test_no_forged_token_is_believed(row: Row, world: World) -> None:
    service = routes()[row.route].service
    sent = await row.make(world, world[NOBODY])
    tokens = Forge(world.system).bad(service)
    tries = {name: {"Authorization": f"Bearer {token}"} for name, token in tokens.items()}
    tries |= {name: dict(headers) for name, headers in HEADERS.items()}
    tries["the session's cookie"] = {"Cookie": world[DESK].proof["Cookie"]}
    tries["the tablet's own token"] = {"Authorization": world[TABLET].proof["Authorization"]}
    door = at(world, service)

    before = world.databases.picture()
    answers = await asyncio.gather(*(door.send(_with(sent, told)) for told in tries.values()))
    changed = before.differs_in(world.databases.picture())

    statuses = {name: came.status for name, came in zip(tries, answers, strict=True)}
    assert statuses == dict.fromkeys(tries, UNAUTHORIZED)
    assert changed == []


@pytest.mark.parametrize(
    ("service", "path"),
    [
        ("orders", "/api/work-orders"),
        ("clients", "/api/clients"),
        ("notifications", "/api/messages"),
    ],
)
async def test_the_same_token_unforged_is_believed(service: str, path: str, world: World) -> None:
    told = {"Authorization": f"Bearer {Forge(world.system).good(service)}"}

    came = await at(world, service).send(Sent(method="GET", path=path, headers=told))

    assert came.status == OK


@pytest.mark.parametrize("service", ["orders", "clients", "notifications", "gateway"])
async def test_the_gateway_takes_no_internal_token(service: str, world: World) -> None:
    told = {"Authorization": f"Bearer {Forge(world.system).good(service)}"}
    paths = ("/api/session", "/api/work-orders", "/api/clients", "/api/messages", "/api/feed")

    came = [await world[NOBODY].send(Sent(method="GET", path=path, headers=told)) for path in paths]

    assert [one.status for one in came] == [UNAUTHORIZED] * len(paths)


async def test_forged_names_give_no_right(world: World) -> None:
    order = await world.story.sent()
    before = world.databases.picture()

    nobody = await world[NOBODY].send(
        Sent(method="POST", path=f"{order.path}/hand-over", headers=FORGED_NAMES | order.version)
    )
    reader = await world[ADVERTISING].send(
        Sent(
            method="POST",
            path=f"{order.path}/cancel",
            body={"reason": "client-refused"},
            headers=FORGED_NAMES,
        )
    )

    assert (nobody.status, reader.status) == (UNAUTHORIZED, FORBIDDEN)
    assert before.differs_in(world.databases.picture()) == []


async def test_forged_names_change_nothing_of_who_acted(world: World) -> None:
    order = await world.story.draft()

    came = await world[DESK].send(
        Sent(
            method="POST",
            path=f"{order.path}/hand-over",
            headers=FORGED_NAMES | order.version | {"X-Operator-Id": world[ADVERTISING].staff_id},
        )
    )

    assert came.status == OK
    rows = world.databases.rows(
        "orders", "SELECT actor, operator FROM audit ORDER BY id DESC LIMIT 1"
    )
    assert rows == [(world[DESK].subject, None)]


async def test_a_tablet_cannot_name_hands_that_are_not_its_own(world: World) -> None:
    order = await world.story.accepted()
    director = world[ADVERTISING].staff_id
    foreign = world[TABLET_ART].proof["X-Operator"]
    named = {"X-Operator": "", "X-Operator-Id": director}
    tries = {
        "another tablet's session": (order.item, {"X-Operator": foreign}, UNAUTHORIZED),
        "a person of no shop": (order.item, named, FORBIDDEN),
        "the same in the body": (order.item | {"operator_id": director}, {}, FORBIDDEN),
    }
    before = world.databases.picture()

    found = {}
    for name, (body, headers, _) in tries.items():
        path = f"{order.path}/start"
        came = await world[TABLET].send(Sent(method="POST", path=path, body=body, headers=headers))
        found[name] = came.status

    assert found == {name: status for name, (_, _, status) in tries.items()}
    assert before.differs_in(world.databases.picture()) == []


async def test_a_tablet_without_a_pin_acts_at_the_moment_for_which_its_worker_was_judged(
    world: World,
) -> None:
    order = await world.story.accepted()
    moment, other = (now() - timedelta(seconds=age) for age in (1, 9))
    named = {
        "X-Operator": "",
        "X-Operator-Id": world[WORKER].staff_id,
        "X-Operated-At": moment.isoformat(),
    }
    start = Sent(method="POST", path=f"{order.path}/start", body={}, headers=named)
    before = world.databases.picture()

    for body in (order.item, order.item | {"operated_at": other.isoformat()}):
        assert (await world[TABLET].send(replace(start, body=body))).status == FORBIDDEN
    assert before.differs_in(world.databases.picture()) == []
    said = order.item | {"operated_at": moment.isoformat()}
    assert (await world[TABLET].send(replace(start, body=said))).status == OK
