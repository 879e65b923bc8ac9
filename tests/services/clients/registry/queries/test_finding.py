"""A client is found while he is still being typed."""

import re

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.dialects import postgresql

from chassis.actor import Actor
from chassis.testing import World
from chassis.testing.statements import plan_of, statements_of
from services.clients.registry.queries.finding import _BEARERS, _BEGINNERS, found_by, pieces
from services.clients.registry.queries.rows import BEHIND

pytestmark = pytest.mark.xdist_group("clients-crowd")


async def found(reader: httpx.AsyncClient, typed: str) -> list[str]:
    answer = await reader.get("/api/clients", params={"q": typed, "limit": 20})
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("иванова", "Иванова Мария Петровна"),
        ("ИВАНОВА МАР", "Иванова Мария Петровна"),
        ("мария иванова", "Иванова Мария Петровна"),
        ("анова", "Иванова Мария Петровна"),
        ("королева", "Королёва Надежда Львовна"),
        ("королёв", "Королёва Надежда Львовна"),
        ("петр иванов", "Иванов Пётр"),
        ("8 (921) 555-12-34", "Иванова Мария Петровна"),
        ("89215551234", "Иванова Мария Петровна"),
        ("+7 921 555", "Иванова Мария Петровна"),
        ("8921555", "Иванова Мария Петровна"),
        ("555-12-34", "Иванова Мария Петровна"),
        ("5551234", "Иванова Мария Петровна"),
        ("8 911 555-12-34", "Иванова Мария Петровна"),
        ("ivanova@example.org", "Иванова Мария Петровна"),
        ("мебель град", "ООО «Мебель-Град»"),
        ("град", "ООО «Мебель-Град»"),
        ("angstrom", "Zoë Ångström"),
        ("zoe", "Zoë Ångström"),
        ("2079460958", "Zoë Ångström"),
        ("иванова 5551234", "Иванова Мария Петровна"),
    ],
)
async def test_a_client_is_found_by_any_piece(
    crowd: World, reader: httpx.AsyncClient, typed: str, name: str
) -> None:
    assert name in await found(reader, typed)


@pytest.mark.parametrize("typed", ["иваноа мария петровна", "королёвва", "angstrm"])
async def test_one_letter_mistyped_finds_the_likest(
    crowd: World, reader: httpx.AsyncClient, typed: str
) -> None:
    whom = {"ива": "Иванова Мария Петровна", "кор": "Королёва Надежда Львовна"}

    assert whom.get(typed[:3], "Zoë Ångström") in (await found(reader, typed))[:3]


async def test_what_is_like_nothing_finds_nothing(reader: httpx.AsyncClient) -> None:
    assert await found(reader, "щщщъъъ") == []
    assert await found(reader, "3333333333") == []


async def test_two_letters_find_words_that_begin_so(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    assert await found(reader, "ив") != []
    assert await found(reader, "zo") == ["Zoë Ångström"]
    assert await found(reader, "оё") == []


async def test_who_begins_as_typed_comes_first_and_the_rest_by_name(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    names = await found(reader, "иван")

    assert names[:2] == ["Иванов Пётр", "Иванова Мария Петровна"]
    assert all("Ивановна" in name for name in names[2:])
    assert names[2:] == sorted(names[2:])


@pytest.mark.parametrize("typed", ["%", "_", "\\", "%%%", "' OR 1=1 --", "иванова%петровна%"])
async def test_marks_of_patterns_mean_nothing(
    crowd: World, reader: httpx.AsyncClient, typed: str
) -> None:
    answer = await reader.get("/api/clients", params={"q": typed})
    assert answer.status_code == 200
    patterns = [str(v).strip("%") for v in found_by(typed)[0].compile().params.values()]
    assert not [pattern for pattern in patterns if set(pattern) & set("%_\\")]


async def test_a_list_goes_on_behind_the_page(crowd: World, reader: httpx.AsyncClient) -> None:
    seen: list[str] = []
    cursor = None
    for _ in range(5):
        asked = {"q": "соколова", "limit": "200"} | ({"cursor": cursor} if cursor else {})
        body = (await reader.get("/api/clients", params=asked)).json()
        seen += [item["id"] for item in body["items"]]
        cursor = body["next"]

    assert cursor is None
    assert len(seen) == len(set(seen)) == 1000


async def test_nothing_typed_lists_everybody_by_name(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    body = (await reader.get("/api/clients", params={"limit": 3})).json()

    first = "Виноградова Алла Алексеевна"
    assert [item["name"] for item in body["items"]] == [f"{first} {n}" for n in (0, 1, 10)]
    assert body["next"]


@pytest.mark.parametrize("typed", ["иванова", "ива мар", "5551234", "8 (921) 555-12-34"])
async def test_typing_uses_the_trigram_index(crowd: World, typed: str) -> None:
    plan = await explained(crowd, typed)
    assert "ix_clients_search_text" in plan
    assert "Seq Scan" not in plan


@pytest.mark.parametrize("typed", ["иванова мар", "5551234"])
async def test_typing_reads_a_few_pages_and_not_the_crowd(crowd: World, typed: str) -> None:
    plan = await explained(crowd, typed, "(ANALYZE, BUFFERS, TIMING off)")
    first = next(line for line in plan.split("\n") if "Buffers: shared" in line)
    pages = sum(int(count) for count in re.findall(r"(?:hit|read)=(\d+)", first))

    assert 0 < pages < 60, plan


async def test_a_common_beginning_reads_its_page_and_not_every_card_that_holds_it(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    with statements_of(crowd.uow) as asked:
        full = await found(reader, "сок")
        scarce = await found(reader, "angst")

    assert (len(full), len(scarce)) == (20, 1)
    assert len(asked) == 1 + 2, "a full page of beginnings needs no second look"


async def test_a_page_of_beginnings_costs_a_page_however_many_begin_so(crowd: World) -> None:
    asked = {"low": " сок", "high": " сок" + BEHIND, "most": 21}
    async with crowd.uow.read(Actor.system("clients")) as db:
        plan = await plan_of(db, _BEGINNERS, "(ANALYZE, BUFFERS)", **asked)

    assert "Index Scan using ix_clients_beginning" in plan
    assert "Sort" not in plan


async def test_a_complete_number_finds_who_has_it_by_one_look(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    with statements_of(crowd.uow) as asked:
        names = await found(reader, "8 (921) 555-12-34")

    assert names == ["Иванова Мария Петровна"]
    assert len(asked) == 1


async def test_who_has_a_number_is_looked_up_and_not_met_on_a_walk_through_everybody(
    crowd: World,
) -> None:
    """However dear the planner takes a sort to be, as it does among hundreds of thousands."""
    async with crowd.uow.write(Actor.system("clients")) as db:
        await db.lane.fetch("SET LOCAL enable_sort = off", [])
        plan = await plan_of(db, _BEARERS, number=["+79215551234"], most=20)

    assert "ix_clients_phones" in plan
    assert "ix_clients_beginning" not in plan


async def explained(world: World, typed: str, how: str = "") -> str:
    compiled = found_by(typed)[0].compile(
        dialect=postgresql.asyncpg.dialect(),  # type: ignore[no-untyped-call]
        compile_kwargs={"literal_binds": True},
    )
    async with world.uow.read(Actor.system("clients")) as db:
        rows = await db.rows(text(f"EXPLAIN {how} {compiled}".replace(":", "\\:")))
    return "\n".join(row["QUERY PLAN"] for row in rows)


@pytest.mark.parametrize(
    ("typed", "letters", "digits"),
    [
        ("8 (921) 555-12-34", [], "89215551234"),
        ("Иванова 12-34", ["иванова"], "1234"),
        ("д. 5а", ["д", "5а"], ""),
        ("", [], ""),
    ],
)
def test_what_is_typed_falls_into_words_and_one_number(
    typed: str, letters: list[str], digits: str
) -> None:
    assert pieces(typed) == (letters, digits)
