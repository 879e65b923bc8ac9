"""Who sends the bad input, and the real ids that let it get past the first 404."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any, Final

from chassis.clock import now
from deploy.demo import orders as story
from deploy.demo import people
from deploy.demo.api import Person
from deploy.demo.pieces import DICTATED, HALLWAY, OVERLAY
from deploy.demo.seed import cast_of, make_offices, make_staff
from deploy.demo.walk import Cast, Walk, place
from tests.fuzz.pictures import PNG

ADMIN, MANAGER, TABLET, NOBODY = "admin", "manager", "tablet", "nobody"
ACTORS: Final = (ADMIN, MANAGER, TABLET, NOBODY)
WORKER, PIN = "Волков Игорь", "2468"
STAGES: Final = (
    story.DRAFT,
    story.SENT,
    story.ACCEPTED,
    story.ASKED,
    story.STARTED,
    story.FINISHED,
    story.READY,
    story.BACK,
    story.ISSUED,
    story.CANCELLED,
)


@dataclass(slots=True)
class Actor:
    """Somebody at the gateway by his headers; a tablet's own door is tried with a spare one."""

    name: str
    headers: dict[str, str]
    at_operators: dict[str, str]
    """Headers for the addresses that would put the worker off his tablet."""

    def headers_for(self, path: str) -> dict[str, str]:
        """Return what to send at this address."""
        return self.at_operators if path.startswith("/api/devices/operator") else self.headers


@dataclass(slots=True)
class World:
    """A running system in which something has happened already."""

    base: str
    actors: dict[str, Actor]
    orders: list[dict[str, Any]]
    """Orders at every stage, as the desk reads them."""
    ids: dict[str, list[str]]
    """Real ids by the name of the parameter or field that takes them."""
    kept: set[str] = field(default_factory=set)
    """Ids of those who act; bad input must not put them out of service."""

    def seasoned(self, place: Mapping[str, Any], chance: Random) -> dict[str, Any]:
        """Return path parameters or a body with real ids in half of the places that take one."""
        order = chance.choice(self.orders)
        own = {
            "order_id": [order["id"]],
            "item_id": [item["id"] for item in order["items"]],
            "attachment_id": [one["id"] for one in order["attachments"]]
            or self.ids["attachment_id"],
        }
        made = dict(place)
        for name, value in place.items():
            known = own.get(name) or self.ids.get(name)
            if known and (str(value) in self.kept or chance.random() < REAL):
                made[name] = chance.choice(known)
            elif name == "revision" and isinstance(value, int) and chance.random() < REAL:
                made[name] = max(1, order["revision"])
        return made

    async def take_tablet(self) -> None:
        """The worker enters his PIN anew; what others sent may have sent him off."""
        tablet = self.actors[TABLET]
        token = tablet.headers["Authorization"].removeprefix("Bearer ")
        tablet.headers["X-Operator"] = await _operator(self.base, token)

    async def order(self, *, handed_over: bool = False) -> tuple[str, str]:
        """Place an order that nobody else knows of; return its address and its item's id."""
        token = self.actors[MANAGER].headers["Authorization"].removeprefix("Bearer ")
        async with Person(self.base, token) as desk:
            body = {"client_id": self.ids["client_id"][0], "items": [HALLWAY]}
            placed = await desk.post("/api/work-orders", body)
            path = f"/api/work-orders/{placed['id']}"
            if handed_over:
                await desk.post(f"{path}/hand-over", If_Match='"1"')
        return path, placed["items"][0]["id"]


REAL: Final = 0.6


def chance_of(*parts: object) -> Random:
    """Return chance that is the same for the same case, so that a case can be sent again."""
    return Random(hashlib.sha256(repr(parts).encode("utf-8", "replace")).digest())


async def make_world(base: str) -> World:
    """Enter offices, staff, clients, an order at every stage, tokens, tablets."""
    async with await Person.signed_in(base, people.ADMIN, people.PASSWORD) as admin:
        offices = await make_offices(admin)
        await make_staff(admin, offices)
        async with cast_of(base, offices) as cast:
            return await _make(base, admin, cast)


async def _make(base: str, admin: Person, cast: Cast) -> World:
    desk = cast.desks["Л"]
    orders = [await _order(cast, until) for until in STAGES]
    staff = (await admin.get("/api/staff?limit=200"))["items"]
    by_name = {one["name"]: one["id"] for one in staff}
    admin_id = (await admin.get("/api/session"))["staff_id"]
    tokens = [await _token(admin, one) for one in (admin_id, by_name["Соколова Анна"])]
    tablets = [await _tablet(base, admin, name) for name in ("Раскрой", "Запасной")]
    operator = await _operator(base, tablets[0]["token"])
    bearers = [{"Authorization": f"Bearer {one['token']}"} for one in (*tokens, *tablets)]
    actors = {
        ADMIN: Actor(ADMIN, bearers[0], bearers[0]),
        MANAGER: Actor(MANAGER, bearers[1], bearers[1]),
        TABLET: Actor(TABLET, {**bearers[2], "X-Operator": operator}, bearers[3]),
        NOBODY: Actor(NOBODY, {}, {}),
    }
    kept = {admin_id, by_name["Соколова Анна"], by_name[WORKER]}
    kept |= {one["id"] for one in tokens} | {one["id"] for one in tablets}
    ids = await _ids(admin, desk, cast, orders)
    ids["staff_id"] = [id_ for name, id_ in by_name.items() if id_ not in kept][:4]
    ids["manager_id"] = ids["staff_id"]
    spare = await _tablet(base, admin, "Лишний")
    ids["device_id"] = [spare["id"]]
    ids["token_id"] = [(await _token(admin, ids["staff_id"][0]))["id"]]
    return World(base, actors, orders, ids, kept)


async def _order(cast: Cast, until: str) -> dict[str, Any]:
    told = story.Told("ivanova", (HALLWAY, DICTATED[1], OVERLAY), "5400.00", until)
    walk = Walk(cast, told, await place(cast, told))
    path = f"/api/work-orders/{walk.order['id']}"
    await _attach(cast.desks["Л"], path)
    await walk.go()
    order: dict[str, Any] = await cast.desks["Л"].get(path)
    hand_off = await cast.desks["Л"].get(f"{path}/hand-off")
    order["questions"] = [one["id"] for one in hand_off["questions"]]
    return order


async def _attach(desk: Person, path: str) -> None:
    url = f"{desk.base}{path}/attachments?name=sketch.png&kind=drawing"
    key = {"Idempotency-Key": f"sketch {path}".replace(" ", "-")}
    async with desk._session.post(url, data=PNG, headers=key) as answer:
        answer.raise_for_status()


async def _token(admin: Person, staff_id: str) -> dict[str, Any]:
    month = (now() + timedelta(days=30)).isoformat()
    body = {"name": "проба", "staff_id": staff_id, "expires_at": month}
    made: dict[str, Any] = await admin.post("/api/tokens", body)
    return made


async def _tablet(base: str, admin: Person, name: str) -> dict[str, Any]:
    code = await admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
    async with Person(base) as nobody:
        paired: dict[str, Any] = await nobody.post(
            "/api/devices/pair", {"code": code["code"], "name": name}
        )
    return paired


async def _operator(base: str, token: str) -> str:
    async with Person(base, token) as tablet:
        await tablet.take_tablet(WORKER, PIN)
        operator: str = tablet._session.headers["X-Operator"]
        return operator


async def _ids(
    admin: Person, desk: Person, cast: Cast, orders: list[dict[str, Any]]
) -> dict[str, list[str]]:
    messages = (await desk.get("/api/messages?limit=50"))["items"]
    return {
        "order_id": [one["id"] for one in orders],
        "item_id": [item["id"] for one in orders for item in one["items"]],
        "attachment_id": [one["attachments"][0]["id"] for one in orders],
        "photo_id": [one["attachments"][0]["id"] for one in orders],
        "signature_id": [one["attachments"][0]["id"] for one in orders],
        "question_id": [id_ for one in orders for id_ in one["questions"]],
        "client_id": list(cast.clients.values()),
        "client": list(cast.clients.values()),
        "office_id": list(cast.offices.values()),
        "pickup_office_id": list(cast.offices.values()),
        "office": list(cast.offices.values()),
        "message_id": [one["id"] for one in messages],
        "work_order_id": [one["id"] for one in orders],
    }
