"""Rows of the desk: orders, folders, the day, files."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from tests.rights.rows.row import Row, get, none
from tests.rights.stage.caller import Caller, Sent
from tests.rights.stage.people import AWAY, HOME
from tests.rights.stage.story import SIGNATURE, Order, Story, picture
from tests.rights.stage.world import World

Tell = Callable[[Story], Awaitable[Order]]
ORDER: Final = "/api/work-orders/{order_id}"


def _on(
    verb: str,
    tell: Tell,
    body: dict[str, Any] | None = None,
    *,
    versioned: bool = False,
    **more: Any,
) -> Row:
    """Return the row of a POST on an order that stands as told."""

    async def make(world: World, _caller: Caller) -> Sent:
        order = await tell(world.story)
        headers = order.version if versioned else {}
        path = f"{order.path}/{verb}"
        return Sent(method="POST", path=path, body=body or {}, headers=headers)

    return Row(route=f"POST {ORDER}/{verb}", make=make, **more)


def _read(ending: str) -> Row:
    async def make(world: World, _caller: Caller) -> Sent:
        order = await world.story.ready()
        return Sent(method="GET", path=order.path + ending)

    return Row(route=f"GET {ORDER}{ending}", make=make, audits=none)


def _placing(office: str | None) -> Callable[[World, Caller], Awaitable[Sent]]:
    async def make(world: World, caller: Caller) -> Sent:
        said = world.story.content()
        if office is not None:
            said["office_id"] = world.offices[office]
        if caller.who.kind == "token":
            said["manager_id"] = world.admin.staff_id
        return Sent(method="POST", path="/api/work-orders", body=said)

    return make


async def _edit(world: World, _caller: Caller) -> Sent:
    order = await world.story.draft()
    said = world.story.content() | {"manager_id": order.told["manager_id"]}
    return Sent(method="PUT", path=order.path, body=said, headers=order.version)


async def _correct(world: World, _caller: Caller) -> Sent:
    order = await world.story.sent()
    said = world.story.content() | {"manager_id": order.told["manager_id"], "urgency": "urgent"}
    path = f"{order.path}/correct"
    return Sent(method="POST", path=path, body=said, headers=order.version)


async def _set_price(world: World, _caller: Caller) -> Sent:
    order = await world.story.draft()
    path = f"{order.path}/price"
    return Sent(method="PUT", path=path, body={"price": "1.00"}, headers=order.version)


async def _attach(world: World, _caller: Caller) -> Sent:
    order = await world.story.draft()
    headers = {"Content-Type": "application/octet-stream"}
    path = f"{order.path}/attachments?name=a.png"
    return Sent(method="POST", path=path, raw=picture(), headers=headers)


def _file(method: str, ending: str = "", **more: Any) -> Row:
    async def make(world: World, _caller: Caller) -> Sent:
        order, file_id = await world.story.with_file()
        return Sent(method=method, path=f"{order.path}/attachments/{file_id}{ending}")

    route = f"{method} {ORDER}/attachments/{{attachment_id}}{ending}"
    return Row(route=route, make=make, **more)


async def _drawing(world: World, _caller: Caller) -> Sent:
    order = await world.story.sent()
    item = order.told["items"][0]["id"]
    return Sent(method="GET", path=f"{order.path}/items/{item}/drawing")


ORDERS: Final[tuple[Row, ...]] = (
    Row(route="POST /api/work-orders", make=_placing(HOME)),
    Row(
        route="POST /api/work-orders",
        variant="for the other office",
        make=_placing(AWAY),
        office=AWAY,
    ),
    get("GET /api/work-orders", "/api/work-orders?q=А"),
    get("GET /api/work-orders/counts"),
    _read(""),
    _read("/history"),
    _read("/revisions"),
    _read("/hand-off"),
    Row(route=f"PUT {ORDER}", make=_edit),
    Row(route=f"PUT {ORDER}/price", make=_set_price),
    _on("hand-over", lambda story: story.draft(), versioned=True),
    Row(route=f"POST {ORDER}/correct", make=_correct),
    _on("cancel", lambda story: story.sent(), {"reason": "client-refused"}),
    _on("mark-back-at-office", lambda story: story.ready()),
    _on(
        "mark-back-at-office",
        lambda story: story.ready(HOME, AWAY),
        variant="given out at the other office",
        office=AWAY,
    ),
    _on("issue", lambda story: story.back(), {"signature": SIGNATURE}),
    _on(
        "issue",
        lambda story: story.back(HOME, AWAY),
        {"signature": SIGNATURE},
        variant="given out at the other office",
        office=AWAY,
    ),
    Row(route=f"POST {ORDER}/attachments", make=_attach),
    _file("DELETE"),
    _file("GET", audits=none),
    _file("GET", "/preview", audits=none, hidden=True),
    Row(route=f"GET {ORDER}/items/{{item_id}}/drawing", make=_drawing, audits=none, hidden=True),
    get("GET /api/day"),
    get("GET /api/day/{need}", "/api/day/answer"),
)
