"""Cursors, rings, and who sees what."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.actor import Actor
from chassis.errors import Forbidden
from chassis.ids import new_id
from contracts.envelope import Audience
from contracts.rights import Role, Shop
from gateway.feed.domain import (
    Anew,
    ForeignCursor,
    Frame,
    FromLog,
    FromRing,
    Recent,
    Ring,
    Routing,
    after,
    furthest,
    log_name,
    plan,
    read_cursor,
    reader_of,
    with_cursor,
    write_cursor,
)
from tests.gateway.feed.facts import ANNA, ART_TABLET, BORIS, DIRECTOR, LENINA, PARK, TABLET, seen

SLOTS = (("orders.work-orders.v1", 0), ("orders.work-orders.v1", 1))
NAME = log_name(SLOTS, "cluster")
OFFSETS = st.integers(min_value=0, max_value=2**63 - 1)


@given(st.tuples(OFFSETS, OFFSETS))
def test_a_cursor_reads_back_as_the_position_it_was_written_from(position: tuple[int, ...]) -> None:
    cursor = write_cursor(NAME, position)

    assert read_cursor(cursor, NAME, 2) == position
    assert cursor.isascii()
    assert "=" not in cursor


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_garbage_is_a_foreign_cursor_and_nothing_else(text: str) -> None:
    with pytest.raises(ForeignCursor):
        read_cursor(text, NAME, 2)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3),
    )
)
def test_any_json_in_a_cursor_is_read_or_foreign(value: object) -> None:
    text = base64.urlsafe_b64encode(json.dumps([NAME, value, 3]).encode()).decode().rstrip("=")
    try:
        position = read_cursor(text, NAME, 2)
    except ForeignCursor:
        return
    assert position == (value, 3)
    assert type(position[0]) is int
    assert position[0] >= 0


def test_a_cursor_of_another_log_is_foreign() -> None:
    cursor = write_cursor(log_name(SLOTS, "a broker set up anew"), (1, 2))

    with pytest.raises(ForeignCursor):
        read_cursor(cursor, NAME, 2)


def test_a_cursor_nested_without_end_is_foreign() -> None:
    deep = base64.urlsafe_b64encode(b"[" * 3_000).decode()

    with pytest.raises(ForeignCursor):
        read_cursor(deep, NAME, 2)


def test_a_position_never_goes_back() -> None:
    assert after((5, 7), 0, 5) == (6, 7)
    assert after((5, 7), 0, 2) == (5, 7)
    assert furthest((5, 7), (9, 1)) == (9, 7)


def frame(turn: int, slot: int, offset: int) -> Frame:
    body = b"event: x\ndata: {}\n\n"
    return Frame(turn, slot, offset, Routing(frozenset()), body, with_cursor("c", body))


def rings() -> list[Ring]:
    first, second = Ring(10, limit=3), Ring(0, limit=3)
    for turn, offset in enumerate((10, 11, 12, 13)):
        first.add(frame(turn * 2, 0, offset))
    second.add(frame(3, 1, 0))
    return [first, second]


def test_what_is_in_memory_comes_from_memory_in_the_order_it_was_seen() -> None:
    caught_up = plan((12, 0), (14, 1), rings())

    assert isinstance(caught_up, FromRing)
    assert [(f.slot, f.offset) for f in caught_up.frames] == [(1, 0), (0, 12), (0, 13)]


def test_a_frame_that_came_after_the_join_is_not_replayed() -> None:
    caught_up = plan((12, 1), (13, 1), rings())

    assert isinstance(caught_up, FromRing)
    assert [f.offset for f in caught_up.frames] == [12]


def test_what_fell_out_of_memory_comes_from_the_log() -> None:
    assert plan((10, 1), (14, 1), rings()) == FromLog((10, 1), (14, 1))


def test_a_slot_in_which_the_reader_is_ahead_is_not_read_back() -> None:
    assert plan((10, 9), (14, 1), rings()) == FromLog((10, 9), (14, 9))


def test_only_lately_seen_events_are_remembered() -> None:
    recent = Recent(limit=2)
    one, two, three = new_id(), new_id(), new_id()

    assert [recent.is_new(item) for item in (one, two, one, three, one, three)] == [
        True, True, False, True, True, False,
    ]  # fmt: skip


def test_too_much_to_replay_is_begun_anew() -> None:
    assert plan((0, 0), (5_001, 0), [Ring(5_001), Ring(0)]) == Anew("too-old")


BOTH = frozenset(Audience)


@pytest.mark.parametrize(
    ("actor", "audience", "may_see"),
    [
        (TABLET, {Audience.SHOP}, True),
        (TABLET, BOTH - {Audience.SHOP}, False),
        (TABLET, frozenset(), False),
        (ART_TABLET, BOTH, False),
        (ANNA, {Audience.OFFICE}, True),
        (ANNA, {Audience.OWN_OFFICE}, True),
        (ANNA, {Audience.SHOP, Audience.MANAGEMENT}, False),
        (ANNA, frozenset(), False),
        (BORIS, {Audience.MANAGEMENT}, True),
        (BORIS, {Audience.OFFICE}, True),
        (BORIS, {Audience.SHOP}, False),
        (DIRECTOR, {Audience.MANAGEMENT}, True),
        (DIRECTOR, {Audience.SHOP}, False),
    ],
)
def test_the_audience_is_an_allow_list(
    actor: Actor, audience: frozenset[Audience], *, may_see: bool
) -> None:
    event = Routing(frozenset(audience), frozenset({str(LENINA)}), frozenset({Shop.WORKSHOP.value}))

    assert reader_of(actor)(event) is may_see


def test_an_own_office_event_reaches_the_office_that_hands_out_but_no_third_one() -> None:
    event = Routing(frozenset({Audience.OWN_OFFICE}), frozenset({str(PARK)}))
    at_park = Actor(subject="staff:p", roles=frozenset({Role.DESK}), office_id=PARK)
    nowhere = Actor(subject="staff:n", roles=frozenset({Role.DESK}))

    assert reader_of(at_park)(event)
    assert not reader_of(ANNA)(event)
    assert not reader_of(nowhere)(event)


@pytest.mark.parametrize(("actor", "may_see"), [
    (ANNA, True), (DIRECTOR, True), (BORIS, False), (TABLET, False),
])  # fmt: skip
def test_money_reaches_only_those_who_read_prices(actor: Actor, *, may_see: bool) -> None:
    event = Routing(BOTH, frozenset({str(LENINA)}), frozenset({"workshop"}), priced=True)

    assert reader_of(actor)(event) is may_see


@pytest.mark.parametrize("role", [Role.ADMIN, Role.ADVERTISING, Role.DRIVER])
def test_who_may_not_read_the_feed_is_refused(role: Role) -> None:
    with pytest.raises(Forbidden):
        reader_of(Actor(subject="staff:x", roles=frozenset({role})))


def test_a_machine_is_no_reader() -> None:
    with pytest.raises(Forbidden):
        reader_of(Actor.system("orders"))


def test_an_event_that_names_no_office_and_no_shop_concerns_nobody() -> None:
    assert Routing.of(BOTH, object(), priced=False) == Routing(BOTH)


def test_an_event_concerns_the_offices_and_shops_that_it_names() -> None:
    routing = Routing.of(BOTH, seen(Shop.WORKSHOP), priced=False)

    assert routing == Routing(BOTH, frozenset({str(LENINA), str(PARK)}), frozenset({"workshop"}))
