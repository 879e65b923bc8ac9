"""Rows of the shops: taps of a tablet, the queue, the board."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from contracts.rights import Shop
from tests.rights.rows.orders import ORDER
from tests.rights.rows.row import Row, get, none
from tests.rights.stage.caller import Caller, Sent
from tests.rights.stage.people import HEAD, TABLET, WORKER
from tests.rights.stage.story import Order, Story, picture
from tests.rights.stage.world import World

Tell = Callable[[Story], Awaitable[Order]]
Say = Callable[[Order], Mapping[str, Any]]
STEPPERS: Final = frozenset({HEAD, WORKER, TABLET})


def _tap(verb: str, tell: Tell, say: Say, *, hands: bool = True) -> Row:
    async def make(world: World, _caller: Caller) -> Sent:
        order = await tell(world.story)
        return Sent(method="POST", path=f"{order.path}/{verb}", body=dict(say(order)))

    return Row(route=f"POST {ORDER}/{verb}", make=make, hands=hands)


async def _take_back(world: World, caller: Caller) -> Sent:
    """One's own step is undone, so whoever may step has stepped; for the others the head has."""
    order = await world.story.accepted()
    body = order.item
    stepper = caller if caller.who in STEPPERS else world.story.head
    await stepper.do("POST", f"{order.path}/start", body)
    return Sent(method="POST", path=f"{order.path}/take-back", body=body)


async def _answer(world: World, _caller: Caller) -> Sent:
    order, question_id = await world.story.asked()
    body = {"question_id": question_id, "text": "К вам"}
    return Sent(method="POST", path=f"{order.path}/answer", body=body)


async def _photo(world: World, _caller: Caller) -> Sent:
    order = await world.story.sent()
    headers = {"Content-Type": "application/octet-stream"}
    return Sent(method="POST", path=f"{order.path}/photos", raw=picture(), headers=headers)


async def _queue_order(world: World, _caller: Caller) -> Sent:
    order = await world.story.sent()
    return Sent(method="GET", path=f"/api/queue/{order.id}?shop=workshop")


async def _board_order(world: World, _caller: Caller) -> Sent:
    order = await world.story.sent()
    return Sent(method="GET", path=f"/api/board/orders/{order.id}")


SHOPS: Final[tuple[Row, ...]] = (
    _tap("receive", lambda story: story.sent(), lambda order: order.tap, hands=False),
    _tap("mark-seen", lambda story: story.sent(), lambda order: order.tap, hands=False),
    _tap("accept", lambda story: story.sent(), lambda order: order.tap),
    _tap("ask", lambda story: story.sent(), lambda order: order.tap | {"text": "Какая сторона?"}),
    _tap("start", lambda story: story.accepted(), lambda order: order.item),
    _tap("pause", lambda story: story.started(), lambda order: order.item | {"reason": "обед"}),
    _tap("finish", lambda story: story.started(), lambda order: order.pieces),
    Row(route=f"POST {ORDER}/take-back", make=_take_back, hands=True),
    _tap("pass-control", lambda story: story.finished(), lambda order: order.pieces),
    _tap(
        "fail-control",
        lambda story: story.finished(),
        lambda order: order.pieces | {"reason": "scratch"},
    ),
    _tap("reopen", lambda story: story.ready(), lambda order: order.item | {"reason": "царапина"}),
    Row(route=f"POST {ORDER}/answer", make=_answer),
    Row(route=f"POST {ORDER}/photos", make=_photo),
    get("GET /api/queue", "/api/queue?shop=workshop"),
    get(
        "GET /api/queue",
        "/api/queue?shop=art-shop",
        variant="of the art shop",
        shop=Shop.ART_SHOP,
    ),
    Row(route="GET /api/queue/{order_id}", make=_queue_order, audits=none),
    get("GET /api/board", shop=None),
    get("GET /api/board/orders", shop=None),
    Row(route="GET /api/board/orders/{order_id}", make=_board_order, audits=none, hidden=True),
)
