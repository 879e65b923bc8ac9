"""Malformed records: each is one dead letter with its reason, and nothing stops."""

import random
from typing import Any

import pytest
from sqlalchemy import select

from chassis.ids import new_id
from chassis.inbox import Outcome
from chassis.testing import World
from contracts.topics import CLIENTS, WORK_ORDERS
from tests.chassis import probe
from tests.chassis.records import record, replaced
from tests.chassis.takes import KEY, inbox, letters, take

HEADERS = record(KEY).headers
DICE = random.Random(7)


def headed(name: str, value: bytes | None) -> dict[str, Any]:
    """Return a change of one header; None leaves it out."""
    return {"headers": replaced(list(HEADERS), name, value)}


PERSON = {"topic": CLIENTS.name, "value": None}
MALFORMED: dict[str, tuple[str, dict[str, Any]]] = {
    "no headers at all": ("ce_specversion: not 1.0", {"headers": []}),
    "header value is no UTF-8": ("ce_type: not UTF-8", headed("ce_type", b"\xff\xfe")),
    "traceparent is no UTF-8": ("traceparent: not UTF-8", headed("traceparent", b"\xff")),
    "attribute missing": ("ce_actor: missing", headed("ce_actor", None)),
    "id is no UUID": ("ce_id: badly formed", headed("ce_id", b"17")),
    "sequence is no number": ("ce_sequence: not a number", headed("ce_sequence", b"first")),
    "sequence without end": ("ce_sequence: longer than", headed("ce_sequence", b"9" * 5000)),
    "sequence below one": ("ce_sequence: not between", headed("ce_sequence", b"0")),
    "sequence that no column holds": (
        "ce_sequence: not between",
        {"event": probe.client(KEY), "sequence": 10**30},
    ),
    "time without offset": ("ce_time: without offset", headed("ce_time", b"2026-11-24T10:00:00")),
    "another CloudEvents version": ("not 1.0", headed("ce_specversion", b"0.3")),
    "undecodable body": ("Invalid JSON", {"value": b"\xff\xfe\x00\x01"}),
    "body is no JSON": ("Invalid JSON", {"value": b"{"}),
    "empty body": ("Invalid JSON", {"value": b""}),
    "body nested without end": ("recursion limit", {"value": b"[" * 100_000}),
    "body breaks the schema": ("message_id: Input should", {"value": b'{"message_id": "7"}'}),
    "body of another kind": ("should be an object", {"value": b"[]"}),
    "unknown type": ("unknown event type", {"type": "notifications.message.sung.v1"}),
    "unknown major version": ("unknown event type", {"type": "notifications.message.accepted.v2"}),
    "foreign topic": ("does not belong", {"topic": WORK_ORDERS.name}),
    "foreign topic, in its owner's name": (
        "does not belong",
        {"topic": WORK_ORDERS.name, "source": "orders"},
    ),
    "topic of nobody": ("does not belong", {"topic": "strangers.things.v1"}),
    "foreign source": ("orders may not write", {"source": "orders"}),
    "key is not the subject": ("not its subject", {"key": str(new_id()).encode()}),
    "no key": ("not its subject", {"key": None}),
    "key is no UTF-8": ("not its subject", {"key": b"\xff\xfe"}),
    "key holds NUL": ("not its subject", {"key": b"a\x00b"}),
    "key of ten thousand bytes": ("not its subject", {"key": DICE.randbytes(10_000)}),
    "key that looks like our own writing": ("not its subject", {"key": b"hex:zz"}),
    "header name holds NUL": ("not 1.0", {"headers": [("a\x00b", b"1")]}),
    "header without value": ("ce_id: not UTF-8", {"headers": [("ce_id", None)]}),
    "tombstone where nothing is forgotten": ("forgets nothing", {"value": None}),
    "tombstone without a key": ("without an aggregate id", {**PERSON, "key": None}),
    "tombstone whose key is no UTF-8": ("without an aggregate id", {**PERSON, "key": b"\xff"}),
    "tombstone whose key is no id": ("without an aggregate id", {**PERSON, "key": b"42"}),
    "tombstone whose key is braced": (
        "as we write it",
        {**PERSON, "key": b"{018f0000-0000-7000-8000-0000000000aa}"},
    ),
}


@pytest.mark.parametrize(("reason", "wrong"), MALFORMED.values(), ids=MALFORMED.keys())
async def test_a_malformed_record_is_one_dead_letter_at_once_and_changes_nothing(
    world: World, reason: str, wrong: dict[str, Any]
) -> None:
    item = record(KEY, offset=5, **wrong)

    outcomes = [await take(world, item), await take(world, item)]

    assert outcomes[0] is Outcome.DEAD
    (letter,) = await letters(world)
    assert (letter["state"], letter["offset"], letter["value"]) == ("open", 5, item.value)
    assert reason in letter["reason"]
    assert await world.rows(select(probe.tallies)) == []
    assert await world.rows(select(probe.people)) == []


async def test_a_malformed_record_is_not_tried_again_and_again(world: World) -> None:
    calls = []
    await inbox(world, tries=5).take(record(KEY, value=b"{"), alive=lambda: calls.append(1))
    assert len(calls) == 2  # the try, and the burying


async def test_reasons_that_a_database_cannot_hold_are_kept_in_other_words(world: World) -> None:
    probe.failures[KEY] = ValueError("half a pair \ud83d, a nul \x00")
    assert await take(world, record(KEY)) is Outcome.DEAD
    (letter,) = await letters(world)
    assert letter["reason"] == "ValueError: half a pair ?, a nul ␀"


async def test_an_event_nobody_here_takes_is_passed_over(world: World) -> None:
    item = record(KEY, type="notifications.message.failed.v1", value=b"{}")
    assert await take(world, item) is Outcome.SKIPPED
    assert await letters(world) == []


async def test_fields_that_we_do_not_know_yet_are_passed_over(world: World) -> None:
    item = record(KEY)
    assert item.value is not None
    newer = record(KEY, value=item.value[:-1] + b',"mood":"fine"}')
    assert await take(world, newer) is Outcome.DONE
