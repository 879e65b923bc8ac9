"""Takes an order of the story as far as it has come, by the same calls that people make."""

from dataclasses import dataclass
from typing import Any

from deploy.demo import orders as story
from deploy.demo.api import Person

SIGNATURE = {"width": 400, "height": 150, "strokes": [[[20, 90], [80, 30], [120, 110], [220, 60]]]}
QUESTION = "Полировка кромки по длинной стороне: лицевая сторона — та, что к вам?"
ANSWER = "Да, лицевая — к покупателю."


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts: desks by office letter, workers by shop, the head of production."""

    desks: dict[str, Person]
    shops: dict[str, Person]
    head: Person
    offices: dict[str, str]
    clients: dict[str, str]


async def place(cast: Cast, told: story.Told) -> dict[str, Any]:
    """The desk writes the draft and its price."""
    desk = cast.desks[told.office]
    body = {
        "client_id": cast.clients[told.client],
        "pickup_office_id": cast.offices[told.pickup or told.office],
        "urgency": told.urgency,
        "items": list(told.lines),
    }
    order: dict[str, Any] = await desk.post("/api/work-orders", body)
    version = str(order["content_version"])
    priced: dict[str, Any] = await desk.put(
        f"/api/work-orders/{order['id']}/price", {"price": told.price}, If_Match=f'"{version}"'
    )
    return priced


class Walk:
    """One order on its way through the shops."""

    def __init__(self, cast: Cast, told: story.Told, order: dict[str, Any]) -> None:
        self.cast = cast
        self.told = told
        self.order = order
        self.desk = cast.desks[told.office]
        self.path = f"/api/work-orders/{order['id']}"

    async def go(self) -> None:
        """Go as far as the story says."""
        until = self.told.until
        if until == story.DRAFT:
            return
        await self.hand_over()
        if until == story.CANCELLED:
            await self.desk.post(f"{self.path}/cancel", {"reason": "client-refused"})
        if until in {story.SENT, story.CANCELLED}:
            return
        await self._each_shop("mark-seen")
        if until == story.SEEN:
            return
        await self._each_shop("accept")
        if until == story.CORRECTED:
            await self.correct()
        if until == story.ASKED:
            await self.ask()
        if until in {story.ACCEPTED, story.CORRECTED, story.ASKED}:
            return
        await self._work(until)
        if until in {story.READY, story.BACK, story.ISSUED}:
            await self._give_out(until)

    async def hand_over(self) -> None:
        """The desk gives the order to the shops."""
        version = self.order["content_version"]
        self.order = await self.desk.post(f"{self.path}/hand-over", If_Match=f'"{version}"')

    async def correct(self) -> None:
        """The client wants it a little narrower; the shops have to accept again."""
        items = []
        for item in self.order["items"]:
            told = self.told.lines[item["position"] - 1]
            items.append({"id": item["id"], **told})
        size = items[0]["piece"]["shape"]["size"]
        width, height = size.split("×")
        shape = items[0]["piece"]["shape"] | {"size": f"{int(width) - 20}×{height}"}
        items[0] = items[0] | {"piece": items[0]["piece"] | {"shape": shape}}
        body = {
            "client_id": self.order["client"]["id"],
            "pickup_office_id": self.order["pickup_office_id"],
            "urgency": self.order["urgency"],
            "promised_on": self.order["promised_on"],
            "items": items,
        }
        version = self.order["content_version"]
        self.order = await self.desk.post(f"{self.path}/correct", body, If_Match=f'"{version}"')

    async def ask(self) -> None:
        """The shop asks about the first item, and the desk has not answered yet."""
        item = self.order["items"][0]
        shop = item["route"][0]
        body = self._tap(shop) | {"item_id": item["id"], "text": QUESTION}
        await self.cast.shops[shop].post(f"{self.path}/ask", body)

    def _tap(self, shop: str) -> dict[str, Any]:
        return {"revision": self.order["revision"], "shop": shop}

    async def _each_shop(self, verb: str) -> None:
        for shop in self.order["shops"]:
            await self.cast.shops[shop].post(f"{self.path}/{verb}", self._tap(shop))

    async def _work(self, until: str) -> None:
        for item in self.order["items"]:
            for shop in item["route"]:
                if not await self._step(item, shop, until):
                    return

    async def _step(self, item: dict[str, Any], shop: str, until: str) -> bool:
        worker = self.cast.shops[shop]
        tap = self._tap(shop) | {"item_id": item["id"]}
        pieces = tap | {"quantity": item["quantity"]}
        await worker.post(f"{self.path}/start", tap)
        if until == story.STARTED:
            return False
        if until == story.PAUSED:
            await worker.post(f"{self.path}/pause", tap | {"reason": "нет плёнки"})
            return False
        await worker.post(f"{self.path}/finish", pieces)
        if until == story.FINISHED:
            return False
        if until == story.FAILED:
            defect = tap | {"quantity": 1, "reason": "scratch"}
            await self.cast.head.post(f"{self.path}/fail-control", defect)
            return False
        await self.cast.head.post(f"{self.path}/pass-control", pieces)
        return True

    async def _give_out(self, until: str) -> None:
        if until == story.READY:
            return
        pickup = self.cast.desks[self.told.pickup or self.told.office]
        await pickup.post(f"{self.path}/mark-back-at-office")
        if until == story.ISSUED:
            await pickup.post(f"{self.path}/issue", {"signature": SIGNATURE})
