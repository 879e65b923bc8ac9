import httpx
import pytest
import pytest_asyncio

from chassis.testing import World
from contracts.rights import Role
from gateway.guard.adapters.valkey import ValkeyRates
from gateway.guard.http import Guard
from gateway.guard.ports import GuardSettings
from tests.gateway.people import PASSWORD, Door


@pytest_asyncio.fixture
async def door(world: World) -> Door:
    door = Door(world)
    await door.person("admin", Role.ADMIN)
    return door


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
async def test_foreign_page_changes_nothing(door: Door, headers: dict[str, str]) -> None:
    body = {"name": "x", "login": "evil", "roles": ["admin"]}
    async with door.signed_in("admin") as browser:
        answer = await browser.post("/api/staff", json=body, headers=headers)
        staff = await browser.get("/api/staff")

    assert (answer.status_code, answer.json()["code"]) == (403, "cross-site-request")
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(staff.json()["items"]) == 1


async def test_foreign_form_signs_nobody_in(door: Door) -> None:
    async with door.stranger(Origin="https://evil.example") as browser:
        answer = await browser.post("/api/session", json={"login": "admin", "password": PASSWORD})

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


async def test_refusal_is_in_the_callers_language(door: Door) -> None:
    async with door.signed_in("admin") as browser:
        answer = await browser.delete(
            "/api/session",
            headers={"Origin": "https://evil.example", "Accept-Language": "en-GB"},
        )

    assert answer.json()["title"] == "The request came from another site's page"


async def test_too_many_requests_of_one_client_are_refused(door: Door) -> None:
    rates = ValkeyRates("", per_minute=5)
    app = Guard(door.world.app, rates, "http://service")

    def client(address: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=app, client=(address, 1))
        return httpx.AsyncClient(transport=transport, base_url="http://service")

    async with client("203.0.113.1") as often, client("203.0.113.2") as other:
        codes = [(await often.get("/api/session")).status_code for _ in range(6)]
        last = await often.get("/api/session")
        else_where = await other.get("/api/session")
        page = await often.get("/health/live")

    assert codes == [401] * 5 + [429]
    assert last.json()["code"] == "asked-too-often"
    assert 1 <= int(last.headers["retry-after"]) <= 61
    assert else_where.status_code == 401
    assert page.status_code != 429


async def test_new_made_up_token_each_time_does_not_escape_the_count(door: Door) -> None:
    app = Guard(door.world.app, ValkeyRates("", per_minute=1), "http://service")
    transport = httpx.ASGITransport(app=app, client=("203.0.113.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as often:
        codes = [
            (
                await often.get("/api/session", headers={"Authorization": f"Bearer vz_{n}"})
            ).status_code
            for n in range(21)
        ]

    assert codes == [401] * 20 + [429]


@pytest.mark.parametrize(
    ("trusted", "codes"),
    [("203.0.113.0/24", [401, 401]), ("", [401, 429])],
    ids=["ours", "anybody"],
)
async def test_visitors_behind_our_proxy_are_counted_apart(
    door: Door, trusted: str, codes: list[int]
) -> None:
    networks = GuardSettings(trusted_proxies=trusted).trusted
    app = Guard(door.world.app, ValkeyRates("", per_minute=1), "http://service", networks)
    transport = httpx.ASGITransport(app=app, client=("203.0.113.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as proxy:
        answers = [
            await proxy.get("/api/session", headers={"X-Forwarded-For": f"198.51.100.{n}"})
            for n in range(2)
        ]

    assert [answer.status_code for answer in answers] == codes
