"""Eight thousand clients, and a few whom a story knows."""

from collections.abc import AsyncIterator
from itertools import product

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import insert, text

from chassis import clock
from chassis.actor import Actor
from chassis.ids import new_id
from chassis.testing import World
from contracts.clients.events import ClientKind, ContactChannel, Language
from contracts.rights import Role
from services.clients.registry.domain import Card, words_of
from services.clients.registry.tables import client_words, clients
from tests.services.clients.conftest import ANNA

SURNAMES = [
    "Соколова",
    "Кузнецова",
    "Волкова",
    "Зайцева",
    "Павлова",
    "Семёнова",
    "Голубева",
    "Виноградова",
]
NAMES = [
    "Анна",
    "Ольга",
    "Елена",
    "Наталья",
    "Татьяна",
    "Ирина",
    "Светлана",
    "Юлия",
    "Галина",
    "Алла",
]
FATHERS = ["Ивановна", "Сергеевна", "Андреевна", "Алексеевна", "Борисовна"]
STORY = (
    ("Иванова Мария Петровна", "+79215551234", "ivanova@example.org"),
    ("Королёва Надежда Львовна", "+79115550007", None),
    ("Иванов Пётр", "+78125550101", "petr@ivanov.example"),
    ("ООО «Мебель-Град»", "+78123334455", "zakaz@mebel-grad.example"),
    ("ООО «Витрина-Нева 17»", "+78123334466", None),
    ("ООО «Витрина-Алла 17»", "+78123334477", None),
    ("Рада Орлова", "+79115550008", None),
    ("Zoë Ångström", "+442079460958", "zoe@angstrom.example"),
)


def a_row(name: str, phone: str, email: str | None) -> dict[str, object]:
    card = Card(
        kind=ClientKind.PERSON,
        name=name,
        phones=(phone,),
        email=email,
        language=Language.RUSSIAN,
        channel=ContactChannel.PHONE,
    )
    told = {"sequence": 1, "created_at": clock.now(), "changed_at": clock.now()}
    names = ("kind", "name", "phones", "email", "language", "channel", "search_text")
    return {"id": new_id(), **told, **{name: getattr(card, name) for name in names}}


@pytest_asyncio.fixture(scope="module")
async def crowd(clients_world: World) -> AsyncIterator[World]:
    """Eight thousand clients besides those of the story."""
    people = [
        a_row(f"{s} {n} {f} {k}", f"+79{i:09d}", None)
        for i, (s, n, f, k) in enumerate(product(SURNAMES, NAMES, FATHERS, range(20)))
    ]
    rows = [*people, *(a_row(*row) for row in STORY)]
    words = {word for row in rows for word in words_of(str(row["name"]))}
    async with clients_world.uow.write(Actor.system("clients")) as db:
        await db.execute(insert(clients), rows)
        await db.execute(insert(client_words), [{"word": word} for word in words])
    async with clients_world._owner.connect() as connection:  # as autovacuum does by itself
        own = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await own.execute(text("VACUUM ANALYZE clients, client_words"))
    yield clients_world
    await clients_world.clean()


@pytest.fixture
def reader(crowd: World) -> httpx.AsyncClient:
    return crowd.client(crowd.actor(Role.DESK, staff_id=ANNA))
