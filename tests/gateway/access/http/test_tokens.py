import httpx
import pytest
from sqlalchemy import select

from chassis import tables
from chassis.testing import until
from gateway.access.tables import api_tokens, staff
from tests.gateway.people import Door

NEW = {"name": "Игорь Волков", "login": "volkov", "roles": ["workshop"]}


async def refused(client: httpx.AsyncClient) -> bool:
    """Whether the door does not know this client any more."""
    return (await client.get("/api/session")).status_code == 401


async def id_of(door: Door, login: str) -> str:
    rows = await door.world.rows(select(staff.c.id).where(staff.c.login == login))
    return str(rows[0]["id"])


async def test_api_token_is_shown_once_and_acts_with_its_roles(door: Door) -> None:
    body = {"name": "1C", "expires_at": "2027-06-01T00:00:00+00:00", "roles": ["director"]}
    async with door.signed_in("admin") as admin:
        made = await admin.post("/api/tokens", json=body)
        listed = await admin.get("/api/tokens")
    async with door.stranger(token=made.json()["token"]) as program:
        who = await program.get("/api/session")
        staff_edit = await program.post("/api/staff", json=NEW)

    assert made.status_code == 201
    assert made.json()["token"].startswith(made.json()["hint"])
    assert made.json()["token"] not in listed.text
    assert who.json()["roles"] == ["director"]
    assert who.json()["subject"] == f"token:{made.json()['id']}"
    assert staff_edit.status_code == 403


async def test_token_of_a_person_has_his_rights_and_ends_with_him(door: Door) -> None:
    person_id = await id_of(door, "sokolova")
    body = {"name": "site", "expires_at": "2027-06-01T00:00:00+00:00", "staff_id": person_id}
    async with door.signed_in("admin") as admin:
        secret = (await admin.post("/api/tokens", json=body)).json()["token"]
        async with door.stranger(token=secret) as program:
            who = (await program.get("/api/session")).json()
            await admin.post(f"/api/staff/{person_id}/deactivate")
            after = await until(lambda: refused(program), seconds=6)

    assert (who["staff_id"], who["roles"]) == (person_id, ["desk"])
    assert after


async def test_token_is_stored_as_a_hash_only(door: Door) -> None:
    body = {"name": "1C", "expires_at": "2027-06-01T00:00:00+00:00", "roles": ["director"]}
    async with door.signed_in("admin") as admin:
        secret = (await admin.post("/api/tokens", json=body)).json()["token"]

    for table in (api_tokens, tables.audit, tables.outbox, tables.idempotency):
        assert secret not in str([dict(row) for row in await door.world.rows(select(table))])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"roles": []}, "token-for-whom"),
        ({"expires_at": "2030-01-01T00:00:00+00:00"}, "token-life"),
        ({"expires_at": "2020-01-01T00:00:00+00:00"}, "token-life"),
        ({"roles": [], "staff_id": "018f0000-0000-7000-8000-00000000ffff"}, "staff-unknown"),
    ],
)
async def test_token_says_for_whom_and_for_how_long(
    door: Door, change: dict[str, object], code: str
) -> None:
    body = {"name": "1C", "expires_at": "2027-06-01T00:00:00+00:00", "roles": ["director"]}
    async with door.signed_in("admin") as admin:
        answer = await admin.post("/api/tokens", json=body | change)

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, code)


async def test_revoked_token_stays_in_the_list(door: Door) -> None:
    body = {"name": "1C", "expires_at": "2027-06-01T00:00:00+00:00", "roles": ["director"]}
    async with door.signed_in("admin") as admin:
        made = (await admin.post("/api/tokens", json=body)).json()
        first = await admin.post(f"/api/tokens/{made['id']}/revoke")
        again = await admin.post(f"/api/tokens/{made['id']}/revoke")
        listed = (await admin.get("/api/tokens")).json()["items"]

    assert first.json()["revoked_at"] == again.json()["revoked_at"] == listed[0]["revoked_at"]
