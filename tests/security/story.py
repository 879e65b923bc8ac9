"""Puts the texts into every field that keeps one, as people with bad manners would."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from deploy.demo.api import Refused
from deploy.demo.pieces import DICTATED, HALLWAY, OVERLAY
from deploy.demo.town import Town
from tests.journeys.office_orders import photo
from tests.security.payloads import FILES, SCRIPTS
from tests.security.wire import Wire

PHONES = count(2_000_001)
WORD = 80
AN_ORDER = 6


@dataclass(slots=True)
class Laid:
    """What was stored, and where it is to be looked at."""

    clients: list[str] = field(default_factory=list)
    orders: list[dict[str, Any]] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    """Payloads that are in a database now."""
    files: dict[str, str] = field(default_factory=dict)
    """Name of a file → its address; only those that were taken."""
    refused: list[str] = field(default_factory=list)


def in_pieces(texts: tuple[str, ...]) -> Iterator[list[dict[str, Any]]]:
    """Lines of orders: each word of a piece that anybody may choose freely is a text."""
    short = [text for text in texts if len(text) <= WORD and text.isprintable()]
    pane, glass = DICTATED[23], OVERLAY
    lines = []
    for number in range(0, len(short) - 3, 3):
        pattern, colour, palette = short[number : number + 3]
        lines.append({**pane, "piece": pane["piece"] | {"pattern": pattern}})
        stained = glass["piece"]["stained_glass"] | {
            "films": [{"colour": colour}],
            "palette": palette,
        }
        lines.append({**glass, "piece": glass["piece"] | {"stained_glass": stained}})
    for start in range(0, len(lines), AN_ORDER):
        yield lines[start : start + AN_ORDER]


async def lay(town: Town, wire: Wire) -> Laid:
    """Store everything."""
    laid = Laid()
    await _clients(town, laid)
    await _orders(town, laid)
    await _talk(town, laid)
    await _staff_and_tablets(town, wire, laid)
    await _files(wire, laid)
    return laid


async def _try(laid: Laid, text: str, method: Any, *asked: Any, **more: Any) -> Any:
    """Send; remember what was taken."""
    try:
        answer = await method(*asked, **more)
    except Refused as refused:
        laid.refused.append(f"{text}: {refused}"[:300])
        return None
    laid.texts.add(text)
    return answer


async def _clients(town: Town, laid: Laid) -> None:
    desk = town.cast.desks["Л"]
    for text in SCRIPTS:
        body = {
            "name": text,
            "phones": [f"+7 902 {next(PHONES):07d}"],
            "email": f"x{next(PHONES)}@example.ru",
            "channel": "email",
            "office_id": town.cast.offices["Л"],
        }
        made = await _try(laid, text, desk.post, "/api/clients", body)
        if made:
            laid.clients.append(made["id"])


async def _orders(town: Town, laid: Laid) -> None:
    desk = town.cast.desks["Л"]
    for number, lines in enumerate(in_pieces(SCRIPTS)):
        body = {"client_id": laid.clients[number], "items": lines}
        order = await desk.post("/api/work-orders", body)
        path = f"/api/work-orders/{order['id']}/hand-over"
        laid.orders.append(await desk.post(path, If_Match=f'"{order["content_version"]}"'))


async def _talk(town: Town, laid: Laid) -> None:
    """Questions, answers, reasons."""
    desk, head = town.cast.desks["Л"], town.cast.head
    for number, text in enumerate(SCRIPTS):
        order = laid.orders[number % len(laid.orders)]
        path = f"/api/work-orders/{order['id']}"
        item = order["items"][number % len(order["items"])]
        tap = {"revision": order["revision"], "shop": item["route"][0], "item_id": item["id"]}
        asked = await _try(laid, text, head.post, f"{path}/ask", tap | {"text": text})
        if asked and number % 2:
            hand_off = await desk.get(f"{path}/hand-off")
            question = hand_off["questions"][-1]["id"]
            said = {"question_id": question, "text": text}
            await _try(laid, text, desk.post, f"{path}/answer", said)
    for text in SCRIPTS[:8]:
        body = {"client_id": laid.clients[0], "items": [HALLWAY]}
        order = await desk.post("/api/work-orders", body)
        said = {"reason": "other", "note": text}
        await _try(laid, text, desk.post, f"/api/work-orders/{order['id']}/cancel", said)


async def _staff_and_tablets(town: Town, wire: Wire, laid: Laid) -> None:
    for number, text in enumerate(SCRIPTS[:40]):
        body = {"name": text, "login": f"bad{number}", "roles": ["workshop"]}
        await _try(laid, text, town.admin.post, "/api/staff", body)
    for text in SCRIPTS[40:]:
        code = await town.admin.post("/api/devices/pairing-codes", {"shop": "workshop"})
        said = {"code": code["code"], "name": text[:100]}
        paired = await wire.ask("POST", "/api/devices/pair", body=said)
        if paired.status == 201:
            laid.texts.add(text)
    place = {"address": SCRIPTS[12], "phone": "+7 812 555-30-30", "zone": "Europe/Moscow"}
    office = place | {"letter": "Х", "name": SCRIPTS[0], "opens": "10:00", "closes": "19:00"}
    made = await town.admin.post("/api/offices", office)
    town.cast.offices["Х"] = made["id"]


async def _files(wire: Wire, laid: Laid) -> None:
    """Pictures with bad names, and bad files with any name."""
    session = await wire.session_of("sokolova")
    path = f"/api/work-orders/{laid.orders[0]['id']}/attachments"
    kind = {"Content-Type": "application/octet-stream"}
    for text in SCRIPTS[:20]:
        name = "".join(f"%{byte:02X}" for byte in f"{text}.jpg".encode())
        sent = await wire.ask(
            "POST", f"{path}?name={name}&kind=photo", data=photo(), session=session, headers=kind
        )
        if sent.status == 201:
            laid.texts.add(text)
    for name, content in FILES.items():
        sent = await wire.ask(
            "POST", f"{path}?name={name}", data=content.encode(), session=session, headers=kind
        )
        assert sent.status in {201, 422}, sent.text
        if sent.status == 201:
            stored = json.loads(sent.body)["attachments"]
            laid.files[name] = f"{path}/{next(f['id'] for f in stored if f['name'] == name)}"
