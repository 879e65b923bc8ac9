"""Malformed records: each is one dead letter with its reason, and nothing stops."""

import asyncio
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

HEADERS = record(new_id()).headers

MALFORMED: dict[str, Any] = {
    "no headers at all": {"headers": []},
    "header value is no UTF-8": {"headers": replaced(list(HEADERS), "ce_type", b"\xff\xfe")},
    "traceparent is no UTF-8": {"headers": [*HEADERS, ("traceparent", b"\xff")]},
    "attribute missing": {"headers": replaced(list(HEADERS), "ce_actor", None)},
    "id is no UUID": {"headers": replaced(list(HEADERS), "ce_id", b"17")},
    "sequence is no number": {"headers": replaced(list(HEADERS), "ce_sequence", b"first")},
    "sequence of five thousand digits": {
        "headers": replaced(list(HEADERS), "ce_sequence", b"9" * 5000)
    },
    "sequence below one": {"headers": replaced(list(HEADERS), "ce_sequence", b"0")},
    "time without offset": {"headers": replaced(list(HEADERS), "ce_time", b"2026-11-24T10:00:00")},
    "another CloudEvents version": {"headers": replaced(list(HEADERS), "ce_specversion", b"0.3")},
    "undecodable body": {"value": b"\xff\xfe\x00\x01"},
    "body is no JSON": {"value": b"{"},
    "empty body": {"value": b""},
    "body nested without end": {"value": b"[" * 100_000},
    "body breaks the schema": {"value": b'{"message_id": "7"}'},
    "body of another kind": {"value": b"[]"},
    "unknown type": {"type": "notifications.message.sung.v1"},
    "unknown major version": {"type": "notifications.message.accepted.v2"},
    "foreign topic": {"topic": WORK_ORDERS.name},
    "topic of nobody": {"topic": "strangers.things.v1"},
    "foreign source": {"source": "orders"},
    "key is not the subject": {"key": b"018f0000-0000-7000-8000-0000000000bb"},
    "no key": {"key": None},
    "key is no UTF-8": {"key": b"\xff\xfe"},
    "key holds NUL": {"key": b"a\x00b"},
    "key of ten thousand bytes": {"key": random.Random(7).randbytes(10_000)},
    "key that looks like our own writing": {"key": b"hex:zz"},
    "header name holds NUL": {"headers": [("a\x00b", b"1")]},
    "header without value": {"headers": [("ce_id", None)]},
    "tombstone where nothing is forgotten": {"value": None},
    "tombstone without a key": {"topic": CLIENTS.name, "value": None, "key": None},
    "tombstone whose key is no id": {"topic": CLIENTS.name, "value": None, "key": b"\xff"},
    "tombstone whose key is braced": {
        "topic": CLIENTS.name,
        "value": None,
        "key": b"{018f0000-0000-7000-8000-0000000000aa}",
    },
}


@pytest.mark.parametrize("wrong", MALFORMED.values(), ids=MALFORMED.keys())
async def test_a_malformed_record_is_one_dead_letter_at_once_and_changes_nothing(
    world: World, wrong: dict[str, Any]
) -> None:
    item = record(KEY, offset=5, **wrong)

    outcomes = [await take(world, item), await take(world, item)]

    assert outcomes[0] is Outcome.DEAD
    (letter,) = await letters(world)
    assert (letter["state"], letter["offset"], letter["value"]) == ("open", 5, item.value)
    assert letter["reason"]
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


async def test_a_number_that_no_column_holds_is_a_dead_letter_not_an_outage(world: World) -> None:
    key = new_id()
    item = record(key, event=probe.client(key), sequence=10**30)
    assert await asyncio.wait_for(take(world, item), 10) is Outcome.DEAD


async def test_an_event_nobody_here_takes_is_passed_over(world: World) -> None:
    item = record(KEY, type="notifications.message.failed.v1", value=b"{}")
    assert await take(world, item) is Outcome.SKIPPED
    assert await letters(world) == []


async def test_fields_that_we_do_not_know_yet_are_passed_over(world: World) -> None:
    item = record(KEY)
    assert item.value is not None
    newer = record(KEY, value=item.value[:-1] + b',"mood":"fine"}')
    assert await take(world, newer) is Outcome.DONE
