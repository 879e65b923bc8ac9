"""Words of names are kept for whoever mistypes them, and go with the last who bears them."""

import runpy
from pathlib import Path

import httpx
from sqlalchemy import delete, insert, select, text

from chassis.actor import Actor
from chassis.testing import World
from contracts.rights import Role
from services.clients import app
from services.clients.registry.tables import client_words, clients
from tests.services.clients.conftest import IVANOVA
from tests.services.clients.registry.conftest import STORY, a_row


async def words(world: World) -> set[str]:
    return {row["word"] for row in await world.rows(select(client_words))}


async def taken_down(desk: httpx.AsyncClient, **told: object) -> str:
    answer = await desk.post("/api/clients", json=IVANOVA | told)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def corrected(desk: httpx.AsyncClient, client: str, **told: object) -> None:
    answer = await desk.put(
        f"/api/clients/{client}", json=IVANOVA | told, headers={"If-Match": '"1"'}
    )
    assert answer.status_code == 200, answer.text


async def test_a_new_name_s_words_are_kept_once_and_its_numbers_are_not(
    world: World, desk: httpx.AsyncClient
) -> None:
    await taken_down(desk)
    await taken_down(desk, name="Иванова Алёна 2", phones=["89215550099"])

    assert await words(world) == {"иванова", "мария", "петровна", "алена"}


async def test_a_corrected_name_keeps_its_new_words_and_forgets_those_nobody_bears(
    world: World, desk: httpx.AsyncClient
) -> None:
    await taken_down(desk, name="Петрова Мария", phones=["89215550099"])
    client = await taken_down(desk)

    await corrected(desk, client, name="Сидорова Мария Петровна")

    assert await words(world) == {"петрова", "мария", "сидорова", "петровна"}


async def test_an_erased_client_s_words_are_forgotten_unless_another_bears_them(
    world: World, desk: httpx.AsyncClient
) -> None:
    # «Иванов» stands within «Иванова», but nobody bears it.
    await taken_down(desk, name="Иванова Анна", phones=["89215550099"])
    client = await taken_down(desk, name="Иванов Пётр Анна")

    erased = await world.client(world.actor(Role.DIRECTOR)).delete(f"/api/clients/{client}")

    assert erased.status_code == 204, erased.text
    assert await words(world) == {"иванова", "анна"}


async def test_a_client_just_taken_down_is_found_by_his_name_mistyped(
    world: World, desk: httpx.AsyncClient
) -> None:
    await taken_down(desk)

    answer = await desk.get("/api/clients", params={"q": "иваноа мария"})

    assert [item["name"] for item in answer.json()["items"]] == [IVANOVA["name"]]


async def test_the_migration_keeps_the_words_of_those_who_are_there(world: World) -> None:
    by_mail = a_row("Морозов_Олег Ильич 7", "+79215550001", "oleg.morozov+x@mail-box.example")
    by_mail["phones"], by_mail["search_text"] = (
        (),
        " морозов олег ильич 7 oleg morozov x mail box example",
    )
    folder = Path(app.__file__).parent / "migrations/versions/0003_words.py"
    async with world.uow.write(Actor.system("clients")) as db:
        await db.execute(insert(clients), [by_mail, *(a_row(*row) for row in STORY)])
        await db.execute(delete(client_words))
        await db.execute(text(runpy.run_path(str(folder))["_WORDS"]))

    assert await words(world) == {
        *("иванова", "мария", "петровна", "королева", "надежда", "львовна", "иванов", "петр"),
        *("ооо", "мебель", "град", "витрина", "нева", "алла", "zoe", "angstrom"),
        *("рада", "орлова"),
        *("морозов", "олег", "ильич"),
    }
