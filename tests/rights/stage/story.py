"""One client whom everybody would recognise, and his orders, taken as far as a row needs them."""

import io
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image

from deploy.demo.pieces import DICTATED
from tests.rights.stage.caller import Caller, Sent
from tests.rights.stage.people import AWAY, DESK, DESK_AWAY, HEAD, HOME

NAME: Final = "Канарейкина Эсмеральда Львовна"
SURNAME: Final = "Канарейкина"
PHONES: Final = ("8 921 777-66-55", "8 981 777-44-33")
DIGITS: Final = ("9217776655", "9817774433")
EMAIL: Final = "esmeralda.kanareykina@example.ru"
PRICE: Final = "77731.37"
FILE_NAME: Final = "Канарейкина — дача, Лесная 5.png"
CLIENT: Final[dict[str, Any]] = {
    "name": NAME,
    "phones": list(PHONES),
    "email": EMAIL,
    "channel": "sms",
}
MIRROR: Final[dict[str, Any]] = DICTATED[1]
"""Made by the workshop alone."""
STAINED: Final[dict[str, Any]] = {
    "quantity": 1,
    "piece": {
        "product": "panel",
        "material": "stained",
        "thickness_mm": 3,
        "shape": {"size": "400×600"},
        "stained_glass": {"technique": "tiffany", "palette": "Спектрум"},
        "mounting": {"kind": "frame"},
    },
}
"""Made by the art shop alone."""
SIGNATURE: Final = {"width": 400, "height": 150, "strokes": [[[20, 90], [80, 30], [120, 110]]]}


def picture() -> bytes:
    """Return a small photograph."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (120, 60, 30)).save(out, "PNG")
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Order:
    """An order as its last answer showed it."""

    told: dict[str, Any]

    @property
    def id(self) -> str:
        """Return its id."""
        id_: str = self.told["id"]
        return id_

    @property
    def path(self) -> str:
        """Return its address."""
        return f"/api/work-orders/{self.id}"

    @property
    def version(self) -> dict[str, str]:
        """Return the header of an edit."""
        return {"If-Match": f'"{self.told["content_version"]}"'}

    @property
    def tap(self) -> dict[str, Any]:
        """Return what a tablet of the workshop says with every tap."""
        return {"revision": self.told["revision"], "shop": "workshop"}

    @property
    def item(self) -> dict[str, Any]:
        """Return the same, on its only line."""
        return self.tap | {"item_id": self.told["items"][0]["id"]}

    @property
    def pieces(self) -> dict[str, Any]:
        """Return the same, with every piece of the line."""
        return self.item | {"quantity": self.told["items"][0]["quantity"]}


class Story:
    """Takes orders as far as needed, by those who may."""

    def __init__(self, callers: dict[str, Caller], offices: dict[str, str], client_id: str) -> None:
        self._desks = {HOME: callers[DESK.name], AWAY: callers[DESK_AWAY.name]}
        self.head = callers[HEAD.name]
        self.offices = offices
        self.client_id = client_id

    def content(self, pickup: str = HOME, item: dict[str, Any] = MIRROR) -> dict[str, Any]:
        """Return what the desk's form sends."""
        return {
            "client_id": self.client_id,
            "pickup_office_id": self.offices[pickup],
            "items": [item],
        }

    async def draft(
        self, office: str = HOME, pickup: str = HOME, item: dict[str, Any] = MIRROR
    ) -> Order:
        """A draft with its price."""
        desk = self._desks[office]
        placed = Order(await desk.do("POST", "/api/work-orders", self.content(pickup, item)))
        price = {"price": PRICE}
        headers = {"If_Match": placed.version["If-Match"]}
        return Order(await desk.do("PUT", f"{placed.path}/price", price, **headers))

    async def sent(
        self, office: str = HOME, pickup: str = HOME, item: dict[str, Any] = MIRROR
    ) -> Order:
        """Handed over."""
        order = await self.draft(office, pickup, item)
        headers = {"If_Match": order.version["If-Match"]}
        told = await self._desks[office].do("POST", f"{order.path}/hand-over", **headers)
        return Order(told)

    async def accepted(self, office: str = HOME, pickup: str = HOME) -> Order:
        """Taken on by the workshop."""
        order = await self.sent(office, pickup)
        await self.head.do("POST", f"{order.path}/accept", order.tap)
        return order

    async def started(self) -> Order:
        """Its line is being made."""
        order = await self.accepted()
        await self.head.do("POST", f"{order.path}/start", order.item)
        return order

    async def finished(self, office: str = HOME, pickup: str = HOME) -> Order:
        """Its pieces wait for control."""
        order = await self.accepted(office, pickup)
        await self.head.do("POST", f"{order.path}/start", order.item)
        await self.head.do("POST", f"{order.path}/finish", order.pieces)
        return order

    async def ready(self, office: str = HOME, pickup: str = HOME) -> Order:
        """Everything is good."""
        order = await self.finished(office, pickup)
        await self.head.do("POST", f"{order.path}/pass-control", order.pieces)
        return order

    async def back(self, office: str = HOME, pickup: str = HOME) -> Order:
        """It lies at its pick-up office."""
        order = await self.ready(office, pickup)
        await self._desks[pickup].do("POST", f"{order.path}/mark-back-at-office")
        return order

    async def asked(self) -> tuple[Order, str]:
        """The shop asks; return the question's id too."""
        order = await self.accepted()
        said = order.tap | {"text": "Какая сторона лицевая?"}
        told = await self.head.do("POST", f"{order.path}/ask", said)
        return order, told["questions"][0]["id"]

    async def with_file(self) -> tuple[Order, str]:
        """Handed over with a drawing; return the file's id too."""
        order = await self.sent()
        sent = Sent(
            method="POST",
            path=f"{order.path}/attachments?name={FILE_NAME}",
            raw=picture(),
            headers={"Content-Type": "application/octet-stream"},
        )
        came = await self._desks[HOME].send(sent)
        assert came.status == 201, came.body
        return Order(came.data), came.data["attachments"][0]["id"]
