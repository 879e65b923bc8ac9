"""FM16: yesterday's events and tomorrow's, between services that are not of one age."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import MISSING, fields, make_dataclass, replace
from typing import Any

import pytest
import pytest_asyncio
from jsonschema import Draft202012Validator

from chassis.codec import REGISTRY, decode
from chassis.inbox import Outcome
from chassis.record import Record
from chassis.testing import World
from contracts.envelope import MalformedRecord
from tests.conftest import MakeWorld
from tests.faults.bus.judges import taken_well
from tests.fuzz.bus.bodies import paths, put
from tests.fuzz.bus.kinds import CONTRACTS, READY, TAKEN, right

pytestmark = [pytest.mark.fault, pytest.mark.timeout(300)]
RELEASED = sorted((CONTRACTS / "released").iterdir())
VERSIONS = [path.name for path in RELEASED]


def example(type_: str, version: str = "") -> dict[str, Any]:
    """Return the golden record of a type, of a release or of today."""
    service = type_.split(".", 1)[0]
    folder = CONTRACTS / "released" / version if version else CONTRACTS / service
    path = folder / "examples" / f"{type_}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def all_released() -> Iterator[tuple[str, str]]:
    """Yield every (version, type) that was ever released."""
    for folder in RELEASED:
        for path in sorted((folder / "examples").iterdir()):
            yield folder.name, path.stem


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def worlds(make_world: MakeWorld) -> list[World]:
    """The services that consume."""
    return [await make_world(name) for name in ("orders", "notifications")]


async def taken(worlds: list[World], record: Record) -> set[Outcome]:
    """Hand the record to every service; return what became of it."""
    outcomes = [outcome for world in worlds for outcome in await world.deliver_record(record)]
    for world in worlds:
        await world.clean()
    return set(outcomes)


def with_data(type_: str, name: str, data: dict[str, Any]) -> Record:
    """Return a right record of this type with another body, about an aggregate of its own."""
    record = right(type_, name)
    text = json.dumps(data).replace(example(type_)["key"], (record.key or b"").decode())
    return replace(record, value=text.encode(), partition=0, offset=0)


@pytest.mark.parametrize(("version", "type_"), list(all_released()))
def test_todays_contracts_read_every_released_event(version: str, type_: str) -> None:
    """New consumer, old event."""
    old = example(type_, version)
    assert isinstance(decode(type_, json.dumps(old["data"]).encode()), REGISTRY[type_])


@pytest.mark.parametrize(("version", "type_"), list(all_released()))
def test_a_released_schema_takes_todays_events(version: str, type_: str) -> None:
    """Old consumer, new event: it validates by the schema that it was built with."""
    path = CONTRACTS / "released" / version / "schemas" / f"{type_}.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(example(type_)["data"])


@pytest.mark.parametrize("type_", TAKEN)
async def test_services_act_on_released_events(worlds: list[World], type_: str) -> None:
    for version in VERSIONS:
        data = example(type_, version)["data"]
        assert taken_well(await taken(worlds, with_data(type_, f"{version} {type_}", data))) == []


@pytest.mark.parametrize("type_", TAKEN)
async def test_services_act_on_events_with_fields_of_tomorrow(
    worlds: list[World], type_: str
) -> None:
    data = example(type_)["data"]
    places = [(), *(path for path in paths(data) if isinstance(_at(data, path), dict))]
    for number, path in enumerate(places):
        newer = deepcopy(data)
        _at(newer, path).update({"mood": "fine", "deep": {"er": [1, None]}})
        record = with_data(type_, f"tomorrow {number} {type_}", newer)
        assert taken_well(await taken(worlds, record)) == []


@pytest.mark.parametrize("type_", TAKEN)
async def test_services_act_on_events_without_what_is_optional(
    worlds: list[World], type_: str
) -> None:
    data = example(type_)["data"]
    optional = {
        field.name
        for field in fields(REGISTRY[type_])
        if field.default is not MISSING or field.default_factory is not MISSING
    }
    bare = {name: value for name, value in data.items() if name not in optional}
    assert taken_well(await taken(worlds, with_data(type_, f"bare {type_}", bare))) == []
    nulls = {**bare, **dict.fromkeys(optional)}
    assert taken_well(await taken(worlds, with_data(type_, f"nulls {type_}", nulls))) == []


def test_a_change_that_breaks_old_consumers_would_be_seen() -> None:
    """The guard guards: a field made a number breaks the released schema."""
    version, type_ = next(all_released())
    path = CONTRACTS / "released" / version / "schemas" / f"{type_}.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    first = schema["required"][0]
    broken = put(example(type_)["data"], (first,), 7)
    assert not Draft202012Validator(schema).is_valid(broken)


@pytest.mark.parametrize(("version", "type_"), list(all_released())[:1])
def test_a_field_that_a_new_consumer_demands_would_be_seen(
    monkeypatch: pytest.MonkeyPatch, version: str, type_: str
) -> None:
    """The guard guards: an old event does not have what a class of today asks for."""
    stricter = make_dataclass(
        "Stricter", [("mood", str)], bases=(REGISTRY[type_],), frozen=True, kw_only=True
    )
    monkeypatch.setitem(REGISTRY, type_, stricter)
    with pytest.raises(MalformedRecord):
        decode(type_, json.dumps(example(type_, version)["data"]).encode())


async def test_an_event_that_a_service_cannot_take_would_be_seen(worlds: list[World]) -> None:
    """The guard guards: without what is not optional, the record is buried, and that is named."""
    data = example(READY)["data"]
    data.pop(fields(REGISTRY[READY])[0].name)
    assert taken_well(await taken(worlds, with_data(READY, "torn", data))) != []


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value
