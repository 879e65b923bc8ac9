"""Refusals: in the caller's language, with the field named, and nothing of our insides."""

import json
from typing import Any

import pytest

from chassis.http.problems import problem
from chassis.testing import World
from tests.chassis import probe_http
from tests.chassis.http.refusals import assert_is_problem, check, desk


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", "ru"),
        ("ru", "ru"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("de,fr;q=0.8,en;q=0.5", "en"),
        ("ru-RU,en", "ru"),
        ("zh", "ru"),
        ("*", "ru"),
        (";;,,=", "ru"),
        ("x" * 5000, "ru"),
    ],
)
async def test_the_language_is_the_callers_first_that_we_speak(
    world: World, accept: str, language: str
) -> None:
    answer = await world.client(None, **{"Accept-Language": accept}).get("/api/pots")
    assert answer.headers["Content-Language"] == language
    title = {"ru": "Войдите в систему", "en": "Sign in first"}[language]
    assert answer.json()["title"] == title


FIELDS: list[tuple[str, Any, str, str, str]] = [
    ("name", None, "string_type", "нужен текст", "must be text"),
    ("name", 7, "string_type", "нужен текст", "must be text"),
    ("name", " a ", "string_too_short", "не короче 2 знаков", "at least 2 characters"),
    (
        "name",
        "я" * 10_001,
        "string_too_long",
        "не длиннее 10000 знаков",
        "at most 10000 characters",
    ),
    ("count", "семь", "int_parsing", "нужно целое число", "must be a whole number"),
    ("count", 1.5, "int_from_float", "нужно целое число", "must be a whole number"),
    ("count", 0, "greater_than_equal", "не меньше 1", "at least 1"),
    ("count", 10**30, "less_than_equal", "не больше 1000", "at most 1000"),
    ("count", [], "int_type", "нужно целое число", "must be a whole number"),
    ("price", "1,5", "decimal_parsing", "нужна сумма, например 8037.00", "must be a sum, e.g. 8037.00"),
    ("price", "1.005", "decimal_max_places", "не больше 2 знаков после запятой", "at most 2 decimals"),
    ("price", "-1", "greater_than_equal", "не меньше 0", "at least 0"),
    ("price", "9" * 20, "decimal_max_digits", "слишком большое число", "number too large"),
    ("price", "NaN", "finite_number", "нужно конечное число", "must be a finite number"),
    ("day", "31.12.2026", "date_from_datetime_parsing", "нужна дата ГГГГ-ММ-ДД", "must be a date YYYY-MM-DD"),
    ("day", "2026-02-30", "date_from_datetime_parsing", "нужна дата ГГГГ-ММ-ДД", "must be a date YYYY-MM-DD"),
    ("at", "вчера", "datetime_from_date_parsing", "нужны дата и время", "must be a date and time"),
    ("at", "2026-11-24T10:00:00", "timezone_aware", "нужно время со смещением", "must be a time with an offset"),
    ("id", "42", "uuid_parsing", "нужен идентификатор", "must be an identifier"),
    ("channel", "pigeon", "enum", "допустимо: 'sms', 'email' or 'phone'", "one of: 'sms', 'email' or 'phone'"),
    ("parts", {}, "list_type", "нужен список", "must be a list"),
    ("parts", [{"name": "a"}] * 4, "too_long", "не больше 3 строк", "at most 3 items"),
    ("colour", "red", "extra_forbidden", "такого поля нет", "unknown field"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "code", "russian", "english"), FIELDS)
async def test_a_wrong_field_is_named_in_words(
    world: World, field: str, value: Any, code: str, russian: str, english: str
) -> None:
    for language, words in (("ru", russian), ("en", english)):
        answer = await check(world, {"name": "ab", field: value}, language)
        assert_is_problem(answer, 422, "invalid")
        (error,) = answer.json()["errors"]
        assert error == {"loc": [field], "code": code, "message": words}
        assert answer.json()["detail"] == words


async def test_every_wrong_field_is_named_at_once_down_to_its_place(world: World) -> None:
    body = {"count": 0, "parts": [{"name": "a"}, {"name": "b", "count": "x", "z": 1}]}
    answer = await check(world, body)
    places = {tuple(error["loc"]): error["message"] for error in answer.json()["errors"]}
    assert places == {
        ("name",): "обязательное поле",
        ("count",): "не меньше 1",
        ("parts", 1, "count"): "нужно целое число",
        ("parts", 1, "z"): "такого поля нет",
    }


RUBBISH: dict[str, Any] = {
    "no JSON": b"{",
    "nothing": b"",
    "no UTF-8": b'{"name": "\xff\xfe"}',
    "a list": [],
    "a number": 7,
    "null": None,
    "NUL in a value": {"name": "a\x00b"},
    "NUL in a name": {"name": "ab", "x\x00": 1},
    "NUL deep inside": {"name": "ab", "parts": [{"name": "\x00"}]},
    "half a character in a value": b'{"name": "ab\\ud83d"}',
    "half a character in a name": b'{"name": "ab", "x\\ud83d": 1}',
    "half a character deep inside": b'{"name": "ab", "parts": [{"name": "\\udfff"}]}',
    "NaN": b'{"name": "ab", "count": NaN}',
    "Infinity": b'{"name": "ab", "price": -Infinity}',
    "a number of a thousand digits": b'{"name": "ab", "count": ' + b"9" * 1000 + b"}",
    "a number of ten thousand digits": b'{"name": "ab", "count": ' + b"9" * 10_000 + b"}",
    "a fraction with a huge exponent": b'{"name": "ab", "price": 1e400}',
    "a text with a huge exponent": {"name": "ab", "price": "1e999999999"},
    "nested a little": {"name": json.loads("[" * 300 + "]" * 300)},
    "nested in the right list": {"name": "ab", "parts": json.loads("[" * 600 + "]" * 600)},
    "nested without end": b'{"name": ' + b"[" * 100_000,
    "an object nested": b'{"a":' * 500 + b"1" + b"}" * 500,
    "a form": b"name=ab&count=1",
    "one name of a hundred thousand": {"name": "ab", "x" * 100_000: 1},
    "ten thousand names": {"name": "ab"} | {str(number): 1 for number in range(10_000)},
}


@pytest.mark.parametrize("body", RUBBISH.values(), ids=RUBBISH.keys())
async def test_pasted_rubbish_is_refused_and_never_a_mistake_of_ours(
    world: World, body: Any
) -> None:
    answer = await check(world, body)
    assert answer.status_code in {400, 422}
    assert_is_problem(answer, answer.status_code, answer.json()["code"])
    assert len(answer.json().get("errors", [])) <= 100


@pytest.mark.parametrize("name", ["ab", "я" * 10_000, "'; DROP TABLE pots; --", "😀\u202e\ufeff"])
async def test_odd_but_right_text_is_taken(world: World, name: str) -> None:
    assert (await check(world, {"name": name, "price": "8037"})).json() == {"price": "8037.00"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/pots/search?q=a%00b&number=1", 400),
        ("/api/pots/search?q=%ff%fe&number=1", 200),
        ("/api/pots/search?q=%ed%a0%80&number=1", 200),
        ("/api/pots/search?q=a&number=99999999999", 400),
        ("/api/pots/search?q=a&number=" + "9" * 40, 400),
        ("/api/pots/search?q=a&number=" + "9" * 5000, 422),
        ("/api/pots/search?q=a&number=1e3", 422),
        ("/api/pots/search?q=a", 422),
        ("/api/pots/search?q=" + "x" * 50_000 + "&number=1", 200),
    ],
)
async def test_odd_queries_are_no_mistake_of_ours(world: World, path: str, status: int) -> None:
    answer = await world.client().get(path)
    assert answer.status_code == status
    if status != 200:
        assert_is_problem(answer, status, answer.json()["code"])


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/nothing", 404, "not-found"),
        ("GET", "/", 404, "not-found"),
        ("GET", "/api/pots/%00", 405, "method-not-allowed"),
        ("DELETE", "/api/pots", 405, "method-not-allowed"),
        ("TRACE", "/api/pots", 405, "method-not-allowed"),
        ("PUT", "/api/pots/no-uuid", 422, "invalid"),
    ],
)
async def test_an_unknown_address_or_method_is_a_problem_too(
    world: World, method: str, path: str, status: int, code: str
) -> None:
    answer = await desk(world).request(method, path, json={"name": "a"}, headers={"If-Match": "1"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"


async def test_a_mistake_of_ours_says_so_and_nothing_more(world: World) -> None:
    for language, title in (("ru", "Ошибка на нашей стороне"), ("en", "A mistake on our side")):
        answer = await world.client(None, **{"Accept-Language": language}).get("/api/pots/crash")
        assert_is_problem(answer, 500, "internal-error")
        assert answer.json()["title"].startswith(title)
        assert set(answer.json()) <= {"type", "title", "status", "code", "instance", "trace_id"}


async def test_a_domains_refusal_has_its_own_words_and_parameters(world: World) -> None:
    answer = await desk(world, **{"Accept-Language": "en"}).post("/api/pots", json={"name": "full"})
    assert_is_problem(answer, 409, "pot-full")
    assert answer.json()["title"] == "Pot full is full"
    assert answer.json()["name"] == "full"


async def test_a_value_that_is_taken_is_a_conflict(world: World) -> None:
    await desk(world).post("/api/pots", json={"name": "one"})
    answer = await desk(world).post("/api/pots", json={"name": "one"})
    assert_is_problem(answer, 409, "already-exists")
    assert len(await world.outbox()) == 1


@pytest.mark.parametrize("value", [10**30, "half a pair \ud83d", {"\udfff": 1}, object()])
def test_a_parameter_that_our_encoder_does_not_take_is_no_second_error(value: object) -> None:
    answer = problem(probe_http.PotFull(name="a", value=value), "ru", instance="/api/pots")
    body = json.loads(bytes(answer.body))
    assert (answer.status_code, body["code"]) == (409, "pot-full")
    assert "value" in body
