"""A made order comes back and is handed out against a signature."""

import pytest_asyncio

from chassis.testing import World
from tests.services.orders.workorders.desk import (
    Desk,
    open_offices,
    park_desk,
)
from tests.services.orders.workorders.story import ANNA, PARK

SIGNATURE = {"width": 300, "height": 100, "strokes": [[[10, 20], [30, 40], [50, 20]]]}


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    return Desk(world)


async def test_a_made_order_comes_back_and_is_issued_against_a_signature(
    desk: Desk, world: World
) -> None:
    await desk.place()
    await desk.hand_over()
    await desk.ready()

    back = await desk.http.post(f"{desk.path}/mark-back-at-office")
    issued = await desk.http.post(f"{desk.path}/issue", json={"signature": SIGNATURE})

    assert back.json()["back_at_office_at"] is not None
    order = issued.json()
    assert (issued.status_code, order["stage"]) == (200, "issued")
    assert order["issued_by"] == f"staff:{ANNA}"
    signature = await desk.http.get(f"{desk.path}/attachments/{order['signature_id']}")
    assert b'<path d="M10 20 L30 40 L50 20"/>' in signature.content
    assert signature.headers["content-security-policy"].startswith("sandbox")
    types = [sent.type.split(".")[-2] for sent in await world.outbox()]
    assert types == ["placed", "handed-over", "ready", "back-at-office", "issued"]


async def test_an_issue_without_a_signature_is_refused(desk: Desk) -> None:
    await desk.place()
    await desk.hand_over()
    await desk.ready()

    answer = await desk.http.post(f"{desk.path}/issue", json={})

    assert (answer.status_code, answer.json()["code"]) == (422, "signature-missing")


async def test_an_order_is_issued_only_where_it_is_picked_up(desk: Desk, world: World) -> None:
    await desk.place(pickup_office_id=str(PARK))
    await desk.hand_over()
    await desk.ready()

    refused = await desk.http.post(f"{desk.path}/issue", json={"signature": SIGNATURE})
    issued = await world.client(park_desk(world)).post(
        f"{desk.path}/issue", json={"signature": SIGNATURE}
    )

    assert (refused.status_code, issued.status_code) == (403, 200)


async def test_a_signature_attached_before_is_taken(desk: Desk) -> None:
    await desk.place()
    await desk.hand_over()
    drawing = (await attach(desk, "drawing"))["id"]
    signature = (await attach(desk, "signature"))["id"]
    await desk.ready()

    refused = await desk.http.post(f"{desk.path}/issue", json={"signature_id": drawing})
    issued = await desk.http.post(f"{desk.path}/issue", json={"signature_id": signature})

    assert (refused.status_code, refused.json()["code"]) == (404, "attachment-not-found")
    assert (issued.status_code, issued.json()["signature_id"]) == (200, signature)


async def attach(desk: Desk, kind: str) -> dict[str, str]:
    answer = await desk.http.post(
        f"{desk.path}/attachments",
        params={"kind": kind, "name": "файл.svg"},
        content=b"<svg></svg>",
        headers={"Content-Type": "application/octet-stream"},
    )
    file: dict[str, str] = next(f for f in answer.json()["attachments"] if f["kind"] == kind)
    return file
