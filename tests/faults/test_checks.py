"""Each checker is shown the break it is there for, and catches it; a sound run passes them all."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest

from contracts.envelope import Audience
from contracts.topics import WORK_ORDERS
from tests.faults.checks import CHECKS, FACT_OF, breaks
from tests.faults.evidence import Ack, Doubt, Evidence, Fact, Log, Reader, Sheet, first_times

ORDER, CLIENT, STRANGER = "order-1", "client-1", "order-2"
GROUP: Final = "notifications.messages"
LIFE: Final = (*FACT_OF.values(), "ready")
SHOPS: Final = ("workshop",)


def fact(sequence: int, short: str, offset: int | None = None) -> Fact:
    """Return a record of the order's life, routed to the workshop from the hand-over on."""
    return Fact(
        topic=WORK_ORDERS.name,
        partition=0,
        offset=sequence if offset is None else offset,
        key=ORDER,
        id=str(uuid.UUID(int=sequence)),
        type=f"orders.work-order.{short}.v1",
        sequence=sequence,
        shops=() if short == "placed" else SHOPS,
    )


def sound() -> Evidence:
    """Return a run in which nothing broke, though the relay sent one record twice."""
    facts = [fact(number, short) for number, short in enumerate(LIFE, 1)]
    facts.append(fact(3, "received", offset=99))
    ready = facts[len(LIFE) - 1]
    acks = [Ack(verb, ORDER, "400×500" if verb == "place" else "") for verb in FACT_OF]
    acks += [Ack("attach", ORDER, "sum-1"), Ack("rename", "П", "+7 1"), Ack("pair", "a code")]
    return Evidence(
        log=Log(acks=[*acks, Ack("register", CLIENT)], doubts=[Doubt("place", "", "401×500")]),
        sheets={ORDER: Sheet(ORDER, "Л-0001/26", "ready", len(LIFE), "400×500")},
        clients=frozenset({CLIENT}),
        known={"orders": frozenset({CLIENT})},
        written={ORDER: [(one.sequence, one.short, one.id) for one in first_times(facts)]},
        facts=facts,
        readers={
            "desk": Reader(Audience.OFFICE, {ORDER: [1, 2, 3, 4, 5, 6, 7, 8, 9]}),
            "tablet": Reader(Audience.SHOP, {ORDER: [2, 3, 4, 5, 6, 7, 8]}, "workshop"),
        },
        messages=["Заказ Л-0001/26 готов"],
        inbox={GROUP: frozenset({ready.id})},
        handled={GROUP: frozenset({ready.type})},
        dead={"orders": 0},
        outbox={"orders": 0},
        lag={GROUP: 0},
        files={ORDER: [("sum-1", True)]},
        offices={"gateway": {"П": 3}, "orders": {"П": 3}, "notifications": {"П": 3}},
        renamed=frozenset({"+7 1"}),
    )


def sheet(found: Evidence, **changes: object) -> dict[str, Sheet]:
    """Return the order's row, changed."""
    return {ORDER: replace(found.sheets[ORDER], **changes)}  # type: ignore[arg-type]


def desk(found: Evidence, *applied: int, resets: int = 0) -> Evidence:
    """Return the run as if the desk's feed had applied these."""
    reader = Reader(Audience.OFFICE, {ORDER: list(applied)}, resets=resets)
    return replace(found, readers={"desk": reader})


def logged(found: Evidence, **changes: list[str]) -> Evidence:
    """Return the run with another log."""
    return replace(found, log=replace(found.log, **changes))  # type: ignore[arg-type]


def without(found: Evidence, short: str) -> Evidence:
    """Return the run as if the topic had never got this event."""
    return replace(found, facts=[one for one in found.facts if one.short != short])


def swapped(found: Evidence) -> Evidence:
    """Return the run as if two events had overtaken each other on the topic."""
    turn = {4: 5, 5: 4}
    facts = [replace(one, offset=turn.get(one.offset, one.offset)) for one in found.facts]
    return replace(found, facts=facts)


def doubled(found: Evidence) -> Evidence:
    """Return the run as if the same piece had been placed again under another id."""
    twin = replace(found.sheets[ORDER], id=STRANGER)
    return replace(found, sheets={**found.sheets, STRANGER: twin})


def started_twice(found: Evidence) -> Evidence:
    """Return the run as if a repeated tap had had its effect again."""
    again = (10, "work-started", "another")
    return replace(found, written={ORDER: [*found.written[ORDER], again]})


def ready_at_once(found: Evidence) -> Evidence:
    """Return the run as if a draft had become ready without a hand-over."""
    return without(found, "handed-over")


PLANTED: Final[list[tuple[str, str, Callable[[Evidence], Evidence]]]] = [
    ("INV1", "order lost", lambda e: replace(e, sheets={})),
    ("INV1", "tap lost", lambda e: replace(e, written={ORDER: e.written[ORDER][:4]})),
    ("INV1", "client lost", lambda e: replace(e, clients=frozenset())),
    ("INV1", "drawing lost", lambda e: replace(e, files={})),
    ("INV1", "office's telephone lost", lambda e: replace(e, renamed=frozenset())),
    ("INV1a", "object torn", lambda e: replace(e, files={ORDER: [("sum-1", False)]})),
    ("INV1a", "kept twice", lambda e: replace(e, files={ORDER: [("sum-1", True)] * 2})),
    ("INV2", "event lost", lambda e: without(e, "accepted")),
    ("INV2", "events swapped", swapped),
    ("INV2", "row behind its events", lambda e: replace(e, sheets=sheet(e, sequence=8))),
    ("INV2", "event without an order", lambda e: replace(e, sheets={})),
    ("INV2", "client unheard of", lambda e: replace(e, known={"orders": frozenset()})),
    ("INV2", "office unheard of", lambda e: replace(
        e, offices=dict(e.offices) | {"orders": {"П": 2}})),
    ("INV3", "placed twice", doubled),
    ("INV3", "one order too many", lambda e: replace(e, log=replace(e.log, acks=[], doubts=[]))),
    ("INV3", "tapped twice", started_twice),
    ("INV3", "another answer", lambda e: logged(e, unequal=["start: another answer"])),
    ("INV4", "event missed", lambda e: desk(e, 1, 2, 3, 5, 6, 7, 8, 9)),
    ("INV4", "event twice", lambda e: desk(e, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9)),
    ("INV4", "out of order", lambda e: desk(e, 1, 3, 2, 4, 5, 6, 7, 8, 9)),
    ("INV4", "feed reset", lambda e: desk(e, 1, 2, 3, 4, 5, 6, 7, 8, 9, resets=1)),
    ("INV4", "not for its eyes", lambda e: replace(e, readers={
        "tablet": Reader(Audience.SHOP, {ORDER: [1, 2, 3, 4, 5, 6, 7, 8]}, "workshop")})),
    ("INV5", "told twice", lambda e: replace(e, messages=e.messages * 2)),
    ("INV5", "not told", lambda e: replace(e, messages=[])),
    ("INV5", "told too early", lambda e: replace(e, sheets=sheet(e, stage="in-work"))),
    ("INV7", "forbidden step", ready_at_once),
    ("INV7", "row elsewhere", lambda e: replace(e, sheets=sheet(e, stage="in-work"))),
    ("INV9", "record dropped", lambda e: replace(e, inbox={GROUP: frozenset()})),
    ("INV9", "event from nowhere", lambda e: replace(e, inbox={GROUP: e.inbox[GROUP] | {"x"}})),
    ("INV9", "dead letter", lambda e: replace(e, dead={"orders": 1})),
    ("INV9", "unreadable record swallowed", lambda e: replace(e, log=replace(e.log, poison=1))),
    ("INV10", "row not sent", lambda e: replace(e, outbox={"orders": 1})),
    ("INV10", "consumer behind", lambda e: replace(e, lag={GROUP: 2})),
    ("INV12", "500", lambda e: logged(e, storms=["POST /api/work-orders: 500"])),
]  # fmt: skip


def test_a_sound_run_has_no_break() -> None:
    assert breaks(sound()) == []


@pytest.mark.parametrize(
    ("name", "plant"),
    [(name, plant) for name, _, plant in PLANTED],
    ids=[f"{name} {what}" for name, what, _ in PLANTED],
)
def test_a_planted_break_is_caught(name: str, plant: Callable[[Evidence], Evidence]) -> None:
    assert [*CHECKS[name](plant(sound()))] != []


def test_every_checker_has_been_shown_a_break() -> None:
    assert {name for name, _, _ in PLANTED} == set(CHECKS)
