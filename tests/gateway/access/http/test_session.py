import httpx
import pytest
from sqlalchemy import select

from contracts.rights import Role
from gateway.access.ports import Cookies
from gateway.access.tables import browsers, sessions, staff
from tests.gateway.people import PASSWORD, Door, sign_in


async def test_person_signs_in_and_is_told_what_he_may_do(door: Door) -> None:
    async with door.stranger() as browser:
        answer = await sign_in(browser, "Sokolova ")
        who = await browser.get("/api/session")

    assert answer.status_code == 200
    assert answer.json() == who.json()
    assert who.json()["name"] == "Анна Соколова"
    assert {"permission": "orders.edit", "scope": "own-office"} in who.json()["rights"]
    assert all(right["permission"] != "staff.edit" for right in who.json()["rights"])


async def test_session_cookie_is_out_of_reach_of_scripts_and_other_sites(door: Door) -> None:
    async with door.stranger() as browser:
        answer = await sign_in(browser, "sokolova")

    cookies = {c.split("=", 1)[0]: c for c in answer.headers.get_list("set-cookie")}
    for name in ("vitrazh_session", "vitrazh_browser"):
        assert "HttpOnly" in cookies[name]
        assert "SameSite=lax" in cookies[name]
        assert "Path=/" in cookies[name]
    assert answer.headers["cache-control"] == "no-store"


async def test_cookies_go_by_https_alone_where_people_come_by_https(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    ports = {**door.world.uow.ports, Cookies: Cookies(secure=True)}
    monkeypatch.setattr(door.world.uow, "ports", ports)
    async with door.stranger() as browser:
        answer = await sign_in(browser, "sokolova")

    assert all("; Secure" in cookie for cookie in answer.headers.get_list("set-cookie"))


async def test_session_id_brought_along_is_never_taken_over(door: Door) -> None:
    async with door.stranger() as browser:
        browser.cookies.set("vitrazh_session", "fixed-by-a-stranger")
        await sign_in(browser, "sokolova")
        given = [c.value for c in browser.cookies.jar if c.name == "vitrazh_session"]
    async with door.stranger() as stranger:
        stranger.cookies.set("vitrazh_session", "fixed-by-a-stranger")
        answer = await stranger.get("/api/session")

    assert any(value not in (None, "fixed-by-a-stranger") for value in given)
    assert answer.status_code == 401


async def test_each_sign_in_has_a_new_session_and_ends_the_old_one(door: Door) -> None:
    async with door.signed_in("sokolova") as browser:
        before = browser.cookies["vitrazh_session"]
        await sign_in(browser, "sokolova")
        after = browser.cookies["vitrazh_session"]

    assert before != after
    assert len(await door.world.rows(select(sessions))) == 1


async def test_wrong_password_and_unknown_person_get_one_answer(door: Door) -> None:
    async with door.stranger() as browser:
        wrong = await sign_in(browser, "sokolova", "not the password")
        unknown = await sign_in(browser, "nobody", "not the password")

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json()["code"] == "sign-in-refused"

    def same(answer: httpx.Response) -> object:
        return {k: v for k, v in answer.json().items() if k != "trace_id"}

    assert same(wrong) == same(unknown)
    assert "set-cookie" not in wrong.headers


async def test_person_without_password_cannot_sign_in(door: Door) -> None:
    await door.person("volkov", Role.WORKSHOP, password=None)
    async with door.stranger() as browser:
        answer = await sign_in(browser, "volkov", "nobody has this password")

    assert answer.status_code == 401


async def test_tenth_wrong_password_makes_everybody_wait(door: Door) -> None:
    async with door.stranger() as stranger:
        answers = [await sign_in(stranger, "sokolova", "not the password") for _ in range(11)]
        right = await sign_in(stranger, "sokolova")

    assert [a.status_code for a in answers] == [401] * 10 + [429]
    assert right.status_code == 429
    assert right.json()["code"] == "guessed-too-often"
    assert 1 <= int(right.headers["retry-after"]) <= 15


async def test_unknown_person_is_throttled_alike(door: Door) -> None:
    async with door.stranger() as stranger:
        answers = [await sign_in(stranger, "nobody", "not the password") for _ in range(11)]

    assert [a.status_code for a in answers] == [401] * 10 + [429]


async def test_strangers_guesses_do_not_slow_the_browser_that_is_known(door: Door) -> None:
    async with door.signed_in("sokolova") as known:
        async with door.stranger() as stranger:
            for _ in range(11):
                await sign_in(stranger, "sokolova", "not the password")
        answer = await sign_in(known, "sokolova")

    assert answer.status_code == 200


async def test_browser_secret_planted_by_a_stranger_is_never_taken_over(door: Door) -> None:
    async with door.stranger() as browser:
        browser.cookies.set("vitrazh_browser", "planted")
        answer = await sign_in(browser, "sokolova")
    given = [c for c in answer.headers.get_list("set-cookie") if c.startswith("vitrazh_browser=")]

    assert given
    assert "planted" not in given[0]


async def test_desk_shared_by_two_knows_both(door: Door) -> None:
    async with door.signed_in("sokolova") as desk:
        before = desk.cookies["vitrazh_browser"]
        answer = await sign_in(desk, "admin")

    assert f"vitrazh_browser={before};" in str(answer.headers.get_list("set-cookie"))


async def test_new_password_from_the_administrator_forgets_the_browsers(door: Door) -> None:
    found = await door.world.rows(select(staff.c.id).where(staff.c.login == "sokolova"))
    async with door.signed_in("sokolova"), door.signed_in("admin") as admin:
        await admin.put(f"/api/staff/{found[0]['id']}/password", json={"password": PASSWORD})

    left = await door.world.rows(select(browsers.c.staff_id))
    assert found[0]["id"] not in [row["staff_id"] for row in left]
    assert len(left) == 1


async def test_known_browser_is_throttled_too(door: Door) -> None:
    async with door.signed_in("sokolova") as known:
        answers = [await sign_in(known, "sokolova", "not the password") for _ in range(11)]

    assert answers[-1].status_code == 429


async def test_browser_known_for_one_is_a_stranger_to_another(door: Door) -> None:
    async with door.signed_in("sokolova") as known:
        answers = [await sign_in(known, "admin", "not the password") for _ in range(11)]

    async with door.stranger() as other:
        late = await sign_in(other, "admin")
    assert (answers[-1].status_code, late.status_code) == (429, 429)


async def test_right_password_forgives_the_wrong_ones(door: Door) -> None:
    async with door.stranger() as browser:
        for _ in range(2):
            for _ in range(9):
                await sign_in(browser, "sokolova", "not the password")
            browser.cookies.clear()
            assert (await sign_in(browser, "sokolova")).status_code == 200
            browser.cookies.clear()


async def test_signing_out_ends_the_session(door: Door) -> None:
    async with door.signed_in("sokolova") as browser:
        answer = await browser.delete("/api/session")
        browser.cookies.clear()

    assert answer.status_code == 204
    assert 'vitrazh_session=""' in answer.headers["set-cookie"]
    assert await door.world.rows(select(sessions)) == []


async def test_signing_out_without_a_session_is_fine(door: Door) -> None:
    async with door.stranger() as browser:
        assert (await browser.delete("/api/session")).status_code == 204


@pytest.mark.parametrize("body", [{}, {"login": "sokolova"}, {"login": "x", "password": "y" * 600}])
async def test_ill_formed_sign_in_never_shows_what_was_typed(
    door: Door, body: dict[str, str]
) -> None:
    async with door.stranger() as browser:
        answer = await browser.post("/api/session", json=body)

    assert answer.status_code == 422
    assert "yyyy" not in answer.text


async def test_own_password_is_changed_by_him_who_knows_it(door: Door) -> None:
    new = "витраж-из-пяти-стёкол"
    async with door.signed_in("sokolova") as here, door.signed_in("sokolova"):
        wrong = await here.put("/api/profile/password", json={"old": "not it at all", "new": new})
        right = await here.put("/api/profile/password", json={"old": PASSWORD, "new": new})
        left = await door.world.rows(select(sessions))
    async with door.stranger() as browser:
        old = await sign_in(browser, "sokolova")
        fresh = await sign_in(browser, "sokolova", new)

    assert (wrong.status_code, wrong.json()["code"]) == (422, "old-password-wrong")
    assert right.status_code == 204
    assert len(left) == 1
    assert (old.status_code, fresh.status_code) == (401, 200)


async def test_old_password_cannot_be_guessed_from_a_stolen_session(door: Door) -> None:
    body = {"old": "not it at all", "new": "витраж-из-пяти-стёкол"}
    async with door.signed_in("sokolova") as browser:
        answers = [await browser.put("/api/profile/password", json=body) for _ in range(11)]

    assert [a.status_code for a in answers] == [422] * 10 + [429]


async def test_person_chooses_his_language(door: Door) -> None:
    async with door.signed_in("sokolova") as browser:
        answer = await browser.put("/api/profile/language", json={"language": "en"})
        again = await browser.get("/api/session")

    assert answer.json()["language"] == "en"
    assert again.json()["language"] == "en"
