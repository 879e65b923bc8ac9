"""Files of an order: sniffed, kept once, shrunk for the shops, given back without a chance to run."""

import io
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from PIL import Image

from chassis.files import Files
from chassis.testing import World
from contracts.rights import Shop
from services.orders.workorders import jobs
from services.orders.workorders.domain.filekinds import MAX_FILE_BYTES
from tests.services.orders.workorders.desk import (
    LINE,
    Desk,
    head_of_production,
    open_offices,
    park_desk,
    tablet,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BINARY = {"Content-Type": "application/octet-stream"}


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    desk = Desk(world)
    await desk.place()
    return desk


def photo(width: int = 3000, height: int = 2000) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "JPEG")
    return out.getvalue()


async def send(
    desk: Desk, body: bytes, kind: str = "drawing", name: str = "эскиз.svg", **headers: str
) -> httpx.Response:
    return await desk.http.post(
        f"{desk.path}/attachments",
        params={"kind": kind, "name": name},
        content=body,
        headers=BINARY | headers,
    )


async def test_a_drawing_is_kept_and_given_back_to_be_saved_only(desk: Desk, world: World) -> None:
    answer = await send(desk, SVG)

    (file,) = answer.json()["attachments"]
    assert answer.status_code == 201
    assert (file["name"], file["media_type"], file["bytes"]) == (
        "эскиз.svg",
        "image/svg+xml",
        len(SVG),
    )
    back = await desk.http.get(f"{desk.path}/attachments/{file['id']}")
    assert back.content == SVG
    assert back.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%D1%8D")
    assert back.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in back.headers["content-security-policy"]
    sent = (await world.outbox())[-1]
    assert (sent.type, sent.data["shops"]) == ("orders.work-order.attached.v1", [])
    assert "эскиз" not in str(sent.data)


async def test_a_name_that_the_desk_gave_is_for_those_who_read_clients(
    desk: Desk, world: World
) -> None:
    answer = await send(desk, SVG, name="Иванова, дача.svg")
    path = f"{desk.path}/attachments/{answer.json()['attachments'][0]['id']}"
    head = world.client(head_of_production(world))

    shown = (await head.get(desk.path)).json()["attachments"]
    back = await head.get(path)

    assert [file["name"] for file in shown] == ["drawing"]
    assert back.headers["content-disposition"] == "attachment; filename*=UTF-8''drawing"
    assert "%D0%98" in (await desk.http.get(path)).headers["content-disposition"]


async def test_the_same_upload_sent_again_is_the_same_file(desk: Desk, world: World) -> None:
    key = {"Idempotency-Key": "upload-1"}

    await send(desk, SVG, **key)
    again = await send(desk, SVG, **key)
    other = await send(desk, b"%PDF-1.7", **key)

    assert again.status_code == 201
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-key-reused")
    assert len(again.json()["attachments"]) == 1
    assert [s.sequence for s in await world.outbox()] == [1, 2]


async def test_a_photo_is_drawn_anew_for_the_shops_without_what_the_camera_hid(
    desk: Desk, world: World
) -> None:
    answer = await send(desk, photo(), kind="photo", name="дом.jpg")
    file = answer.json()["attachments"][0]
    await desk.hand_over()

    shown = await world.client(tablet(world)).get(f"{desk.path}/attachments/{file['id']}/preview")

    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/jpeg")
    with Image.open(io.BytesIO(shown.content)) as picture:
        assert picture.size == (1600, 1067)
        assert not picture.getexif()


async def test_a_shop_sees_files_of_orders_that_it_has_and_no_signature(
    desk: Desk, world: World
) -> None:
    drawing = (await send(desk, SVG)).json()["attachments"][0]["id"]
    signed = (await send(desk, SVG, kind="signature")).json()["attachments"]
    signature = next(f["id"] for f in signed if f["kind"] == "signature")
    cutter = world.client(tablet(world))
    artist = world.client(tablet(world, Shop.ART_SHOP))

    async def codes(file_id: str) -> list[int]:
        path = f"{desk.path}/attachments/{file_id}/preview"
        return [(await who.get(path)).status_code for who in (cutter, artist)]

    assert await codes(drawing) == [404, 404]
    await desk.hand_over()
    assert await codes(drawing) == [200, 404]
    assert await codes(signature) == [404, 404]
    assert (await cutter.get(f"{desk.path}/attachments/{drawing}")).status_code == 403


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"<html><script>alert(1)</script></html>", "drawing", "file-kind-refused"),
        (b"MZ\x90\x00 program", "drawing", "file-kind-refused"),
        (b"", "drawing", "file-empty"),
        (SVG, "photo", "file-kind-refused"),
        (b"\xff\xd8\xff\xe0 no picture", "photo", "picture-unreadable"),
    ],
)
async def test_what_is_no_file_of_ours_leaves_nothing_behind(
    desk: Desk, world: World, body: bytes, kind: str, code: str
) -> None:
    answer = await send(desk, body, kind=kind)

    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert (await desk.read())["attachments"] == []
    assert len(await world.outbox()) == 1


async def test_a_file_over_25_mib_is_refused(desk: Desk) -> None:
    async def endless() -> AsyncIterator[bytes]:
        chunk = b"%PDF-1.7" + bytes(1024 * 1024)
        for _ in range(MAX_FILE_BYTES // len(chunk) + 2):
            yield chunk

    answer = await desk.http.post(
        f"{desk.path}/attachments", params={"name": "a.pdf"}, content=endless(), headers=BINARY
    )

    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")


async def test_another_offices_desk_adds_and_removes_nothing(desk: Desk, world: World) -> None:
    file_id = (await send(desk, SVG)).json()["attachments"][0]["id"]
    park = Desk(world, park_desk(world))
    park.order = desk.order

    added = await send(park, SVG)
    removed = await park.http.delete(f"{desk.path}/attachments/{file_id}")

    assert (added.status_code, removed.status_code) == (403, 403)
    assert len((await desk.read())["attachments"]) == 1


async def test_a_file_that_an_item_is_made_by_stays(desk: Desk, world: World) -> None:
    file_id = (await send(desk, SVG)).json()["attachments"][0]["id"]
    by_drawing: dict[str, Any] = {"piece": LINE["piece"] | {"drawing_id": file_id}}
    edited = await desk.http.put(desk.path, json=desk.content(by_drawing), headers=desk.match())
    assert edited.status_code == 200, edited.text

    refused = await desk.http.delete(f"{desk.path}/attachments/{file_id}")
    desk.order = edited.json()
    await desk.http.put(desk.path, json=desk.content(LINE), headers=desk.match())
    removed = await desk.http.delete(f"{desk.path}/attachments/{file_id}")

    assert (refused.status_code, refused.json()["code"]) == (409, "attachment-in-use")
    assert (removed.status_code, removed.json()["attachments"]) == (200, [])
    assert (await world.outbox())[-1].type == "orders.work-order.detached.v1"


async def test_a_drawing_of_another_order_is_refused(desk: Desk) -> None:
    file_id = (await send(desk, SVG)).json()["attachments"][0]["id"]
    foreign = {"piece": LINE["piece"] | {"drawing_id": file_id}}

    answer = await desk.http.post(
        "/api/work-orders",
        json={"client_id": desk.order["client"]["id"], "items": [foreign]},
    )

    assert answer.json()["errors"][0]["code"] == "unknown-attachment"


async def test_a_tablet_adds_a_photo_to_an_order_of_its_shop(desk: Desk, world: World) -> None:
    await desk.hand_over()
    cutter = world.client(tablet(world))
    artist = world.client(tablet(world, Shop.ART_SHOP))

    added = await cutter.post(f"{desk.path}/photos", content=photo(80, 60), headers=BINARY)
    refused = await artist.post(f"{desk.path}/photos", content=photo(80, 60), headers=BINARY)

    assert (added.status_code, refused.status_code) == (201, 403)
    shown = await cutter.get(f"{desk.path}/attachments/{added.json()['id']}/preview")
    assert shown.headers["content-type"] == "image/jpeg"


async def test_an_upload_needs_a_key(desk: Desk) -> None:
    answer = await send(desk, SVG, **{"Idempotency-Key": "two words"})

    assert answer.status_code == 422


async def test_a_sweep_keeps_what_a_row_names(desk: Desk, world: World) -> None:
    file_id = (await send(desk, SVG)).json()["attachments"][0]["id"]

    assert await jobs.sweep_files(world.uow) is False

    assert (await desk.http.get(f"{desk.path}/attachments/{file_id}")).content == SVG
    assert isinstance(world.uow.ports[Files], Files)


async def test_the_desk_sees_the_small_picture_of_a_draft(desk: Desk) -> None:
    file_id = (await send(desk, photo(), kind="photo")).json()["attachments"][0]["id"]

    shown = await desk.http.get(f"{desk.path}/attachments/{file_id}/preview")

    assert shown.headers["content-type"] == "image/jpeg"
