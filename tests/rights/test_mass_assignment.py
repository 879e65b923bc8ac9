"""A body holds what its form has; whatever else it brings is refused, and nothing of it is done."""

import asyncio
import copy
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import pytest

from gateway.proxy.queries import OPENAPI
from tests.rights import table
from tests.rights.rows import ROWS, Row
from tests.rights.rows.row import ALLOWED
from tests.rights.stage.caller import Sent
from tests.rights.stage.people import EVERYBODY
from tests.rights.stage.routes import routes
from tests.rights.stage.world import World

pytestmark = [
    pytest.mark.rights,
    pytest.mark.servers,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("rights"),
]
INVALID: Final = 422
AT_ONCE: Final = 6
"""Not a flood: a service answers that with 503."""
FIELDS: Final[Mapping[str, Any]] = {
    "id": "00000000-0000-7000-8000-000000000001",
    "number": "Л-0001/26",
    "sequence": 99,
    "version": 99,
    "content_version": 99,
    "revision": 99,
    "stage": "issued",
    "state": "passed",
    "price": "0.01",
    "role": "admin",
    "roles": ["admin"],
    "grants": ["staff.edit"],
    "permissions": ["staff.edit"],
    "office_id": "00000000-0000-7000-8000-000000000002",
    "manager_id": "00000000-0000-7000-8000-000000000003",
    "created_by": "staff:00000000-0000-7000-8000-000000000004",
    "created_at": "2020-01-01T00:00:00Z",
    "placed_at": "2020-01-01T00:00:00Z",
    "at": "2020-01-01T00:00:00Z",
    "by": "staff:00000000-0000-7000-8000-000000000004",
    "actor": "system:orders",
    "subject": "system:orders",
    "operator_verified": True,
    "device_id": "00000000-0000-7000-8000-000000000005",
    "told_at": "2020-01-01T00:00:00Z",
    "password_hash": "x",
    "pin_hash": "x",
    "token_hash": "x",
    "token": "x",
    "balance": "1.00",
    "is_admin": True,
    "__proto__": {"roles": ["admin"]},
    "constructor": {"roles": ["admin"]},
}
TAKES_ALL_IN: Final = {"POST /api/sms-reports"}
"""A provider's report, of which we read two fields and pass over the rest."""


@cache
def _schemas() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(OPENAPI.read_bytes())
    return document


def _body_schema(name: str) -> Any:
    method, path = name.split(" ", 1)
    operation = _schemas()["paths"].get(path, {}).get(method.lower(), {})
    content = operation.get("requestBody", {}).get("content", {})
    return content.get("application/json", {}).get("schema")


def _known(schema: Any, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield every field name that the form has, however deep."""
    if isinstance(schema, list):
        for part in schema:
            yield from _known(part, seen)
    if not isinstance(schema, dict):
        return
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        target = _schemas()["components"]["schemas"][reference.rsplit("/", 1)[1]]
        yield from _known(target, seen | {reference})
    yield from schema.get("properties", {})
    for part in schema.values():
        yield from _known(part, seen)


def _laden(body: Any, fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the body with one field too many, in each of its objects in turn."""
    for path in _objects(body, ()):
        for name, value in fields.items():
            copied = copy.deepcopy(body)
            place = copied
            for step in path:
                place = place[step]
            place[name] = value
            yield ".".join(map(str, (*path, name))), copied


def _objects(body: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if isinstance(body, dict):
        yield path
        for name, part in body.items():
            yield from _objects(part, (*path, name))
    if isinstance(body, list) and body:
        yield from _objects(body[0], (*path, 0))


FORMS: Final = [
    row
    for row in ROWS
    if row.route not in TAKES_ALL_IN and not row.variant and _body_schema(row.route) is not None
]


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.name)
async def test_a_field_too_many_is_refused(row: Row, world: World) -> None:
    known = set(_known(_body_schema(row.route)))
    fields = {name: value for name, value in FIELDS.items() if name not in known}
    who = next(who for who in reversed(EVERYBODY) if table.expected(row, who) == ALLOWED)
    sent = await row.make(world, world[who])
    assert isinstance(sent.body, dict)

    before = world.databases.picture()
    laden = dict(_laden(sent.body, fields))
    door = asyncio.Semaphore(AT_ONCE)

    async def tried(body: Any) -> int:
        async with door:
            came = await world[who].send(
                Sent(method=sent.method, path=sent.path, body=body, headers=sent.headers)
            )
        return came.status

    statuses = await asyncio.gather(*(tried(body) for body in laden.values()))

    taken = {
        name: status for name, status in zip(laden, statuses, strict=True) if status != INVALID
    }
    assert taken == {}
    assert before.differs_in(world.databases.picture()) == []


async def test_what_a_provider_says_besides_changes_nothing(world: World) -> None:
    row = next(row for row in ROWS if row.route in TAKES_ALL_IN)
    sent = await row.make(world, world.admin)
    world.accepted.pop(0)  # delivered by now: whoever reports next takes another
    await world.admin.send(sent)
    before = world.databases.picture()

    came = await world.admin.send(
        Sent(method=sent.method, path=sent.path, body=sent.body | dict(FIELDS) | sent.body)
    )

    assert came.status == routes()[row.route].success
    assert before.differs_in(world.databases.picture()) == []
