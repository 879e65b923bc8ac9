"""The tablets' and the office's door to the shop floor."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from chassis.actor import Actor
from chassis.http import Page, Paging, Reads, Routes, Writes, needs
from contracts.orders.work import WorkState
from contracts.rights import Permission, Shop
from services.orders.production import commands, queries
from services.orders.production.queries.board_orders import Sought
from services.orders.production.schemas import (
    AnswerIn,
    AskIn,
    Board,
    BoardOrder,
    ControlFailIn,
    HandOff,
    ItemIn,
    PauseIn,
    PiecesIn,
    QueueOrder,
    QueueRow,
    ReopenIn,
    TapIn,
)

tablet = Routes(prefix="/api/work-orders", tags=["production"])
queue = Routes(prefix="/api/queue", tags=["production"])
board = Routes(prefix="/api/board", tags=["production"])

Reporter = Annotated[Actor, needs(Permission.PRODUCTION_REPORT)]
Acceptor = Annotated[Actor, needs(Permission.PRODUCTION_ACCEPT)]
Controller = Annotated[Actor, needs(Permission.PRODUCTION_CONTROL)]
Answerer = Annotated[Actor, needs(Permission.PRODUCTION_ANSWER)]
QueueReader = Annotated[Actor, needs(Permission.QUEUE_READ)]
OrderReader = Annotated[Actor, needs(Permission.ORDERS_READ)]


@tablet.post("/{order_id}/receive")
async def receive(order_id: UUID, said: TapIn, db: Writes, actor: Reporter) -> QueueOrder:
    """The tablet has the order."""
    return await queries.tapped(db, *await commands.receive(db, order_id, said))


@tablet.post("/{order_id}/mark-seen")
async def mark_seen(order_id: UUID, said: TapIn, db: Writes, actor: Reporter) -> QueueOrder:
    """Somebody in the shop looked at it."""
    return await queries.tapped(db, *await commands.mark_seen(db, order_id, said))


@tablet.post("/{order_id}/accept")
async def accept(order_id: UUID, said: TapIn, db: Writes, actor: Acceptor) -> QueueOrder:
    """The shop takes the order, or its correction, on."""
    return await queries.tapped(db, *await commands.accept(db, order_id, said))


@tablet.post("/{order_id}/ask")
async def ask(order_id: UUID, said: AskIn, db: Writes, actor: Reporter) -> QueueOrder:
    """The shop asks the desk."""
    return await queries.tapped(db, *await commands.ask(db, order_id, said))


@tablet.post("/{order_id}/answer")
async def answer(order_id: UUID, said: AnswerIn, db: Writes, actor: Answerer) -> HandOff:
    """The desk answers the shop."""
    return queries.answered(db, *await commands.answer(db, order_id, said))


@tablet.post("/{order_id}/start")
async def start(order_id: UUID, said: ItemIn, db: Writes, actor: Reporter) -> QueueOrder:
    """I begin this item, or go on with it."""
    return await queries.tapped(db, *await commands.start(db, order_id, said))


@tablet.post("/{order_id}/pause")
async def pause(order_id: UUID, said: PauseIn, db: Writes, actor: Reporter) -> QueueOrder:
    """I put this item aside."""
    return await queries.tapped(db, *await commands.pause(db, order_id, said))


@tablet.post("/{order_id}/finish")
async def finish(order_id: UUID, said: PiecesIn, db: Writes, actor: Reporter) -> QueueOrder:
    """So many pieces are made."""
    return await queries.tapped(db, *await commands.finish(db, order_id, said))


@tablet.post("/{order_id}/take-back")
async def take_back(order_id: UUID, said: ItemIn, db: Writes, actor: Reporter) -> QueueOrder:
    """My last tap on this item was a mistake."""
    return await queries.tapped(db, *await commands.take_back(db, order_id, said))


@tablet.post("/{order_id}/pass-control")
async def pass_control(order_id: UUID, said: PiecesIn, db: Writes, actor: Controller) -> QueueOrder:
    """So many pieces are good; with the last ones the order is ready."""
    return await queries.tapped(db, *await commands.pass_control(db, order_id, said))


@tablet.post("/{order_id}/fail-control")
async def fail_control(
    order_id: UUID, said: ControlFailIn, db: Writes, actor: Controller
) -> QueueOrder:
    """So many pieces have to be made again."""
    return await queries.tapped(db, *await commands.fail_control(db, order_id, said))


@tablet.post("/{order_id}/reopen")
async def reopen(order_id: UUID, said: ReopenIn, db: Writes, actor: Controller) -> QueueOrder:
    """The order was ready, but an item is not good after all."""
    return await queries.tapped(db, *await commands.reopen(db, order_id, said))


@tablet.get("/{order_id}/hand-off")
async def hand_off(order_id: UUID, db: Reads, actor: OrderReader) -> HandOff:
    """Where is this order in the shops?"""
    return await queries.hand_off(db, order_id)


@queue.get("")
async def shop_queue(
    db: Reads,
    actor: QueueReader,
    page: Paging,
    shop: Shop | None = None,
    completed: Annotated[bool, Query(description="What the shop is through with")] = False,
) -> Page[QueueRow]:
    """What is there to do in this shop, the most pressing first."""
    return await queries.queue(db, shop, page, completed=completed)


@queue.get("/{order_id}")
async def queue_order(
    order_id: UUID, db: Reads, actor: QueueReader, shop: Shop | None = None
) -> QueueOrder:
    """What exactly is to be made, and what did the office change?"""
    return await queries.queue_order(db, order_id, shop)


@board.get("")
async def read_board(db: Reads, actor: QueueReader) -> Board:
    """How do the shops stand?"""
    return await queries.board(db)


async def _sought(
    *,
    shop: Shop | None = None,
    state: Annotated[WorkState | None, Query(description="Of a piece in that shop")] = None,
    late: bool = False,
    urgent: bool = False,
    asking: Annotated[bool, Query(description="Waits for an answer of the desk")] = False,
    unaccepted: Annotated[bool, Query(description="The shop has not taken it on")] = False,
) -> Sought:
    return Sought(shop, state, late, urgent, asking, unaccepted)


@board.get("/orders")
async def board_orders(
    db: Reads, actor: QueueReader, page: Paging, sought: Annotated[Sought, Depends(_sought)]
) -> Page[BoardOrder]:
    """Which orders are being made, by whom: what is late first."""
    return await queries.board_orders(db, sought, page)


@board.get("/orders/{order_id}")
async def board_order(order_id: UUID, db: Reads, actor: QueueReader) -> BoardOrder:
    """How does one order in work stand?"""
    return await queries.board_order(db, order_id)
