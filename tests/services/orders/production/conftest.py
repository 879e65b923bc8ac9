"""The shop floor through its real door: a desk that hands over, tablets that tap."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx
import pytest
import pytest_asyncio

from chassis import clock
from chassis.actor import Actor
from chassis.testing import World
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language
from contracts.gateway.events import OfficeChanged
from contracts.rights import Permission, Role, Shop
from services.orders.workorders.queries.late import HOME_ZONE
from tests.services.orders.production.floor import (
    ANOTHER_WORKER,
    IVANOVA,
    LENINA,
    OTHER_TABLET,
    PARK,
    SOKOLOVA,
    TABLET,
    VOLKOV,
)

MIRROR: dict[str, Any] = {
    "product": "mirror",
    "material": "mirror",
    "thickness_mm": 4,
    "shape": {"size": "800x1200"},
}
STAINED: dict[str, Any] = {
    "product": "door-pane",
    "material": "clear",
    "thickness_mm": 4,
    "shape": {"size": "420x1580"},
    "zones": [{"treatment": "matting-pattern", "face": "front", "pattern_code": "bamboo"}],
}


@dataclass
class Handed:
    """An order as the desk holds it: what it sent last, and its versions."""

    id: str
    content: dict[str, Any]
    etag: str
    items: list[str]
    revision: int
    answer: dict[str, Any] = field(default_factory=dict)


class Company:
    """Desks and tablets of the story, and what they do all day."""

    def __init__(self, world: World) -> None:
        self.world = world
        old = frozenset({Permission.ORDERS_ENTER_OLD})
        self.desk = world.client(
            world.actor(Role.DESK, staff_id=SOKOLOVA, office_id=LENINA, grants=old)
        )
        self.other_desk = world.client(world.actor(Role.DESK, office_id=PARK))
        self.head = world.client(world.actor(Role.HEAD_OF_PRODUCTION))
        self.workshop = self.tablet(Shop.WORKSHOP)
        self.second_tablet = self.tablet(
            Shop.WORKSHOP, device_id=OTHER_TABLET, operator_id=ANOTHER_WORKER
        )
        self.art_shop = self.tablet(Shop.ART_SHOP)

    def tablet(
        self, shop: Shop, *, device_id: UUID = TABLET, operator_id: UUID | None = VOLKOV
    ) -> httpx.AsyncClient:
        return self.world.client(self.tablet_actor(shop, device_id, operator_id))

    def tablet_actor(self, shop: Shop, device_id: UUID, operator_id: UUID | None) -> Actor:
        role = Role.WORKSHOP if shop is Shop.WORKSHOP else Role.ART_SHOP
        return self.world.actor(role, shop=shop, device_id=device_id, operator_id=operator_id)

    async def draft(self, *lines: dict[str, Any], days: int = 7, **said: Any) -> Handed:
        today = clock.now().astimezone(ZoneInfo(HOME_ZONE)).date()
        promised = (today + timedelta(days=days)).isoformat()
        items = list(lines or ({"quantity": 1, "piece": MIRROR},))
        content = {"client_id": str(IVANOVA), "promised_on": promised, "items": items} | said
        response = await self.desk.post("/api/work-orders", json=content)
        assert response.status_code == 201, response.text
        return self._handed(content, response)

    async def hand_over(self, *lines: dict[str, Any], days: int = 7, **said: Any) -> Handed:
        """An order in work, revision 1."""
        order = await self.draft(*lines, days=days, **said)
        response = await self.desk.post(
            f"/api/work-orders/{order.id}/hand-over", headers={"If-Match": order.etag}
        )
        assert response.status_code == 200, response.text
        return self._handed(order.content, response)

    async def correct(self, order: Handed, **said: Any) -> Handed:
        """The next revision; lines keep their ids unless they are sent anew."""
        lines = [
            line | {"id": id_}
            for line, id_ in zip(order.content["items"], order.items, strict=True)
        ]
        content = order.content | {"items": lines} | said
        response = await self.desk.post(
            f"/api/work-orders/{order.id}/correct", json=content, headers={"If-Match": order.etag}
        )
        assert response.status_code == 200, response.text
        return self._handed(content, response)

    async def tap(
        self, tablet: httpx.AsyncClient, order: Handed, verb: str, **said: Any
    ) -> httpx.Response:
        body = {"revision": order.revision} | said
        key = {"Idempotency-Key": said["key"]} if "key" in said else {}
        body.pop("key", None)
        return await tablet.post(f"/api/work-orders/{order.id}/{verb}", json=body, headers=key)

    async def done(
        self, tablet: httpx.AsyncClient, order: Handed, verb: str, **said: Any
    ) -> dict[str, Any]:
        """A tap that is taken; returns the order as the tablet sees it then."""
        response = await self.tap(tablet, order, verb, **said)
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
        return answer

    async def make(
        self, tablet: httpx.AsyncClient, order: Handed, item: str, pieces: int = 1
    ) -> None:
        await self.done(tablet, order, "start", item_id=item)
        await self.done(tablet, order, "finish", item_id=item, quantity=pieces)

    async def make_ready(self) -> Handed:
        order = await self.hand_over()
        await self.done(self.workshop, order, "accept")
        await self.make(self.workshop, order, order.items[0])
        await self.done(self.workshop, order, "pass-control", item_id=order.items[0], quantity=1)
        return order

    async def told(self, order: Handed) -> list[str]:
        """Types of the order's facts in the outbox, short, after the hand-over."""
        rows = [row for row in await self.world.outbox() if row.key == order.id]
        assert [row.sequence for row in rows] == list(range(1, len(rows) + 1))
        return [row.type.split(".")[2] for row in rows[2:]]

    @staticmethod
    def _handed(content: dict[str, Any], response: httpx.Response) -> Handed:
        answer = response.json()
        return Handed(
            id=answer["id"],
            content=content,
            etag=response.headers["etag"],
            items=[item["id"] for item in answer["items"]],
            revision=answer["revision"],
            answer=answer,
        )


@pytest_asyncio.fixture
async def company(world: World) -> Company:
    """The story's company: its two offices and Ivanova are known."""
    for office, letter, name in ((LENINA, "Л", "Ленина"), (PARK, "П", "Парк")):
        await world.deliver(
            OfficeChanged(
                office_id=office,
                letter=letter,
                name=name,
                address="пр. Ленина, 12",
                phone="+7 812 555-01-01",
                zone="Europe/Moscow",
                opens="10:00",
                closes="19:00",
                closed=(),
                opened=(),
                active=True,
            ),
            key=office,
        )
    await world.deliver(
        ClientChanged(
            client_id=IVANOVA,
            kind=ClientKind.PERSON,
            name="Иванова Мария Петровна",
            phones=("+79215551234",),
            language=Language.RUSSIAN,
            channel=ContactChannel.SMS,
        ),
        key=IVANOVA,
    )
    return Company(world)


@pytest.fixture
def mirror_line() -> dict[str, Any]:
    """A line of the desk's form: one hallway mirror."""
    return {"quantity": 1, "piece": MIRROR}


@pytest.fixture
def shelves_line() -> dict[str, Any]:
    """Five equal mirrors."""
    return {"quantity": 5, "piece": MIRROR}


@pytest.fixture
def stained_line() -> dict[str, Any]:
    """A pane with a pattern: art shop first, then workshop."""
    return {"quantity": 1, "piece": STAINED}
