"""The life of Ivanova's mirror, order Л-0417/26, as the bus tells it; golden examples are its records.

`python -m tests.contracts.orders.life` writes contracts/orders/examples anew.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from chassis.codec import encode
from contracts.envelope import Envelope, spec_of
from contracts.orders import events
from contracts.orders.base import ItemEvent
from contracts.orders.progress import ItemProgress, ShopProgress
from contracts.orders.words import AttachmentKind, CancelReason, ToldState, Urgency
from contracts.orders.work import Defect, WorkState
from contracts.rights import Shop
from services.orders.workorders.domain import WorkOrder
from tests.services.orders.workorders.story import (
    ANNA,
    LENINA,
    MIRROR,
    NOW,
    ORDER,
    PROMISED,
    SIGNATURE,
    SKETCH,
    TABLET,
    VOLKOV,
    a_content,
    a_file,
    a_line,
    a_piece,
    news,
)

EXAMPLES = Path(__file__).parents[3] / "contracts" / "orders" / "examples"
QUESTION = UUID("018f0000-0000-7000-8000-000000041704")
PHOTO = UUID("018f0000-0000-7000-8000-000000041705")
SECOND = UUID("018f0000-0000-7000-8000-000000000418")
TRACE = "0af7651916cd43dd8448eb211c80319c"


@dataclass(frozen=True)
class Told:
    """An event, its number, and who caused it when."""

    event: Any
    sequence: int
    actor: str
    at: datetime

    @property
    def type(self) -> str:
        return spec_of(type(self.event)).type

    @property
    def place(self) -> int:
        """A state event has the number of the last step, but an id of its own."""
        return self.sequence + 900_000 * spec_of(type(self.event)).state

    def record(self) -> dict[str, Any]:
        """The record as it stands on the bus."""
        order_id: UUID = self.event.work_order_id
        envelope = Envelope(
            id=UUID(f"018f0000-0000-7000-8000-{self.event.number[2:6]}ee{self.place:06d}"),
            source="orders",
            type=self.type,
            time=self.at,
            subject=order_id,
            sequence=self.sequence,
            actor=self.actor,
            correlation_id=TRACE,
            dataschema=spec_of(type(self.event)).dataschema,
            traceparent=f"00-{TRACE}-b7ad6b7169203331-01",
        )
        return {
            "headers": {name: value.decode() for name, value in envelope.headers()},
            "key": str(order_id),
            "data": json.loads(encode(self.event)),
        }


class Teller:
    """Collects what an order records, with the time that passes."""

    def __init__(self, order: WorkOrder) -> None:
        self.order = order
        self.now = NOW
        self.told: list[Told] = []

    def wait(self, minutes: int) -> datetime:
        """Let time pass; returns the instant."""
        self.now += timedelta(minutes=minutes)
        return self.now

    def by(self, actor: str) -> None:
        """Take what was recorded; this actor caused it."""
        for item in self.order.drain():
            self.told.append(Told(item.event, item.sequence, actor, self.now))


DESK = f"staff:{ANNA}"
CUTTER = f"device:{TABLET}"


def life() -> list[Told]:
    """Everything that is told of Л-0417/26 and of Л-0418/26, which is cancelled."""
    order = WorkOrder.place(
        ORDER,
        number="Л-0417/26",
        office_id=LENINA,
        content=a_content(urgency=Urgency.URGENT),
        at=NOW,
    )
    teller = Teller(order)
    _drafted(teller)
    _handed_over(teller)
    _made(teller)
    _returned(teller)
    last = teller.told[-1]
    state = Told(_state(order), last.sequence, "system:orders", teller.now)
    return [*teller.told, state, *_cancelled()]


def _drafted(teller: Teller) -> None:
    order = teller.order
    teller.by(DESK)
    teller.wait(2)
    order.edit(a_content())
    order.set_price(Decimal("8037.00"))
    order.attach(a_file(SKETCH))
    order.attach(a_file(PHOTO, AttachmentKind.PHOTO))
    order.detach(PHOTO)
    teller.by(DESK)


def _handed_over(teller: Teller) -> None:
    order = teller.order
    order.hand_over(at=teller.wait(8))
    teller.by(DESK)
    teller.wait(5)
    order.record(events.WorkOrderUnseen(**order.facts(), shop=Shop.WORKSHOP, since=NOW))
    teller.by("system:orders")
    for kind in (events.WorkOrderReceived, events.WorkOrderSeen, events.WorkOrderAccepted):
        teller.wait(1)
        order.record(kind(**order.facts(), **_hands(teller)))
    order.record(
        events.WorkOrderAsked(
            **order.facts(),
            **_hands(teller),
            question_id=QUESTION,
            text="Верх крепить к потолку?",
            item_id=MIRROR,
        )
    )
    teller.by(CUTTER)
    teller.wait(2)
    order.record(
        events.WorkOrderAnswered(
            **order.facts(),
            shop=Shop.WORKSHOP,
            question_id=QUESTION,
            text="Нет, на клей к панели",
            item_id=MIRROR,
        )
    )
    shape = replace(a_piece().shape, height_mm=1180)
    order.correct(a_content(a_line(piece=a_piece(shape=shape)), promised_on=PROMISED))
    teller.by(DESK)


def _made(teller: Teller) -> None:
    order = teller.order

    def tell(kind: type[ItemEvent], done: int, state: WorkState, **more: Any) -> None:
        teller.wait(10)
        order.record(
            kind(
                **order.facts(),
                **_hands(teller),
                item_id=MIRROR,
                quantity_done=done,
                state=state,
                **more,
            )
        )
        teller.by(CUTTER)

    order.record(events.WorkOrderAccepted(**order.facts(), **_hands(teller)))
    tell(events.WorkStarted, 0, WorkState.STARTED)
    tell(events.WorkPaused, 0, WorkState.PAUSED, reason="нет стекла")
    tell(events.WorkStarted, 0, WorkState.STARTED)
    tell(events.WorkFinished, 1, WorkState.FINISHED)
    tell(events.WorkTakenBack, 0, WorkState.STARTED, step="finish")
    tell(events.WorkFinished, 1, WorkState.FINISHED)
    tell(events.ControlFailed, 0, WorkState.QUEUED, reason=Defect.SCRATCH, quantity=1)
    tell(events.WorkFinished, 1, WorkState.FINISHED)
    tell(events.ControlPassed, 1, WorkState.PASSED, quantity_passed=1, items_left=0)
    order.mark_ready(at=teller.now)
    teller.by(CUTTER)
    order.reopen((MIRROR,), "скол на углу", shop=Shop.WORKSHOP, quantity=1, at=teller.wait(3))
    teller.by(CUTTER)
    tell(events.ControlPassed, 1, WorkState.PASSED, quantity_passed=1, items_left=0)
    order.mark_ready(at=teller.now)
    teller.by(CUTTER)


def _returned(teller: Teller) -> None:
    order = teller.order
    steps = (ToldState.FAILED, ToldState.TOLD, ToldState.DELIVERED)
    for sequence, state in enumerate(steps, start=1):
        order.hear(news(state, sequence=sequence, at=teller.wait(1)))
        teller.by("system:notifications")
    order.mark_back_at_office(at=teller.wait(60))
    order.attach(a_file(SIGNATURE, AttachmentKind.SIGNATURE))
    order.issue(SIGNATURE, by=DESK, at=teller.wait(60))
    teller.by(DESK)


def _cancelled() -> Iterator[Told]:
    second = WorkOrder.place(
        SECOND, number="Л-0418/26", office_id=LENINA, content=a_content(), at=NOW
    )
    teller = Teller(second)
    second.hand_over(at=NOW)
    second.cancel(CancelReason.CLIENT_REFUSED, at=teller.wait(30))
    teller.by(DESK)
    return iter(teller.told)


def _hands(teller: Teller) -> dict[str, Any]:
    return {
        "shop": Shop.WORKSHOP,
        "device_id": TABLET,
        "operator_id": VOLKOV,
        "operator_verified": True,
        "operated_at": teller.now,
    }


def _state(order: WorkOrder) -> events.WorkOrderState:
    return events.WorkOrderState(
        **order.said(),
        client_id=order.client_id,
        stage=order.stage,
        content_version=order.content_version,
        attachments=order.for_shops(),
        placed_at=order.placed_at,
        handed_over_at=order.handed_over_at,
        ready_at=order.ready_at,
        told_at=order.told_at,
        told_by=order.told_by,
        told_state=order.told_state,
        told_reason=order.told_reason,
        back_at_office_at=order.back_at_office_at,
        issued_at=order.issued_at,
        progress=(_progress(order),),
    )


def _progress(order: WorkOrder) -> ShopProgress:
    """The workshop is through with the mirror."""
    done = ItemProgress(item_id=MIRROR, state=WorkState.PASSED, quantity_done=1, quantity_passed=1)
    return ShopProgress(
        shop=Shop.WORKSHOP,
        received_at=NOW,
        seen_at=NOW,
        accepted_at=NOW,
        completed_at=order.ready_at,
        items=(done,),
    )


def examples() -> dict[str, dict[str, Any]]:
    """The first record of each type."""
    found: dict[str, dict[str, Any]] = {}
    for told in life():
        found.setdefault(told.type, told.record())
    return found


def write() -> None:
    """Write the examples anew."""
    EXAMPLES.mkdir(exist_ok=True)
    for type_, record in examples().items():
        text = json.dumps(record, ensure_ascii=False, indent=2)
        (EXAMPLES / f"{type_}.json").write_text(f"{text}\n")


if __name__ == "__main__":
    write()
