"""The whole life of one order: two feeds, one of them cut; everything is killed on the way."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from chassis.clock import now
from chassis.testing import until
from deploy.demo.api import Person, Refused
from deploy.demo.feed import FeedClient
from deploy.demo.pieces import HALLWAY
from deploy.demo.town import Town
from deploy.demo.walk import SIGNATURE

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600), pytest.mark.xdist_group("journey")]


def bearer(token: str) -> dict[str, str]:
    """Return the headers of a tablet or a program."""
    return {"Authorization": f"Bearer {token}"}


async def desk_token(town: Town) -> str:
    """Return an API token that acts as the manager of «Ленина», for her feed."""
    staff = await town.admin.get("/api/staff?limit=200")
    manager = next(one for one in staff["items"] if one["name"] == "Соколова Анна")
    until_tomorrow = (now() + timedelta(days=1)).isoformat()
    made = await town.admin.post(
        "/api/tokens",
        {"name": "лента", "staff_id": manager["id"], "expires_at": until_tomorrow},
    )
    token: str = made["token"]
    return token


async def place(town: Town) -> Any:
    """Ivanova orders her hallway mirror."""
    desk = town.cast.desks["Л"]
    body = {"client_id": town.cast.clients["ivanova"], "items": [HALLWAY]}
    return await desk.post("/api/work-orders", body)


@dataclass(slots=True)
class Life:
    """One order on its way, with the two screens that watch it."""

    town: Town
    order: Any
    tablet: Person
    shop_feed: FeedClient
    desk_feed: FeedClient

    @property
    def id(self) -> str:
        """Id of the order."""
        order_id: str = self.order["id"]
        return order_id

    @property
    def path(self) -> str:
        """Its address."""
        return f"/api/work-orders/{self.id}"

    @property
    def at_item(self) -> dict[str, Any]:
        """A tap on its only item, at revision 1."""
        return {"revision": 1, "item_id": self.order["items"][0]["id"]}

    async def hand_over(self) -> None:
        """The desk hands over; the tablet has the whole revision, without client and price."""
        handed = await self.town.cast.desks["Л"].post(f"{self.path}/hand-over", If_Match='"1"')
        assert handed["revision"] == 1
        told = await self.shop_feed.saw(self.id, "handed-over")
        assert told.data["data"]["items"][0]["piece"]["shape"]["width_mm"] == 800
        assert "client" not in str(told.data)
        assert "price" not in str(told.data)
        await self.tablet.post(f"{self.path}/receive", {"revision": 1})
        await self.tablet.post(f"{self.path}/mark-seen", {"revision": 1})
        await self.desk_feed.saw(self.id, "seen")

    async def accept_after_orders_died(self) -> None:
        """The orders service is killed and comes back."""
        await self.town.restart("orders")
        await self.tablet.post(f"{self.path}/accept", {"revision": 1})
        await self.desk_feed.saw(self.id, "accepted")

    async def ask_while_the_tablet_is_cut(self) -> None:
        """The answer is given while the tablet's feed is away; it comes when it is back."""
        await self.shop_feed.cut()
        asked = await self.tablet.post(f"{self.path}/ask", self.at_item | {"text": "Матовая?"})
        await self.desk_feed.saw(self.id, "asked")
        answer = {"question_id": asked["questions"][0]["id"], "text": "Нет, полировка"}
        await self.town.cast.desks["Л"].post(f"{self.path}/answer", answer)
        await self.shop_feed.resume()
        await self.shop_feed.saw(self.id, "answered")

    async def start_after_the_gateway_died(self) -> None:
        """Both feeds resume by themselves."""
        await self.town.restart("gateway")
        await self.tablet.post(f"{self.path}/start", self.at_item)
        await self.desk_feed.saw(self.id, "work-started")

    async def finish_without_a_broker(self) -> None:
        """The tap is taken while Kafka is dead, and told when it is back."""
        kafka = self.town.system.set.kafka
        await asyncio.to_thread(kafka.kill)
        await self.tablet.post(f"{self.path}/finish", self.at_item | {"quantity": 1})
        await asyncio.to_thread(kafka.start)
        await self.desk_feed.saw(self.id, "work-finished", seconds=60)

    async def control_after_postgres_died(self) -> None:
        """Without its database a service says so at once; the same key makes one control."""
        postgres = self.town.system.set.postgres
        head = self.town.cast.head
        await asyncio.to_thread(postgres.kill)
        with pytest.raises(Refused):
            await asyncio.wait_for(_impatient(head, self.path), 30)
        await asyncio.to_thread(postgres.start)
        passed = self.at_item | {"quantity": 1, "shop": "workshop"}

        async def controlled() -> bool:
            try:
                await head.call("POST", f"{self.path}/pass-control", passed, key="control-1")
            except Refused:
                return False
            return True

        await until(controlled, seconds=30, every=0.5)
        await self.desk_feed.saw(self.id, "ready", seconds=30)
        await self.shop_feed.saw(self.id, "control-passed", seconds=30)

    async def tell_and_issue(self) -> None:
        """The client is told once, fetches it and signs."""
        await self.desk_feed.saw(self.id, "client-told", seconds=120)
        desk = self.town.cast.desks["Л"]
        await desk.post(f"{self.path}/mark-back-at-office")
        issued = await desk.post(f"{self.path}/issue", {"signature": SIGNATURE})
        await self.desk_feed.saw(self.id, "issued")
        assert issued["stage"] == "issued"
        assert issued["told_by"] == "sms"


async def test_an_order_lives_its_whole_life_whatever_dies(town: Town) -> None:
    async with (
        Person(town.base, town.tablet_token) as tablet,
        FeedClient(town.base, bearer(town.tablet_token)) as shop_feed,
        FeedClient(town.base, bearer(await desk_token(town))) as desk_feed,
    ):
        await tablet.take_tablet("Волков Игорь", "2468")
        life = Life(town, await place(town), tablet, shop_feed, desk_feed)
        await life.hand_over()
        await life.accept_after_orders_died()
        await life.ask_while_the_tablet_is_cut()
        await life.start_after_the_gateway_died()
        await life.finish_without_a_broker()
        await life.control_after_postgres_died()
        await life.tell_and_issue()

    whole = desk_feed.sequences(life.id)
    assert whole == list(range(1, 1 + len(whole))), "the desk sees every step once, in order"
    shop = shop_feed.sequences(life.id)
    assert shop == sorted(set(shop)), "the shop sees no step twice or out of order"
    assert {"client-told", "priced", "placed"}.isdisjoint(shop_feed.of(life.id))
    assert await told_times(town, life.id) == 1


async def _impatient(head: Person, path: str) -> None:
    """While its database is away the service says so at once; nobody hangs."""
    for _ in range(3):
        await head.get(f"{path}/hand-off")


async def told_times(town: Town, order_id: str) -> int:
    """Return how many messages about the order the SMS emulator has taken."""
    number = (await town.cast.desks["Л"].get(f"/api/work-orders/{order_id}"))["number"]
    async with Person(town.system.set.sms_url) as reader:
        found = await reader.get("/api/messages")
    return sum(number in message["text"] for message in found["items"])
