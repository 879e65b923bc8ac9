import pytest
from sqlalchemy import select

from chassis import tables
from gateway.access.tables import sessions, staff
from tests.gateway.people import PASSWORD, Door, sign_in

NEW = {"name": "Игорь Волков", "login": "volkov", "roles": ["workshop"]}


async def id_of(door: Door, login: str) -> str:
    rows = await door.world.rows(select(staff.c.id).where(staff.c.login == login))
    return str(rows[0]["id"])


async def test_administrator_takes_somebody_in(door: Door) -> None:
    async with door.signed_in("admin") as admin:
        hired = await admin.post("/api/staff", json=NEW)
        staff_id = hired.json()["id"]
        pin = await admin.put(f"/api/staff/{staff_id}/pin", json={"pin": "2468"})
        one = await admin.get(f"/api/staff/{staff_id}")

    assert hired.status_code == 201
    assert hired.headers["location"] == f"/api/staff/{staff_id}"
    assert (hired.json()["has_password"], hired.json()["has_pin"]) == (False, False)
    assert pin.json()["has_pin"] is True
    assert one.headers["etag"] == '"1"'
    told = [s for s in await door.world.outbox() if s.key == staff_id]
    assert [s.data["name"] for s in told] == ["Игорь Волков"]


async def test_taken_log_in_is_refused(door: Door) -> None:
    async with door.signed_in("admin") as admin:
        answer = await admin.post("/api/staff", json=NEW | {"login": "SOKOLOVA"})

    assert (answer.status_code, answer.json()["code"]) == (409, "login-taken")


async def test_unknown_office_is_refused(door: Door) -> None:
    body = NEW | {"roles": ["desk"], "office_id": "018f0000-0000-7000-8000-00000000ffff"}
    async with door.signed_in("admin") as admin:
        answer = await admin.post("/api/staff", json=body)

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "office-unknown")


@pytest.mark.parametrize("extra", [{"password_hash": "x"}, {"active": False}, {"sequence": 9}])
async def test_fields_that_are_not_his_to_write_are_refused(
    door: Door, extra: dict[str, object]
) -> None:
    async with door.signed_in("admin") as admin:
        answer = await admin.post("/api/staff", json=NEW | extra)

    assert answer.status_code == 422


async def test_colleagues_see_names_and_no_log_ins(door: Door) -> None:
    async with door.signed_in("sokolova") as desk:
        listed = await desk.get("/api/staff")
        one = await desk.get(f"/api/staff/{await id_of(door, 'admin')}")

    assert [person["name"] for person in listed.json()["items"]] == [
        "Администратор",
        "Анна Соколова",
    ]
    assert "login" not in listed.text
    assert one.status_code == 403


async def test_desk_makes_nobody_an_administrator(door: Door) -> None:
    own = await id_of(door, "sokolova")
    body = {"name": "Анна", "login": "sokolova", "roles": ["admin"]}
    async with door.signed_in("sokolova") as desk:
        answer = await desk.put(f"/api/staff/{own}", json=body, headers={"If-Match": '"1"'})

    assert answer.status_code == 403


async def test_new_rights_end_the_persons_sessions(door: Door) -> None:
    person_id = await id_of(door, "sokolova")
    body = {"name": "Анна Соколова", "login": "sokolova", "roles": ["quality"]}
    async with door.signed_in("sokolova"), door.signed_in("admin") as admin:
        await admin.put(f"/api/staff/{person_id}", json=body, headers={"If-Match": '"1"'})

    left = [str(row["staff_id"]) for row in await door.world.rows(select(sessions))]
    assert left == [await id_of(door, "admin")]


async def test_he_who_left_is_signed_out_and_cannot_come_back(door: Door) -> None:
    person_id = await id_of(door, "sokolova")
    async with door.signed_in("sokolova"), door.signed_in("admin") as admin:
        answer = await admin.post(f"/api/staff/{person_id}/deactivate")
        left = await door.world.rows(select(sessions))
    async with door.stranger() as browser:
        late = await sign_in(browser, "sokolova")

    assert answer.json()["active"] is False
    assert len(left) == 1
    assert late.status_code == 401


async def test_last_administrator_stays(door: Door) -> None:
    own = await id_of(door, "admin")
    body = {"name": "Администратор", "login": "admin", "roles": ["director"]}
    async with door.signed_in("admin") as admin:
        leaves = await admin.post(f"/api/staff/{own}/deactivate")
        changes = await admin.put(f"/api/staff/{own}", json=body, headers={"If-Match": '"1"'})

    assert (leaves.status_code, leaves.json()["code"]) == (409, "last-admin")
    assert (changes.status_code, changes.json()["code"]) == (409, "last-admin")


async def test_audit_keeps_neither_password_nor_pin_nor_name(door: Door) -> None:
    async with door.signed_in("admin") as admin:
        hired = (await admin.post("/api/staff", json=NEW)).json()["id"]
        await admin.put(f"/api/staff/{hired}/password", json={"password": PASSWORD})
        await admin.put(f"/api/staff/{hired}/pin", json={"pin": "2468"})

    his = select(tables.audit).where(tables.audit.c.subject == hired).order_by(tables.audit.c.id)
    rows = await door.world.rows(his)
    assert [row["action"] for row in rows] == ["staff.hired", "staff.password-set", "staff.pin-set"]
    kept = str([dict(row) for row in rows])
    assert all(word not in kept for word in (PASSWORD, "2468", "Волков", "volkov", "argon2"))
