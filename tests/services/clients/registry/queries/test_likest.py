"""A slip of the fingers finds whom it was meant for, and does not read the whole base."""

import httpx
import pytest

from chassis.actor import Actor
from chassis.testing import World
from chassis.testing.statements import plan_of, statements_of
from services.clients.registry.queries import likest

pytestmark = pytest.mark.xdist_group("clients-crowd")


async def found(reader: httpx.AsyncClient, typed: str, limit: int = 20) -> list[str]:
    answer = await reader.get("/api/clients", params={"q": typed, "limit": limit})
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("коралева", "Королёва Надежда Львовна"),
        ("иванвоа мария", "Иванова Мария Петровна"),
        ("мариия иванова петровна", "Иванова Мария Петровна"),
        ("королева надеджа львовна", "Королёва Надежда Львовна"),
        ("angstrm", "Zoë Ångström"),
        ("мебль град", "ООО «Мебель-Град»"),
        ("ооо витирна нева 17", "ООО «Витрина-Нева 17»"),
        ("ооо витринан-ева 17", "ООО «Витрина-Нева 17»"),
        ("ооо витри-нанева 17", "ООО «Витрина-Нева 17»"),
        ("ооо мебельг-рад", "ООО «Мебель-Град»"),
    ],
)
async def test_a_slip_finds_whom_it_was_meant_for_first(
    crowd: World, reader: httpx.AsyncClient, typed: str, name: str
) -> None:
    first = (await found(reader, typed))[:1]

    assert first == [name]


async def test_of_many_who_are_alike_the_nearest_come_first(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    names = await found(reader, "соколва аннна ивановна", limit=50)

    assert {name.rsplit(" ", 1)[0] for name in names[:20]} == {"Соколова Анна Ивановна"}
    assert names[:20] == sorted(names[:20])


async def test_a_slip_in_a_known_word_does_not_compare_whole_cards(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    with statements_of(crowd.uow) as asked:
        quick = await found(reader, "кузнцова ольга")
        firm = await found(reader, "ооо витирна нева 17")
        torn = await found(reader, "ооо витринанев-а 17")
        misled = await found(reader, "ооо мебельг-рад")
        slow = await found(reader, "angstrm")

    assert (len(quick), len(firm)) == (20, 1)
    assert torn[0] == firm[0]
    assert misled == ["ООО «Мебель-Град»"]
    assert slow[0] == "Zoë Ångström"
    whole = [statement for statement in asked if "<%" in statement]
    assert len(whole) == 1, "only a word that no card begins with compares whole cards"


async def test_bearers_of_a_word_are_read_by_the_beginning_of_their_cards(crowd: World) -> None:
    asked = {
        "begins": ["кузнецова", "павлова", "борисовна"],
        "w0": ["% кузнецова%", "% павлова%"],
        "w1": ["% ольга%"],
        "w2": ["% борисовна%"],
        "most": 20,
    }
    async with crowd.uow.read(Actor.system("clients")) as db:
        plan = await plan_of(db, likest._beginning(3), "(ANALYZE, BUFFERS)", **asked)

    assert "ix_clients_beginning" in plan
    # Of hundreds of thousands the planner would ask the trigrams' index for them, at every beginning.
    assert "search_text ~~ ANY" not in plan
    assert "Seq Scan" not in plan
