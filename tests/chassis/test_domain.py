"""Aggregate: events in one gapless sequence, handed over once."""

from dataclasses import dataclass
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from chassis.domain import Aggregate, Recorded

ID = UUID(int=1)


@dataclass(eq=False)
class Thing(Aggregate):
    id: UUID
    sequence: int


@given(start=st.integers(0, 1000), bursts=st.lists(st.integers(0, 5), max_size=10))
def test_the_sequence_has_no_gap_however_often_it_is_drained(start: int, bursts: list[int]) -> None:
    thing, drained = Thing(ID, start), []
    for burst in bursts:
        for _ in range(burst):
            thing.record(object())
        drained += thing.drain()
    numbers = [item.sequence for item in drained]
    assert numbers == list(range(start + 1, start + 1 + sum(bursts)))
    assert thing.sequence == start + sum(bursts)


def test_what_is_drained_is_handed_over_once() -> None:
    thing = Thing(ID, 0)
    thing.record("a")
    assert thing.recorded == ["a"]
    assert thing.drain() == [Recorded("a", 1)]
    assert thing.drain() == []
    assert thing.recorded == []


def test_a_thing_that_no_initialiser_made_records_too() -> None:
    """A mapper does not run `__init__` when it loads a row."""
    thing = Thing.__new__(Thing)
    thing.id, thing.sequence = ID, 4
    assert thing.recorded == []
    thing.record("a")
    assert thing.drain() == [Recorded("a", 5)]


def test_two_things_share_nothing() -> None:
    one, other = Thing(ID, 0), Thing(ID, 0)
    one.record("a")
    assert other.drain() == []
