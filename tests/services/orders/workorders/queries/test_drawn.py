"""Who gets the drawing of an item: who reads orders, and the shops the item goes through."""

import pytest
import pytest_asyncio

from chassis.testing import World
from contracts.rights import Role, Shop
from tests.services.orders.workorders.desk import LINE, Desk, open_offices, tablet
from tests.services.orders.workorders.story import STRANGER


@pytest_asyncio.fixture
async def desk(world: World) -> Desk:
    await open_offices(world)
    desk = Desk(world)
    await desk.place()
    return desk


def path_of(desk: Desk) -> str:
    return f"{desk.path}/items/{desk.order['items'][0]['id']}/drawing"


async def test_the_desk_sees_its_draft_to_scale(desk: Desk) -> None:
    answer = await desk.http.get(path_of(desk))

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert "<title>Зеркало 800×1200</title>" in answer.text
    assert ">полир. по кругу</text>" in answer.text


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "полир. по кругу"), ("en", "polished all round")]
)
async def test_it_speaks_the_language_that_is_asked_for(
    desk: Desk, language: str, words: str
) -> None:
    answer = await desk.http.get(path_of(desk), params={"language": language})

    assert words in answer.text


async def test_another_language_is_refused(desk: Desk) -> None:
    answer = await desk.http.get(path_of(desk), params={"language": "de"})

    assert answer.status_code == 422


async def test_a_shop_sees_the_items_of_its_own_queue(desk: Desk, world: World) -> None:
    cutter = world.client(tablet(world))
    artist = world.client(tablet(world, Shop.ART_SHOP))

    async def codes() -> list[int]:
        return [(await who.get(path_of(desk))).status_code for who in (cutter, artist)]

    assert await codes() == [404, 404]
    await desk.hand_over()
    assert await codes() == [200, 404]


async def test_who_reads_no_queue_gets_no_drawing(desk: Desk, world: World) -> None:
    answer = await world.client(world.actor(Role.ADMIN)).get(path_of(desk))

    assert answer.status_code == 403


async def test_an_item_is_looked_for_in_its_own_order(desk: Desk) -> None:
    mirror = path_of(desk)
    await desk.place(LINE)

    elsewhere = await desk.http.get(f"{desk.path}/items/{mirror.split('/')[-2]}/drawing")
    nowhere = await desk.http.get(f"{desk.path}/items/{STRANGER}/drawing")

    assert (elsewhere.status_code, nowhere.status_code) == (404, 404)
