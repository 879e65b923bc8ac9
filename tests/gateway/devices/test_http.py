import asyncio
from datetime import timedelta

import pytest
import pytest_asyncio
from sqlalchemy import select

from chassis import clock, tables
from chassis.testing import World, until
from contracts.rights import Role, Shop
from gateway.devices.tables import devices, operators, pairing_codes
from tests.gateway.people import Door

PIN = "2468"


@pytest_asyncio.fixture
async def door(world: World) -> Door:
    door = Door(world)
    await door.person("admin", Role.ADMIN, name="Администратор")
    return door


async def code_for(door: Door, shop: str = "workshop") -> str:
    async with door.signed_in("admin") as admin:
        made = await admin.post("/api/devices/pairing-codes", json={"shop": shop})
    assert made.status_code == 201
    code: str = made.json()["code"]
    return code


async def test_tablet_is_paired_by_a_code(door: Door) -> None:
    code = await code_for(door)
    async with door.stranger() as tablet:
        paired = await tablet.post(
            "/api/devices/pair", json={"code": f"{code[:4]}-{code[4:].lower()}", "name": "У печи"}
        )
        by_cookie = await tablet.get("/api/session")
    async with door.stranger(token=paired.json()["token"]) as program:
        by_token = await program.get("/api/session")

    assert paired.status_code == 201
    assert paired.json()["shop"] == "workshop"
    assert by_cookie.json() == by_token.json()
    assert by_token.json()["roles"] == ["workshop"]
    assert by_token.json()["device_id"] == paired.json()["id"]
    told = [s for s in await door.world.outbox() if s.topic == "gateway.devices.v1"]
    assert [(s.sequence, s.data["name"]) for s in told] == [(1, "У печи")]


async def test_code_lets_one_of_two_tablets_in(door: Door) -> None:
    code = await code_for(door)

    async def pair(name: str) -> int:
        async with door.stranger() as tablet:
            answer = await tablet.post("/api/devices/pair", json={"code": code, "name": name})
            return answer.status_code

    outcomes = await asyncio.gather(pair("первый"), pair("второй"))
    assert sorted(outcomes) == [201, 404]
    assert len(await door.world.rows(select(devices))) == 1


async def test_wrong_and_old_codes_get_one_answer(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = await code_for(door)
    later = clock.now() + timedelta(minutes=10)
    monkeypatch.setattr(clock, "now", lambda: later)
    async with door.stranger() as tablet:
        wrong = await tablet.post("/api/devices/pair", json={"code": "AAAAAAAA", "name": "x"})
        old = await tablet.post("/api/devices/pair", json={"code": code, "name": "x"})

    assert (wrong.status_code, old.status_code) == (404, 404)
    assert wrong.json()["code"] == old.json()["code"] == "pairing-refused"


async def test_codes_cannot_be_tried_one_after_another(door: Door) -> None:
    async with door.stranger() as stranger:
        answers = [
            await stranger.post("/api/devices/pair", json={"code": f"AAAAAA{n:02d}", "name": "x"})
            for n in range(11)
        ]

    assert [a.status_code for a in answers] == [404] * 10 + [429]


async def test_pairing_signs_the_administrator_out_of_the_tablet(door: Door) -> None:
    async with door.signed_in("admin") as tablet:
        made = await tablet.post("/api/devices/pairing-codes", json={"shop": "workshop"})
        await tablet.post("/api/devices/pair", json={"code": made.json()["code"], "name": "x"})
        who = await tablet.get("/api/session")

    assert who.json()["subject"].startswith("device:")


async def test_code_and_token_are_stored_as_hashes_only(door: Door) -> None:
    code = await code_for(door)
    async with door.stranger() as tablet:
        paired = await tablet.post("/api/devices/pair", json={"code": code, "name": "x"})

    kept = (pairing_codes, devices, tables.audit, tables.outbox, tables.idempotency)
    for table in kept:
        rows = str([dict(row) for row in await door.world.rows(select(table))])
        assert code not in rows
        assert paired.json()["token"] not in rows


async def test_revoked_tablet_is_refused_within_five_seconds(door: Door) -> None:
    paired = await door.tablet()
    async with door.signed_in("admin") as admin, door.stranger(token=paired.token) as tablet:
        assert (await tablet.get("/api/session")).status_code == 200
        revoked = await admin.post(f"/api/devices/{paired.device_id}/revoke")

        async def refused() -> bool:
            return (await tablet.get("/api/session")).status_code == 401

        assert await until(refused, seconds=5)
    assert revoked.json()["revoked_at"] is not None


async def test_tablet_is_renamed_by_him_who_saw_its_version(door: Door) -> None:
    paired = await door.tablet()
    path = f"/api/devices/{paired.device_id}"
    async with door.signed_in("admin") as admin:
        blind = await admin.put(path, json={"name": "У печи"})
        renamed = await admin.put(path, json={"name": "У печи"}, headers={"If-Match": '"1"'})
        late = await admin.put(path, json={"name": "У входа"}, headers={"If-Match": '"1"'})
        listed = await admin.get("/api/devices")

    assert (blind.status_code, renamed.status_code, late.status_code) == (428, 200, 412)
    assert [d["name"] for d in listed.json()["items"]] == ["У печи"]


async def test_tiles_show_the_workers_of_this_shop(door: Door) -> None:
    await door.person("volkov", Role.WORKSHOP, name="Игорь Волков", pin=PIN)
    await door.person("kuznetsov", Role.HEAD_OF_PRODUCTION, name="Борис Кузнецов")
    await door.person("zaitseva", Role.ART_SHOP, name="Вера Зайцева")
    paired = await door.tablet()
    async with door.stranger(token=paired.token) as tablet:
        tiles = await tablet.get("/api/devices/operators")

    assert [(t["name"], t["has_pin"]) for t in tiles.json()] == [
        ("Борис Кузнецов", False),
        ("Игорь Волков", True),
    ]
    assert "argon2" not in tiles.text


async def test_worker_takes_the_tablet_with_his_pin(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, name="Игорь Волков", pin=PIN)
    paired = await door.tablet()
    async with door.stranger(token=paired.token) as tablet:
        taken = await tablet.post("/api/devices/operator", json={"staff_id": str(igor), "pin": PIN})
        session = taken.json()["session"]
        who = await tablet.get("/api/session", headers={"X-Operator": session})
        left = await tablet.delete("/api/devices/operator", headers={"X-Operator": session})

    assert (taken.status_code, taken.json()["idle_minutes"]) == (200, 15)
    assert (who.json()["name"], who.json()["operator_verified"]) == ("Игорь Волков", True)
    assert left.status_code == 204
    assert await door.world.rows(select(operators)) == []


async def test_worker_whose_time_is_over_enters_his_pin_again(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, name="Игорь Волков", pin=PIN)
    paired = await door.tablet()
    over = {"X-Operator": "a-session-that-is-over"}
    async with door.stranger(token=paired.token) as tablet:
        refused = await tablet.get("/api/session", headers=over)
        again = await tablet.post(
            "/api/devices/operator", json={"staff_id": str(igor), "pin": PIN}, headers=over
        )

    assert (refused.status_code, refused.json()["code"]) == (401, "operator-session-ended")
    assert again.status_code == 200


async def test_fifth_wrong_pin_makes_wait_even_for_the_right_one(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, pin=PIN)
    paired = await door.tablet()
    body = {"staff_id": str(igor)}
    async with door.stranger(token=paired.token) as tablet:
        wrong = [
            await tablet.post("/api/devices/operator", json=body | {"pin": f"90{n:02d}"})
            for n in range(5)
        ]
        right = await tablet.post("/api/devices/operator", json=body | {"pin": PIN})

    assert [(a.status_code, a.json()["code"]) for a in wrong] == [(422, "pin-refused")] * 5
    assert right.status_code == 429
    assert 1 <= int(right.headers["retry-after"]) <= 30


async def test_stolen_tablet_cannot_try_five_pins_of_each_worker(door: Door) -> None:
    people = [await door.person(f"worker{n}", Role.WORKSHOP, pin=PIN) for n in range(6)]
    paired = await door.tablet()
    async with door.stranger(token=paired.token) as tablet:
        answers = [
            await tablet.post(
                "/api/devices/operator", json={"staff_id": str(person), "pin": f"90{n:02d}"}
            )
            for person in people
            for n in range(4)
        ]

    codes = [answer.status_code for answer in answers]
    assert codes == [422] * 20 + [429] * 4


@pytest.mark.parametrize("who", ["another shop's", "without PIN", "gone", "nobody"])
async def test_worker_who_does_not_fit_is_refused_like_a_wrong_pin(door: Door, who: str) -> None:
    zaitseva = await door.person("zaitseva", Role.ART_SHOP, pin=PIN)
    no_pin = await door.person("petrov", Role.WORKSHOP)
    gone = await door.person("gone", Role.WORKSHOP, pin=PIN)
    async with door.signed_in("admin") as admin:
        await admin.post(f"/api/staff/{gone}/deactivate")
    ids = {
        "another shop's": zaitseva,
        "without PIN": no_pin,
        "gone": gone,
        "nobody": "018f0000-0000-7000-8000-00000000ffff",
    }
    paired = await door.tablet()
    async with door.stranger(token=paired.token) as tablet:
        answer = await tablet.post(
            "/api/devices/operator", json={"staff_id": str(ids[who]), "pin": PIN}
        )

    assert (answer.status_code, answer.json()["code"]) == (422, "pin-refused")


async def test_person_at_a_desk_takes_no_tablet(door: Door) -> None:
    boris = await door.person("kuznetsov", Role.HEAD_OF_PRODUCTION, pin=PIN)
    async with door.signed_in("kuznetsov") as browser:
        taken = await browser.post(
            "/api/devices/operator", json={"staff_id": str(boris), "pin": PIN}
        )
        tiles = await browser.get("/api/devices/operators")

    assert (taken.status_code, taken.json()["code"]) == (403, "not-a-tablet")
    assert tiles.status_code == 403


async def test_tablet_edits_no_devices(door: Door) -> None:
    paired = await door.tablet()
    async with door.stranger(token=paired.token) as tablet:
        answers = [
            await tablet.get("/api/devices"),
            await tablet.post("/api/devices/pairing-codes", json={"shop": "workshop"}),
            await tablet.post(f"/api/devices/{paired.device_id}/revoke"),
            await tablet.get("/api/staff"),
        ]

    assert [a.status_code for a in answers] == [403] * 4


async def test_next_worker_ends_the_session_of_the_one_before(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, name="Игорь Волков", pin=PIN)
    boris = await door.person("kuznetsov", Role.HEAD_OF_PRODUCTION, pin="13579")
    paired = await door.tablet()
    async with door.stranger(token=paired.token) as tablet:
        for person, pin in ((igor, PIN), (boris, "13579")):
            await tablet.post("/api/devices/operator", json={"staff_id": str(person), "pin": pin})

    assert [row["staff_id"] for row in await door.world.rows(select(operators))] == [boris]


async def test_audit_keeps_no_pin(door: Door) -> None:
    igor = await door.person("volkov", Role.WORKSHOP, pin=PIN)
    paired = await door.tablet(Shop.WORKSHOP)
    async with door.stranger(token=paired.token) as tablet:
        await tablet.post("/api/devices/operator", json={"staff_id": str(igor), "pin": PIN})

    rows = await door.world.rows(select(tables.audit))
    assert "operator.came" in [row["action"] for row in rows]
    assert all(PIN not in str((row["old"], row["new"])) for row in rows)
