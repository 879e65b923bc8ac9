"""A client's double is noticed while he is being entered."""

import httpx
import pytest

from chassis.testing import World
from services.clients.registry.queries.suspects import name_likeness

pytestmark = pytest.mark.xdist_group("clients-crowd")


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
