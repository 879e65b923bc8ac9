"""The desk at «Ленина» and its world: offices, client, the hallway mirror (the story)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import httpx

from chassis.actor import Actor
from chassis.testing import World
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language
from contracts.gateway.events import OfficeChanged
from contracts.rights import Permission, Role, Shop
from services.orders.workorders.domain import WorkOrder
from tests.services.orders.workorders.story import ANNA, IVANOVA, LENINA, PARK, STRANGER

LINE: dict[str, Any] = {
    "quantity": 1,
    "piece": {
        "product": "mirror",
        "material": "mirror",
        "thickness_mm": 4,
        "shape": {"size": "800×1200"},
        "edges": [{"side": "all", "kind": "polished"}],
    },
}


def office(office_id: UUID, letter: str, name: str, **different: Any) -> OfficeChanged:
    facts: dict[str, Any] = {
        "office_id": office_id,
        "letter": letter,
        "name": name,
        "address": "ул. Ленина, 1",
        "phone": "+7 812 555-00-01",
        "zone": "Europe/Moscow",
        "opens": "10:00",
        "closes": "19:00",
        "closed": (),
        "opened": (),
        "active": True,
    }
    return OfficeChanged(**(facts | different))


def client(client_id: UUID = IVANOVA, **different: Any) -> ClientChanged:
    facts: dict[str, Any] = {
        "client_id": client_id,
        "kind": ClientKind.PERSON,
        "name": "Иванова Мария Петровна",
        "phones": ("+79215551234",),
        "language": Language.RUSSIAN,
        "channel": ContactChannel.SMS,
    }
    return ClientChanged(**(facts | different))


async def open_offices(world: World) -> None:
    """Both offices and the client have reached the orders."""
    await world.deliver(office(LENINA, "Л", "Ленина"), key=LENINA)
    await world.deliver(office(PARK, "П", "Парк"), key=PARK)
    await world.deliver(client(), key=IVANOVA)


def anna(world: World, **different: Any) -> Actor:
    """Desk manager at «Ленина»."""
    facts: dict[str, Any] = {"staff_id": ANNA, "office_id": LENINA}
    return world.actor(Role.DESK, **(facts | different))


def director(world: World) -> Actor:
    return world.actor(Role.DIRECTOR)


def head_of_production(world: World) -> Actor:
    return world.actor(Role.HEAD_OF_PRODUCTION)


def park_desk(world: World) -> Actor:
    return world.actor(Role.DESK, office_id=PARK)


def tablet(world: World, shop: Shop = Shop.WORKSHOP) -> Actor:
    role = Role.WORKSHOP if shop is Shop.WORKSHOP else Role.ART_SHOP
    return world.actor(role, device_id=STRANGER, shop=shop)


class Desk:
    """What a manager does through the HTTP door; remembers the order he works on."""

    def __init__(self, world: World, actor: Actor | None = None) -> None:
        self.world = world
        self.http: httpx.AsyncClient = world.client(actor or anna(world))
        self.order: dict[str, Any] = {}

    @property
    def path(self) -> str:
        return f"/api/work-orders/{self.order['id']}"

    @property
    def id(self) -> UUID:
        return UUID(self.order["id"])

    def match(self, version: int | None = None) -> dict[str, str]:
        return {"If-Match": f'"{version or self.order["content_version"]}"'}

    async def place(self, *lines: Mapping[str, Any], **different: Any) -> dict[str, Any]:
        body = {"client_id": str(IVANOVA), "items": list(lines or (LINE,))} | different
        answer = await self.http.post("/api/work-orders", json=body)
        assert answer.status_code == 201, answer.text
        self.order = answer.json()
        return self.order

    async def hand_over(self) -> dict[str, Any]:
        return await self._done(
            await self.http.post(f"{self.path}/hand-over", headers=self.match())
        )

    async def correct(self, *lines: Mapping[str, Any], **different: Any) -> dict[str, Any]:
        body = self.content(*lines, **different)
        answer = await self.http.post(f"{self.path}/correct", json=body, headers=self.match())
        return await self._done(answer)

    def content(self, *lines: Mapping[str, Any], **different: Any) -> dict[str, Any]:
        """The order as it would be sent back by the form."""
        now = [
            {"id": item["id"], "quantity": item["quantity"], "piece": item["piece"]}
            for item in self.order["items"]
        ]
        same = ("client_id", "pickup_office_id", "urgency", "promised_on")
        body = {name: self.order[name] for name in same if name in self.order}
        body["client_id"] = self.order["client"]["id"]
        return body | {"items": list(lines) or now} | different

    async def read(self) -> dict[str, Any]:
        return await self._done(await self.http.get(self.path))

    async def ready(self) -> None:
        """The shops have made it (what production does, without its steps)."""
        async with self.world.uow.write(Actor.system("orders")) as db:
            order = await db.load(WorkOrder, self.id)
            order.mark_ready(at=db.now)

    async def _done(self, answer: httpx.Response) -> dict[str, Any]:
        assert answer.status_code == 200, answer.text
        self.order = answer.json()
        return self.order


ENTERS_OLD = frozenset({Permission.ORDERS_ENTER_OLD})
