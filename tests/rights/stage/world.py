"""The system of the session: everybody is hired, every tablet paired, a few orders on their way."""

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

import aiohttp

from chassis.clock import now
from chassis.testing import until
from deploy.demo import people as demo
from deploy.demo.pieces import OVERLAY
from deploy.demo.town import make_admin
from deploy.embedded.databases import SERVICES
from deploy.embedded.system import System
from tests.rights.stage import people
from tests.rights.stage.caller import Caller
from tests.rights.stage.ears import Ears
from tests.rights.stage.people import AWAY, HOME, Who
from tests.rights.stage.snapshot import Databases
from tests.rights.stage.story import CLIENT, STAINED, Story

PASSWORD: Final = "стекло режут молча"
PINS: Final = {people.WORKER: "2468", people.ART_WORKER: "8642"}
HOLDERS: Final = {people.TABLET: people.WORKER, people.TABLET_ART: people.ART_WORKER}
MESSAGES: Final = 10
PATIENCE_S: Final = 90


@dataclass(slots=True)
class World:
    """What a row of the matrix may lean on."""

    system: System
    http: aiohttp.ClientSession
    callers: dict[str, Caller]
    databases: Databases
    offices: dict[str, str]
    story: Story
    told: dict[str, bytes] = field(default_factory=dict)
    """What each feed said while the story was told."""
    for_art: str = ""
    """The one order that the art shop alone makes."""
    last: str = ""
    """The order that both shops make, told last."""
    calls: list[str] = field(default_factory=list)
    """Messages whose client waits to be rung."""
    failed: list[str] = field(default_factory=list)
    """Messages that did not go out."""
    accepted: list[str] = field(default_factory=list)
    """Messages that a provider has taken, by the provider's key."""

    def __getitem__(self, who: Who) -> Caller:
        return self.callers[who.name]

    @property
    def admin(self) -> Caller:
        """Return the administrator."""
        return self[people.ADMIN]

    async def hire(self, **facts: Any) -> dict[str, Any]:
        """Hire somebody new."""
        body = {"name": "Новиков Глеб", "login": self.new_login(), "roles": ["driver"]}
        hired: dict[str, Any] = await self.admin.do("POST", "/api/staff", body | facts)
        return hired

    @staticmethod
    def new_login() -> str:
        """Return a log-in that nobody has."""
        return f"new-{uuid.uuid4().hex[:12]}"

    async def second_session(self, caller: Caller) -> str:
        """Sign a person in once more, elsewhere; return the session's secret."""
        login = demo.ADMIN if caller.who is people.ADMIN else caller.who.name
        return await self[people.NOBODY].session_of(login, PASSWORD)

    async def pairing_code(self, shop: str = "workshop") -> str:
        """Make a code for a new tablet."""
        made = await self.admin.do("POST", "/api/devices/pairing-codes", {"shop": shop})
        code: str = made["code"]
        return code

    async def pair(self, shop: str = "workshop") -> dict[str, Any]:
        """Let a new tablet in."""
        body = {"code": await self.pairing_code(shop), "name": "Новый планшет"}
        paired: dict[str, Any] = await self[people.NOBODY].do("POST", "/api/devices/pair", body)
        return paired

    async def new_token(self) -> str:
        """Make an API token nobody uses; return its id."""
        tomorrow = (now() + timedelta(days=1)).isoformat()
        body = {"name": "ничей", "roles": ["driver"], "expires_at": tomorrow}
        made = await self.admin.do("POST", "/api/tokens", body)
        id_: str = made["id"]
        return id_

    async def new_client(self) -> dict[str, Any]:
        """Take a client down whom no other service needs."""
        made: dict[str, Any] = await self[people.DESK].do("POST", "/api/clients", CLIENT)
        return made


@asynccontextmanager
async def opened(system: System) -> AsyncIterator[World]:
    """Fill the system, let every consequence arrive, stop the workers."""
    make_admin(system)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        callers = {who.name: Caller(http, system.gateway_url, who) for who in people.EVERYBODY}
        admin = callers[people.ADMIN.name]
        await admin.sign_in(demo.ADMIN, demo.PASSWORD)
        offices = {
            letter: (await admin.do("POST", "/api/offices", office))["id"]
            for letter, office in demo.OFFICES.items()
        }
        await _hire_all(callers, offices)
        await _give_tablets(callers)
        await _give_token(callers, offices)
        client = await callers[people.DESK.name].do(
            "POST", "/api/clients", CLIENT | {"office_id": offices[HOME]}
        )
        databases = Databases(system.set.pg_dsn_super)
        story = Story(callers, offices, client["id"])
        world = World(system, http, callers, databases, offices, story)
        try:
            async with Ears(http, callers) as ears:
                await _tell(world)
                world.told = await ears.heard(world.last)
            _stop_workers(world)
            _set_messages(world)
            yield world
        finally:
            databases.close()


async def _hire_all(callers: dict[str, Caller], offices: dict[str, str]) -> None:
    admin = callers[people.ADMIN.name]
    for who in people.PERSONS:
        if who is people.ADMIN:
            continue
        assert who.role is not None
        body = {
            "name": f"{who.name}, сотрудник",
            "login": who.name,
            "roles": [who.role.value],
            "office_id": offices[who.office] if who.office else None,
        }
        hired = await admin.do("POST", "/api/staff", body)
        path = f"/api/staff/{hired['id']}"
        await admin.do("PUT", f"{path}/password", {"password": PASSWORD})
        if who in PINS:
            await admin.do("PUT", f"{path}/pin", {"pin": PINS[who]})
        await callers[who.name].sign_in(who.name, PASSWORD)


async def _give_tablets(callers: dict[str, Caller]) -> None:
    admin = callers[people.ADMIN.name]
    for who in (*people.TABLETS, people.GONE):
        assert who.shop is not None
        code = await admin.do("POST", "/api/devices/pairing-codes", {"shop": who.shop.value})
        body = {"code": code["code"], "name": f"{who.name}, планшет"}
        paired = await callers[people.NOBODY.name].do("POST", "/api/devices/pair", body)
        caller = callers[who.name]
        caller.proof["Authorization"] = f"Bearer {paired['token']}"
        caller.subject = f"device:{paired['id']}"
        if who is people.GONE:
            await admin.do("POST", f"/api/devices/{paired['id']}/revoke")
        if who in HOLDERS:
            await hold(callers, who)


async def hold(callers: dict[str, Caller], who: Who) -> None:
    """The tablet's worker types his PIN (again)."""
    worker = HOLDERS[who]
    await callers[who.name].take_tablet(callers[worker.name].staff_id, PINS[worker])


async def _give_token(callers: dict[str, Caller], offices: dict[str, str]) -> None:
    tomorrow = (now() + timedelta(days=1)).isoformat()
    body = {
        "name": "программа стола",
        "roles": ["desk"],
        "office_id": offices[HOME],
        "expires_at": tomorrow,
    }
    made = await callers[people.ADMIN.name].do("POST", "/api/tokens", body)
    caller = callers[people.TOKEN.name]
    caller.proof["Authorization"] = f"Bearer {made['token']}"
    caller.subject = f"token:{made['id']}"


async def _tell(world: World) -> None:
    """Tell a story of every stage while the feeds listen; then stop all workers."""
    known = "SELECT 1 FROM known_clients WHERE id = %s"

    async def client_arrived() -> bool:
        return all(
            world.databases.rows(service, known, world.story.client_id)
            for service in ("orders", "notifications")
        )

    async def offices_arrived() -> bool:
        return len(world.databases.rows("orders", "SELECT 1 FROM known_offices")) == 2

    await until(client_arrived, seconds=PATIENCE_S)
    await until(offices_arrived, seconds=PATIENCE_S)
    for _ in range(MESSAGES):
        await world.story.ready()
    await world.story.back(AWAY, HOME)
    await world.story.asked()
    await world.story.sent(AWAY, AWAY)
    for_art = await world.story.sent(item=STAINED)
    both = await world.story.sent(item=OVERLAY)
    world.for_art, world.last = for_art.id, both.id

    async def all_known() -> bool:
        found = world.databases.rows("notifications", "SELECT 1 FROM messages")
        left = [
            row
            for service in SERVICES
            for row in world.databases.rows(
                service, "SELECT 1 FROM outbox WHERE published_at IS NULL"
            )
        ]
        return len(found) > MESSAGES and not left

    await until(all_known, seconds=PATIENCE_S)


def _stop_workers(world: World) -> None:
    for name, process in world.system.services.items():
        if name.endswith("-worker"):
            process.stop()


def _set_messages(world: World) -> None:
    """Put the messages where only time and a provider would bring them."""
    rows = world.databases.rows(
        "notifications", "SELECT id::text, provider_key::text FROM messages ORDER BY id"
    )
    letter = "channel = 'sms', address = '+79217776655', subject = '', body = 'Заказ готов'"
    for number, (id_, key) in enumerate(rows):
        if number < 4:
            world.calls.append(id_)
            done = "UPDATE messages SET state = 'call' WHERE id = %s"
        elif number < 8:
            world.failed.append(id_)
            done = "UPDATE messages SET state = 'failed', reason = 'unreachable' WHERE id = %s"
        else:
            world.accepted.append(key)
            done = (
                f"UPDATE messages SET state = 'accepted', told_at = now(), {letter} WHERE id = %s"  # noqa: S608
            )
        world.databases.rows("notifications", done, id_)
