import pytest_asyncio

from chassis.republish import republish
from chassis.testing import World
from contracts.rights import Role
from contracts.topics import OFFICES
from tests.gateway.people import Door

BODY = {
    "name": "Ленина",
    "address": "пр. Ленина, 12",
    "phone": "+7 812 555-01-01",
    "zone": "Europe/Moscow",
    "opens": "10:00",
    "closes": "19:00",
    "closed": ["2026-12-31"],
}


@pytest_asyncio.fixture
async def door(world: World) -> Door:
    door = Door(world)
    await door.person("admin", Role.ADMIN, name="Администратор")
    return door


async def test_administrator_opens_an_office_and_everybody_hears_of_it(door: Door) -> None:
    async with door.signed_in("admin") as admin:
        answer = await admin.post("/api/offices", json=BODY | {"letter": "Л"})

    assert answer.status_code == 201
    assert answer.headers["etag"] == '"1"'
    assert answer.headers["location"] == f"/api/offices/{answer.json()['id']}"
    told = [sent for sent in await door.world.outbox() if sent.topic == "gateway.offices.v1"]
    assert [(sent.sequence, sent.data["letter"], sent.data["opens"]) for sent in told] == [
        (1, "Л", "10:00")
    ]


async def test_letter_that_looks_like_anothers_is_refused(door: Door) -> None:
    async with door.signed_in("admin") as admin:
        await admin.post("/api/offices", json=BODY | {"letter": "С"})
        latin = await admin.post("/api/offices", json=BODY | {"letter": "C"})

    assert latin.status_code == 409
    assert latin.json()["code"] == "office-letter-taken"


async def test_letter_is_given_once(door: Door) -> None:
    office_id = await door.office()
    async with door.signed_in("admin") as admin:
        answer = await admin.put(
            f"/api/offices/{office_id}", json=BODY | {"letter": "П"}, headers={"If-Match": '"1"'}
        )

    assert answer.status_code == 422


async def test_change_needs_the_version_it_was_made_from(door: Door) -> None:
    office_id = await door.office()
    async with door.signed_in("admin") as admin:
        blind = await admin.put(f"/api/offices/{office_id}", json=BODY)
        first = await admin.put(f"/api/offices/{office_id}", json=BODY, headers={"If-Match": '"1"'})
        late = await admin.put(f"/api/offices/{office_id}", json=BODY, headers={"If-Match": '"1"'})

    assert (blind.status_code, first.status_code, late.status_code) == (428, 200, 412)
    assert first.headers["etag"] == '"2"'
    assert late.json()["current"] == 2


async def test_change_is_kept_with_old_and_new(door: Door) -> None:
    office_id = await door.office()
    async with door.signed_in("admin") as admin:
        await admin.put(f"/api/offices/{office_id}", json=BODY, headers={"If-Match": '"1"'})
        changes = (await admin.get(f"/api/offices/{office_id}/history")).json()["items"]

    assert [change["action"] for change in changes] == ["office.changed", "office.opened"]
    assert (changes[0]["old"]["closed"], changes[0]["new"]["closed"]) == ([], ["2026-12-31"])
    assert changes[0]["actor"].startswith("staff:")


async def test_desk_reads_offices_and_edits_none(door: Door) -> None:
    office_id = await door.office()
    await door.person("sokolova", Role.DESK, office_id=office_id)
    async with door.signed_in("sokolova") as desk:
        listed = await desk.get("/api/offices")
        one = await desk.get(f"/api/offices/{office_id}")
        edit = await desk.put(f"/api/offices/{office_id}", json=BODY, headers={"If-Match": '"1"'})
        new = await desk.post("/api/offices", json=BODY | {"letter": "П"})
        history = await desk.get(f"/api/offices/{office_id}/history")

    assert [office["name"] for office in listed.json()["items"]] == ["Ленина"]
    assert one.json()["letter"] == "Л"
    assert [a.status_code for a in (edit, new, history)] == [403] * 3


async def test_offices_come_page_by_page(door: Door) -> None:
    for letter, name in (("А", "Арбат"), ("Б", "Ботанический"), ("В", "Волга")):
        await door.office(letter, name=name)
    async with door.signed_in("admin") as admin:
        first = (await admin.get("/api/offices?limit=2")).json()
        second = (await admin.get(f"/api/offices?limit=2&cursor={first['next']}")).json()

    names = [office["name"] for office in first["items"] + second["items"]]
    assert names == ["Арбат", "Ботанический", "Волга"]
    assert second["next"] is None


async def test_stranger_sees_no_office(door: Door) -> None:
    async with door.stranger() as nobody:
        answer = await nobody.get("/api/offices")

    assert answer.status_code == 401


async def test_unknown_office_is_not_found(door: Door) -> None:
    async with door.signed_in("admin") as admin:
        answer = await admin.get("/api/offices/018f0000-0000-7000-8000-00000000ffff")

    assert answer.status_code == 404


async def test_republished_offices_say_what_stands(door: Door) -> None:
    await door.office()
    count = await republish(door.world.service, door.world.uow, OFFICES)

    first, again = [sent for sent in await door.world.outbox() if sent.topic == OFFICES.name]
    assert count == 1
    assert (first.data, first.sequence) == (again.data, again.sequence)
