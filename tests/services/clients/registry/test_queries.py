"""A client is found while he is still being typed, and his double is noticed."""

import re
from collections.abc import AsyncIterator
from itertools import product

import httpx
import pytest
import pytest_asyncio
from sqlalchemy import insert, text
from sqlalchemy.dialects import postgresql

from chassis import clock
from chassis.actor import Actor
from chassis.ids import new_id
from chassis.testing import World
from contracts.clients.events import ClientKind, ContactChannel, Language
from contracts.rights import Role
from services.clients.registry.domain import Card
from services.clients.registry.queries import found_by, name_likeness, pieces
from services.clients.registry.tables import clients
from tests.services.clients.conftest import ANNA

pytestmark = pytest.mark.xdist_group("clients-crowd")
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
    async with clients_world.uow.write(Actor.system("clients")) as db:
        await db.execute(insert(clients), [*people, *(a_row(*row) for row in STORY)])
    async with clients_world._owner.connect() as connection:  # as autovacuum does by itself
        own = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await own.execute(text("VACUUM ANALYZE clients"))
    yield clients_world
    await clients_world.clean()


@pytest.fixture
def reader(crowd: World) -> httpx.AsyncClient:
    return crowd.client(crowd.actor(Role.DESK, staff_id=ANNA))


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


async def suspects(
    reader: httpx.AsyncClient, **typed: str
) -> list[tuple[str, list[tuple[str, int]]]]:
    answer = await reader.get("/api/clients/duplicates", params=typed)
    assert answer.status_code == 200, answer.text
    return [
        (s["client"]["name"], [(r["kind"], r["score"]) for r in s["likeness"]])
        for s in answer.json()
    ]


async def test_the_same_phone_or_mail_is_a_suspect_and_says_so(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    assert await suspects(reader, phone="8 921 555 12 34") == [
        ("Иванова Мария Петровна", [("phone", 100)])
    ]
    assert await suspects(reader, email="PETR@ivanov.example") == [
        ("Иванов Пётр", [("email", 100)])
    ]


async def test_more_reasons_make_a_likelier_suspect(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    first, *_ = await suspects(reader, phone="+79215551234", name="Иванова Мария")
    assert first == ("Иванова Мария Петровна", [("phone", 100), ("name", 97)])


@pytest.mark.parametrize(
    "name",
    ["Ивонова Мария Петровна", "мария петровна иванова", "Иванова Мария", "ИВАНОВА МАРИЯ ПЕТРОВНА"],
)
async def test_a_name_written_otherwise_is_a_suspect(
    crowd: World, reader: httpx.AsyncClient, name: str
) -> None:
    assert "Иванова Мария Петровна" in [n for n, _ in await suspects(reader, name=name)]


async def test_half_a_number_and_a_stranger_are_no_suspects(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    assert await suspects(reader, phone="8 921 5") == []
    assert await suspects(reader, email="ivanova@") == []
    assert await suspects(reader, name="Ив") == []
    assert await suspects(reader, name="Шварценеггер Арнольд") == []
    assert await suspects(reader) == []


async def test_a_suspicion_is_told_in_the_reader_s_language(
    crowd: World, reader: httpx.AsyncClient
) -> None:
    for language, words in (("ru", "тот же телефон"), ("en", "the same phone")):
        answer = await reader.get(
            "/api/clients/duplicates",
            params={"phone": "+79215551234"},
            headers={"Accept-Language": language},
        )
        assert answer.json()[0]["likeness"][0]["text"] == words


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Иванова Мария Петровна", "Иванова Мария Петровна", True),
        ("Иванова Мария", "Иванова Мария Петровна", True),
        ("Семёнова Анна", "Анна Семенова", True),
        ("Ивонова Мария Петровна", "Иванова Мария Петровна", True),
        ("ООО Мебель-Град", "ООО «Мебель Град»", True),
        ("Иванова", "Иванова Мария Петровна", False),
        ("Иванова Анна Петровна", "Иванова Мария Сергеевна", False),
        ("Петров Иван", "Сидоров Пётр", False),
    ],
)
def test_how_alike_two_names_are(one: str, other: str, alike: bool) -> None:  # noqa: FBT001
    assert (name_likeness(one, other) >= 82) is alike
