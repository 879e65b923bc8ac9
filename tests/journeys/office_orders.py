"""Orders for the journeys of the office: one in each stage, and fresh ones to act upon."""

import io
import uuid
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

import aiohttp
import pillow_heif
from PIL import Image, ImageDraw

from deploy.demo import orders as story
from deploy.demo.orders import Told
from deploy.demo.pieces import DICTATED, HALLWAY, OVERLAY, SPLASHBACK, Line
from deploy.demo.town import Town
from deploy.demo.walk import QUESTION, Walk, place

LONG_NAME: Final = "Константинопольская-Преображенская Александра Вениаминовна"
"""A client whose name is as long as a real one gets."""
PHONES: Final = count(1_000_001)


@dataclass(frozen=True, slots=True)
class Stages:
    """Ids of orders, by what the office sees of them."""

    draft: str
    asked: str
    corrected: str
    ready: str
    issued: str
    cancelled: str
    long: str


async def made(town: Town, *lines: Line, until: str, client: str = "ivanova") -> dict[str, Any]:
    """Take a fresh order as far as told; gives it as it stood when it was handed over."""
    told = Told(client, lines or (HALLWAY,), "5400.00", until)
    walk = Walk(town.cast, told, await place(town.cast, told))
    await walk.go()
    return walk.order


async def now_of(town: Town, order_id: str) -> dict[str, Any]:
    """Read the order as it is now."""
    order: dict[str, Any] = await town.cast.desks["Л"].get(f"/api/work-orders/{order_id}")
    return order


async def hand_off_of(town: Town, order_id: str) -> dict[str, Any]:
    """Read what the shops have done with it."""
    told: dict[str, Any] = await town.cast.desks["Л"].get(f"/api/work-orders/{order_id}/hand-off")
    return told


async def orders_of(town: Town, client_id: str) -> list[dict[str, Any]]:
    """Give every order of a client, the newest first."""
    found = await town.cast.desks["Л"].get(f"/api/work-orders?client={client_id}&limit=200")
    rows: list[dict[str, Any]] = found["items"]
    return rows


async def client_called(town: Town, name: str) -> str:
    """Write a client down who has no orders yet; gives his id."""
    body = {
        "name": name,
        "phones": [f"+7 901 {next(PHONES):07d}"],
        "channel": "phone",
        "office_id": town.cast.offices["Л"],
    }
    written = await town.cast.desks["Л"].post("/api/clients", body)
    return str(written["id"])


def photo(kind: str = "JPEG") -> bytes:
    """Give a photograph of a pane on a bench: JPEG as of a tablet, or HEIF as of a telephone."""
    pillow_heif.register_heif_opener()
    picture = Image.new("RGB", (640, 480), (168, 132, 92))
    pen = ImageDraw.Draw(picture)
    for board in range(0, 480, 80):
        pen.line((0, board, 640, board), fill=(128, 96, 64), width=4)
    pen.polygon([(150, 60), (520, 90), (480, 430), (120, 390)], fill=(196, 214, 220))
    pen.polygon([(230, 66), (330, 74), (250, 404), (170, 396)], fill=(226, 238, 241))
    pen.line([(150, 60), (520, 90), (480, 430)], fill=(60, 90, 96), width=6)
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


async def ask_with_photo(town: Town, order: dict[str, Any], text: str = QUESTION) -> None:
    """The shop asks about the first item, with a photograph."""
    path = f"/api/work-orders/{order['id']}"
    headers = {
        "Authorization": f"Bearer {town.tablet_token}",
        "Idempotency-Key": str(uuid.uuid4()),
        "Content-Type": "application/octet-stream",
    }
    async with (
        aiohttp.ClientSession(town.base, headers=headers) as tablet,
        tablet.post(f"{path}/photos", data=photo()) as answer,
    ):
        assert answer.status == 201, await answer.text()
        taken = await answer.json()
    await ask(town, order, text, photo_id=taken["id"])


async def ask(town: Town, order: dict[str, Any], text: str, **more: Any) -> None:
    """The shop asks about the first item."""
    item = order["items"][0]
    shop = item["route"][0]
    body = {"revision": order["revision"], "shop": shop, "item_id": item["id"], "text": text}
    await town.cast.shops[shop].post(f"/api/work-orders/{order['id']}/ask", body | more)


async def one_in_each_stage(town: Town) -> Stages:
    """Make what the screens are looked at with."""
    asked = await made(town, HALLWAY, DICTATED[2], until=story.STARTED)
    await ask_with_photo(town, asked)
    long = await client_called(town, LONG_NAME)
    town.cast.clients["long"] = long
    all_pieces = (OVERLAY, SPLASHBACK, DICTATED[16], DICTATED[21], DICTATED[5])
    return Stages(
        draft=(await made(town, DICTATED[3], until=story.DRAFT, client="petrov"))["id"],
        asked=asked["id"],
        corrected=(await made(town, until=story.CORRECTED, client="sergeeva"))["id"],
        ready=(await made(town, until=story.BACK, client="elkina"))["id"],
        issued=(await made(town, DICTATED[7], until=story.ISSUED, client="orlova"))["id"],
        cancelled=(await made(town, until=story.CANCELLED, client="brown"))["id"],
        long=(await made(town, *all_pieces, until=story.SEEN, client="long"))["id"],
    )
