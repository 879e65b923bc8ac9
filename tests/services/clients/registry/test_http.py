"""The desk's door: clients are taken down, shown, corrected, forgotten."""

from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from chassis import tables
from chassis.ids import new_id
from chassis.testing import World
from contracts.rights import Role
from contracts.topics import CLIENTS
from services.clients.registry.tables import client_changes, clients
from tests.services.clients.conftest import ANNA, IVANOVA, LENINA


async def taken_down(desk: httpx.AsyncClient) -> httpx.Response:
    answer = await desk.post("/api/clients", json=IVANOVA)
    assert answer.status_code == 201, answer.text
    return answer


async def test_a_new_client_is_answered_whole_and_told_to_everybody(
    world: World, desk: httpx.AsyncClient
) -> None:
    answer = await taken_down(desk)
    body = answer.json()

    assert answer.headers["Location"] == f"/api/clients/{body['id']}"
    assert answer.headers["ETag"] == '"1"'
    assert (body["phones"], body["email"]) == (["+79215551234"], "ivanova@example.org")
    (told,) = await world.outbox()
    assert (told.type, told.topic) == ("clients.client.changed.v1", CLIENTS.name)
    assert (told.key, told.sequence) == (body["id"], 1)
    assert told.data == {
        "client_id": body["id"],
        "kind": "person",
        "name": "Иванова Мария Петровна",
        "phones": ["+79215551234"],
        "email": "ivanova@example.org",
        "language": "ru",
        "channel": "sms",
        "office_id": str(LENINA),
        "manager_id": str(ANNA),
    }


async def test_the_same_request_again_takes_nobody_down_twice(
    world: World, desk: httpx.AsyncClient
) -> None:
    key = {"Idempotency-Key": str(new_id())}
    first = await desk.post("/api/clients", json=IVANOVA, headers=key)
    second = await desk.post("/api/clients", json=IVANOVA, headers=key)

    assert second.status_code == 201
    assert second.json() == first.json()
    assert second.headers["Location"] == first.headers["Location"]
    assert len(await world.rows(select(clients.c.id))) == 1
    assert len(await world.outbox()) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "Такого номера не бывает"), ("en", "There is no such number")],
)
async def test_a_refusal_names_the_field_in_the_reader_s_language(
    world: World, desk: httpx.AsyncClient, language: str, said: str
) -> None:
    answer = await desk.post(
        "/api/clients",
        json={**IVANOVA, "phones": ["8 921 555-12-34", "8 921 555"]},
        headers={"Accept-Language": language},
    )

    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert fault["loc"] == ["phones", 1]
    assert fault["code"] == "phone-impossible"
    assert fault["message"].startswith(said)
    assert await world.rows(select(clients.c.id)) == []


async def test_a_card_is_shown_with_its_version(desk: httpx.AsyncClient) -> None:
    made = (await taken_down(desk)).json()

    answer = await desk.get(f"/api/clients/{made['id']}")

    assert answer.json() == made
    assert answer.headers["ETag"] == '"1"'


async def test_nobody_knows_a_client_of_no_such_id(desk: httpx.AsyncClient) -> None:
    assert (await desk.get(f"/api/clients/{new_id()}")).status_code == 404
    assert (await desk.get(f"/api/clients/{new_id()}/history")).status_code == 404
    assert (await desk.get("/api/clients/417")).status_code == 422


async def test_a_correction_says_which_version_it_corrects(desk: httpx.AsyncClient) -> None:
    made = (await taken_down(desk)).json()

    answer = await desk.put(f"/api/clients/{made['id']}", json=IVANOVA)

    assert answer.status_code == 428


async def test_a_correction_is_kept_told_and_answered(
    world: World, desk: httpx.AsyncClient
) -> None:
    made = (await taken_down(desk)).json()

    answer = await desk.put(
        f"/api/clients/{made['id']}",
        json={**IVANOVA, "channel": "email"},
        headers={"If-Match": '"1"'},
    )

    assert answer.status_code == 200
    assert (answer.json()["channel"], answer.headers["ETag"]) == ("email", '"2"')
    told = (await world.outbox())[-1]
    assert (told.sequence, told.data["channel"]) == (2, "email")


async def test_a_stale_correction_is_refused_with_today_s_card(
    world: World, desk: httpx.AsyncClient
) -> None:
    made = (await taken_down(desk)).json()
    path, first = f"/api/clients/{made['id']}", {"If-Match": '"1"'}
    await desk.put(path, json={**IVANOVA, "name": "Иванова М. П."}, headers=first)

    answer = await desk.put(path, json={**IVANOVA, "name": "Петрова"}, headers=first)

    assert answer.status_code == 412
    assert answer.json()["current"]["name"] == "Иванова М. П."
    assert answer.json()["current"]["version"] == 2
    assert len(await world.outbox()) == 2


async def test_a_correction_that_changes_nothing_tells_nothing(
    world: World, desk: httpx.AsyncClient
) -> None:
    made = (await taken_down(desk)).json()

    answer = await desk.put(f"/api/clients/{made['id']}", json=IVANOVA, headers={"If-Match": '"1"'})

    assert (answer.status_code, answer.headers["ETag"]) == (200, '"1"')
    assert len(await world.outbox()) == 1


async def test_the_history_says_who_changed_what_from_what(desk: httpx.AsyncClient) -> None:
    made = (await taken_down(desk)).json()
    await desk.put(
        f"/api/clients/{made['id']}",
        json={**IVANOVA, "email": None, "phones": ["+7 812 555-01-01"], "channel": "phone"},
        headers={"If-Match": '"1"'},
    )

    answer = await desk.get(f"/api/clients/{made['id']}/history", params={"limit": 3})

    changed = {c["field"]: (c["old"], c["new"]) for c in answer.json()["items"]}
    assert changed == {
        "phones": (["+79215551234"], ["+78125550101"]),
        "email": ("ivanova@example.org", None),
        "channel": ("sms", "phone"),
    }
    assert {c["by"] for c in answer.json()["items"]} == {f"staff:{ANNA}"}
    rest = await desk.get(
        f"/api/clients/{made['id']}/history", params={"cursor": answer.json()["next"]}
    )
    assert {c["field"] for c in rest.json()["items"]} == set(IVANOVA)
    assert rest.json()["next"] is None


async def test_the_audit_holds_no_word_about_the_client(
    world: World, desk: httpx.AsyncClient
) -> None:
    await taken_down(desk)

    (row,) = await world.rows(select(tables.audit))

    assert row["action"] == "client.taken-down"
    assert "name" in row["new"]["fields"]
    assert "Иванова" not in str(dict(row))
    assert "555" not in str(row["new"])


async def test_a_card_is_not_its_own_double(world: World, desk: httpx.AsyncClient) -> None:
    made = (await desk.post("/api/clients", json=IVANOVA)).json()

    path, asked = "/api/clients/duplicates", {"phone": "8 921 555-12-34"}

    assert [s["client"]["id"] for s in (await desk.get(path, params=asked)).json()] == [made["id"]]
    assert (await desk.get(path, params={**asked, "but": made["id"]})).json() == []


async def test_a_client_is_forgotten_by_the_director_alone(
    world: World, desk: httpx.AsyncClient
) -> None:
    made = (await taken_down(desk)).json()
    assert (await desk.delete(f"/api/clients/{made['id']}")).status_code == 403

    director = world.client(world.actor(Role.DIRECTOR))
    answer = await director.delete(f"/api/clients/{made['id']}")

    assert answer.status_code == 204
    assert (await desk.get(f"/api/clients/{made['id']}")).status_code == 404
    assert await world.rows(select(client_changes)) == []
    last = (await world.outbox())[-1]
    assert (last.topic, last.key, last.data) == (CLIENTS.name, made["id"], None)
    assert (await director.delete(f"/api/clients/{made['id']}")).status_code == 404


READS = ("/api/clients?q=ив", f"/api/clients/{UUID(int=1)}", f"/api/clients/{UUID(int=1)}/history")


@pytest.mark.parametrize("path", [*READS, "/api/clients/duplicates?name=Иванова"])
@pytest.mark.parametrize(
    ("role", "status"),
    [(None, 401), (Role.WORKSHOP, 403), (Role.HEAD_OF_PRODUCTION, 403), (Role.ADMIN, 403)],
)
async def test_shops_and_strangers_see_no_client(
    world: World, path: str, role: Role | None, status: int
) -> None:
    client = world.client(world.actor(role) if role else None)
    assert (await client.get(path)).status_code == status


@pytest.mark.parametrize("role", [Role.ADVERTISING, Role.QUALITY, Role.DIRECTOR, Role.WORKSHOP])
async def test_only_the_desk_takes_down_and_corrects(
    world: World, desk: httpx.AsyncClient, role: Role
) -> None:
    made = (await taken_down(desk)).json()
    other = world.client(world.actor(role))

    posted = await other.post("/api/clients", json=IVANOVA)
    put = await other.put(f"/api/clients/{made['id']}", json=IVANOVA, headers={"If-Match": '"1"'})

    assert (posted.status_code, put.status_code) == (403, 403)
    assert len(await world.outbox()) == 1
