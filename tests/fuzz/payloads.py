"""Valid requests in which one value at a time is replaced by something harmful."""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from chassis.clock import now
from tests.fuzz.attacks import LONE, TEXTS, VALUES
from tests.fuzz.world import ADMIN, MANAGER, NOBODY, TABLET, World

HALLWAY: Final[dict[str, Any]] = {
    "quantity": 1,
    "piece": {
        "product": "mirror",
        "material": "mirror",
        "thickness_mm": 4,
        "shape": {"size": "800×1200"},
        "edges": [{"side": "all", "kind": "polished"}],
        "back_film": "moisture",
        "holes": [{"diameter_mm": 8, "x_mm": 40, "y_mm": 40, "purpose": "holder"}],
        "mounting": {"kind": "holders", "on": "wall", "count": 4},
    },
}
GLASS: Final[dict[str, Any]] = {
    "quantity": 2,
    "piece": {
        "product": "stained-glass",
        "material": "clear",
        "thickness_mm": 4,
        "shape": {"size": "420×1580"},
        "zones": [{"treatment": "matting", "face": "front", "from_mm": 700, "to_mm": 1300}],
        "stained_glass": {
            "technique": "overlay",
            "lead_width_mm": 6,
            "sketch_by": "artist",
            "films": [{"colour": "синяя"}, {"colour": "бесцветная", "texture": "textured"}],
        },
    },
}
PATTERNED: Final[dict[str, Any]] = {
    "quantity": 1,
    "piece": {
        "product": "door-pane",
        "material": "patterned",
        "thickness_mm": 4,
        "shape": {"kind": "arch", "width_mm": 800, "side_height_mm": 1200, "rise_mm": 260},
        "pattern": "Дельта",
        "facet": {"width_mm": 10, "sides": ["arc", "left", "right"]},
        "edges": [{"side": "bottom", "kind": "ground"}],
    },
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A request that would be taken."""

    who: str
    method: str
    path: str
    body: Any


def samples(world: World, order: str, handed: str, item_id: str) -> list[Sample]:
    """Return a request of every kind that writes words down; orders by their addresses."""
    return [*of_the_shop(handed, item_id), *of_the_desk(world, order, handed), *of_the_house(world)]


def of_the_desk(world: World, order: str, handed: str) -> list[Sample]:
    """Return what a manager sends: clients and orders."""
    client, office = world.ids["client_id"][0], world.ids["office_id"][0]
    person = {
        "kind": "person",
        "name": "Пробная Анна",
        "phones": ["8 921 555-12-99"],
        "email": "proba@example.ru",
        "channel": "sms",
        "language": "ru",
        "office_id": office,
    }
    content = {
        "client_id": client,
        "pickup_office_id": office,
        "urgency": "normal",
        "promised_on": "2027-02-01",
        "items": [HALLWAY, GLASS, PATTERNED],
    }
    pen = {"signature": {"width": 400, "height": 150, "strokes": [[[20, 90], [80, 30]]]}}
    answer = {"question_id": world.ids["question_id"][0], "text": "Да"}
    return [
        Sample(MANAGER, "POST", "/api/clients", person),
        Sample(MANAGER, "PUT", f"/api/clients/{client}", person),
        Sample(MANAGER, "POST", "/api/work-orders", content),
        Sample(MANAGER, "PUT", order, content),
        Sample(MANAGER, "PUT", f"{order}/price", {"price": "5400.00"}),
        Sample(MANAGER, "POST", f"{order}/cancel", {"reason": "client-refused", "note": "ушёл"}),
        Sample(MANAGER, "POST", f"{handed}/correct", content),
        Sample(MANAGER, "POST", f"{handed}/issue", pen),
        Sample(MANAGER, "POST", f"{handed}/answer", answer),
    ]


def of_the_shop(handed: str, item_id: str) -> list[Sample]:
    """Return what a tablet sends."""
    tap = {"revision": 1, "operated_at": now().isoformat(), "device_sequence": 1}
    item = tap | {"item_id": item_id}
    failed = item | {"quantity": 1, "reason": "scratch"}
    return [
        Sample(TABLET, "POST", f"{handed}/mark-seen", tap),
        Sample(TABLET, "POST", f"{handed}/accept", tap),
        Sample(TABLET, "POST", f"{handed}/ask", tap | {"text": "Матовая?"}),
        Sample(TABLET, "POST", f"{handed}/start", item),
        Sample(TABLET, "POST", f"{handed}/finish", item | {"quantity": 1}),
        Sample(TABLET, "POST", f"{handed}/pause", item | {"reason": "нет плёнки"}),
        Sample(TABLET, "POST", f"{handed}/fail-control", failed),
    ]


def of_the_house(world: World) -> list[Sample]:
    """Return what an administrator sends, and what strangers do."""
    office = world.ids["office_id"][0]
    house = {
        "letter": "Ю",
        "name": "Юг",
        "address": "Южная ул., 1",
        "phone": "+7 812 555-30-30",
        "zone": "Europe/Moscow",
        "opens": "10:00",
        "closes": "19:00",
    }
    moved = {name: value for name, value in house.items() if name != "letter"}
    hired = {
        "name": "Новый",
        "login": "novyi",
        "roles": ["desk"],
        "grants": [],
        "office_id": office,
    }
    token = {"name": "проба", "roles": ["driver"], "expires_at": "2027-01-01T00:00:00Z"}
    return [
        Sample(ADMIN, "POST", "/api/offices", house),
        Sample(ADMIN, "PUT", f"/api/offices/{office}", moved),
        Sample(ADMIN, "POST", "/api/staff", hired),
        Sample(ADMIN, "POST", "/api/tokens", token),
        Sample(ADMIN, "POST", "/api/devices/pairing-codes", {"shop": "workshop"}),
        Sample(ADMIN, "PUT", "/api/profile/language", {"language": "ru"}),
        Sample(NOBODY, "POST", "/api/session", {"login": "nikto", "password": "не тот"}),
        Sample(NOBODY, "POST", "/api/devices/pair", {"code": "ABCD2345", "name": "Стол"}),
    ]


Way = tuple[str | int, ...]


def leaves(value: Any, way: Way = ()) -> Iterator[Way]:
    """Yield the ways to every value in a body that is no container."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*way, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*way, index))
    else:
        yield way


def with_value(body: Any, way: Way, value: Any) -> Any:
    """Return the body with another value at a place."""
    made = copy.deepcopy(body)
    place = made
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = value
    return made


def raw_bodies() -> list[bytes]:
    """Return bodies that are no valid JSON, or such that few would write."""
    deep = 30_000
    return [
        b"", b" ", b"\0", b"null", b"true", b"0", b'""', b"[]", b"{", b"}", b'{"a":', b'{"a":1}x', b"{'a':1}",
        b"{a:1}", b'{"a":1,}', b'{"a":01}', b'{"a":NaN}', b'{"a":Infinity}', b'{"a":1e999}', b'{"a":-}',
        b"[" * deep, b"[" * deep + b"]" * deep, b'{"a":' * deep + b"1" + b"}" * deep, b'{"name":"\xff\xfe"}',
        b"\xef\xbb\xbf{}", '{"name":"x"}'.encode("utf-16"), '{"name":"x"}'.encode("utf-32"), b"<x/>", b"a=b&c=d",
        b'{"name":"a","name":"b"}', b'{"":1}', b'{"\\u0000":1}', b'{"\\ud800":1}', b'{"__proto__":{"x":1}}',
        b'{"name":"\\ud800"}', b'{"name":"\\x"}', b'{"name":"\n"}', b'{"name":' + b"9" * 5_000 + b"}",
        b'{"name":"' + b"a" * 1_000_000 + b'"}', b'{"a":1}' * 2, b"{" + b",".join(b'"k%d":1' % n for n in range(5_000)) + b"}",
        b'{"name":"' + b"a" * 1_100_000 + b'"}', b"\x1f\x8b\x08\x00", b"%PDF-", b"PK\x03\x04", b"--x\r\n\r\n--x--",
    ]  # fmt: skip


def said(body: Any) -> bytes:
    """Return JSON in ASCII, so that halves of characters and numbers of any size can be sent."""
    return json.dumps(body, ensure_ascii=True).encode()


HARM: Final[tuple[Any, ...]] = (*TEXTS, *LONE, *VALUES)
