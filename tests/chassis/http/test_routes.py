"""Routes: one transaction a write, rights before anything, If-Match on edits."""

import pytest
from sqlalchemy import select

from chassis import tables
from chassis.http import routes
from chassis.ids import new_id
from chassis.testing import World
from contracts.rights import Permission, Role
from tests.chassis import probe
from tests.chassis.probe_http import router


async def untouched(world: World) -> bool:
    """Tell whether nothing at all was written."""
    found = [
        await world.rows(select(table))
        for table in (
            probe.pots,
            tables.outbox,
            tables.audit,
            tables.idempotency,
            tables.timers,
        )
    ]
    return not any(found)


async def test_a_write_leaves_rows_event_audit_and_answer_together(world: World) -> None:
    actor = world.actor(Role.DESK)
    answer = await world.client(actor).post("/api/pots", json={"name": "a"})
    assert answer.status_code == 201
    (sent,) = await world.outbox()
    (note,) = await world.rows(select(tables.audit))
    (kept,) = await world.rows(select(tables.idempotency))
    assert sent.key == answer.json()["id"]
    assert (note["action"], note["actor"]) == ("pot.made", actor.subject)
    assert kept["body"] == answer.content


async def test_a_refusal_after_the_change_leaves_nothing(world: World) -> None:
    answer = await world.client(world.actor(Role.DESK)).post("/api/pots", json={"name": "full"})
    assert answer.status_code == 409
    assert await untouched(world)


@pytest.mark.parametrize("role", [Role.WORKSHOP, Role.ADMIN, Role.DRIVER, Role.ADVERTISING])
async def test_who_has_no_right_changes_nothing(world: World, role: Role) -> None:
    client = world.client(world.actor(role))
    answer = await client.post("/api/pots", json={"name": "a"})
    assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed")
    assert answer.json()["permission"] == "clients.edit"
    assert await untouched(world)


async def test_rights_are_judged_before_the_input_is_read(world: World) -> None:
    answer = await world.client(world.actor(Role.ADMIN)).post("/api/pots", json={"rubbish": 1})
    assert answer.status_code == 403


async def test_nobody_is_told_to_sign_in_and_writes_nothing(world: World) -> None:
    for answer in (
        await world.client().post("/api/pots", json={"name": "a"}),
        await world.client().get("/api/pots"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in")
    assert await untouched(world)


async def test_a_permission_given_to_the_person_is_enough(world: World) -> None:
    actor = world.actor(Role.DRIVER, grants=frozenset({Permission.CLIENTS_EDIT}))
    answer = await world.client(actor).post("/api/pots", json={"name": "a"})
    assert answer.status_code == 201


async def test_a_reading_route_cannot_write(world: World) -> None:
    await probe.add_pot(world.uow, "before")
    answer = await world.client(world.actor(Role.DESK)).get("/api/pots/write-by-mistake")
    assert answer.status_code == 500
    assert "read-only" not in answer.text
    assert (await world.rows(select(probe.pots)))[0]["name"] == "before"


@pytest.mark.parametrize("given", ['"1"', "1", 'W/"1"', ' "1" '])
async def test_an_edit_of_the_shown_version_passes(world: World, given: str) -> None:
    pot_id = await probe.add_pot(world.uow)
    client = world.client(world.actor(Role.DESK))
    answer = await client.put(
        f"/api/pots/{pot_id}", json={"name": "b"}, headers={"If-Match": given}
    )
    assert answer.status_code == 200
    assert answer.json() == {"id": str(pot_id), "name": "b", "version": 2}


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        (None, 428, "if-match-required"),
        ('"2"', 412, "stale-edit"),
        ('"0"', 412, "stale-edit"),
        ("*", 422, "invalid"),
        ("", 422, "invalid"),
        ('"-1"', 422, "invalid"),
        ('"1", "2"', 422, "invalid"),
        ('"²"', 422, "invalid"),
        ('"١"', 422, "invalid"),
        ('"' + "9" * 4000 + '"', 422, "invalid"),
        ("\xff", 422, "invalid"),
    ],
)
async def test_any_other_if_match_is_refused(
    world: World, given: str | None, status: int, code: str
) -> None:
    pot_id = await probe.add_pot(world.uow)
    client = world.client(world.actor(Role.DESK))
    headers = {} if given is None else {b"If-Match": given.encode()}
    answer = await client.put(f"/api/pots/{pot_id}", json={"name": "b"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    if code == "invalid":
        assert answer.json()["errors"][0]["loc"] == ["header", "If-Match"]
    if code == "stale-edit":
        assert answer.json()["current"] == {"name": "pot", "version": 1}
    assert (await world.rows(select(probe.pots)))[0]["name"] == "pot"


async def test_of_two_edits_of_one_version_one_wins(world: World) -> None:
    pot_id = await probe.add_pot(world.uow)
    client = world.client(world.actor(Role.DESK))
    codes = [
        (
            await client.put(
                f"/api/pots/{pot_id}", json={"name": name}, headers={"If-Match": '"1"'}
            )
        ).status_code
        for name in ("first", "second")
    ]
    assert codes == [200, 412]
    assert (await world.rows(select(probe.pots)))[0]["name"] == "first"


async def test_an_edit_of_what_is_not_there_is_not_found(world: World) -> None:
    client = world.client(world.actor(Role.DESK))
    answer = await client.put(
        f"/api/pots/{new_id()}", json={"name": "b"}, headers={"If-Match": "1"}
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


async def test_a_public_route_knows_who_asks_if_anybody(world: World) -> None:
    actor = world.actor(Role.DESK)
    known = await world.client(actor).get("/api/pots/of-anybody")
    nobody = await world.client().get("/api/pots/of-anybody")
    assert known.json() == {"subject": actor.subject}
    assert nobody.json() == {"subject": "anonymous"}


def test_every_route_of_the_probe_that_asks_for_a_permission_names_it() -> None:
    asked = {
        route.path: [
            permission
            for dependency in route.dependant.dependencies
            if dependency.call and (permission := routes.permission_of(dependency.call))
        ]
        for route in router.routes
        if isinstance(route, routes.UnitOfWorkRoute)
    }
    assert asked["/api/pots/{pot_id}"] == [Permission.CLIENTS_EDIT]
    assert asked["/api/pots/check"] == []


def test_a_post_says_in_openapi_that_it_needs_its_key(world: World) -> None:
    paths = world.app.openapi()["paths"]

    named = [p["name"] for p in paths["/api/pots"]["post"]["parameters"]]
    assert named == ["Idempotency-Key"]
    assert "parameters" not in paths["/api/pots"]["get"] or "Idempotency-Key" not in [
        p["name"] for p in paths["/api/pots"]["get"]["parameters"]
    ]
