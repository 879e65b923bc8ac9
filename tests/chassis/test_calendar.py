"""The working calendar: the country's days off, the company's own, and minutes that count."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chassis.calendar import NoWorkingDay, WorkingCalendar

MOSCOW = ZoneInfo("Europe/Moscow")
OFFICE = WorkingCalendar(zone=MOSCOW, opens=time(10), closes=time(19))


def days(text: str) -> list[date]:
    """Read `2026-01: 1-9, 12` as days."""
    month, _, numbers = text.partition(": ")
    found = []
    for part in numbers.split(", "):
        first, _, last = part.partition("-")
        found += [
            date.fromisoformat(f"{month}-{number:02d}")
            for number in range(int(first), int(last or first) + 1)
        ]
    return found


@pytest.mark.parametrize(
    "off",
    [
        "2026-01: 1-11",
        "2026-02: 21-23",
        "2026-03: 7-9",
        "2026-05: 1-3, 9-11",
        "2026-06: 12-14",
        "2026-11: 4",
        "2026-12: 31",
        "2027-01: 1-10",
        "2027-02: 21-23",
        "2027-03: 6-8",
        "2027-05: 1-3, 8-10",
        "2027-06: 12-14",
        "2027-11: 4-7",
        "2027-12: 31",
        "2024-04: 28-30",
    ],
)
def test_days_off_are_those_of_the_production_calendar(off: str) -> None:
    closed = days(off)
    assert not any(OFFICE.is_working(day) for day in closed)


@pytest.mark.parametrize(
    "on",
    [
        "2026-01: 12-16",
        "2026-02: 20, 24",
        "2026-03: 6, 10",
        "2026-04: 30",
        "2026-05: 4-8, 12-15",
        "2026-11: 3, 5, 6",
        "2026-12: 28-30",
        "2027-01: 11-15",
        "2027-02: 20, 24",  # the 20th is a Saturday that is worked
        "2027-05: 4-7, 11",
        "2024-04: 27",  # a worked Saturday
        "2025-11: 1",  # another
    ],
)
def test_working_days_are_those_of_the_production_calendar(on: str) -> None:
    assert all(OFFICE.is_working(day) for day in days(on))


def test_the_year_2026_has_247_working_days() -> None:
    year = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert sum(map(OFFICE.is_working, year)) == 247


def test_a_companys_own_days_go_over_the_countrys_and_closed_over_opened() -> None:
    saturday, monday, holiday = date(2026, 11, 28), date(2026, 11, 30), date(2026, 11, 4)
    own = WorkingCalendar(
        zone=MOSCOW,
        opens=time(10),
        closes=time(19),
        closed=frozenset({monday}),
        opened=frozenset({saturday, holiday, monday}),
    )
    assert own.is_working(saturday)
    assert own.is_working(holiday)
    assert not own.is_working(monday)
    assert own.add_working_days(date(2026, 11, 27), 1) == saturday
    assert own.add_working_days(date(2026, 11, 27), 2) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 24), 1, date(2026, 11, 25)),
        (date(2026, 11, 24), 10, date(2026, 12, 8)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 12, 30), 1, date(2027, 1, 11)),  # over the New Year holidays
        (date(2026, 12, 31), 1, date(2027, 1, 11)),
        (date(2026, 4, 30), 1, date(2026, 5, 4)),
        (date(2026, 5, 8), 1, date(2026, 5, 12)),
        (date(2027, 4, 30), 5, date(2027, 5, 11)),
    ],
)
def test_working_days_are_counted_from_the_next_day(start: date, count: int, end: date) -> None:
    assert OFFICE.add_working_days(start, count) == end
    if OFFICE.is_working(start):
        assert OFFICE.subtract_working_days(end, count) == start


def at(text: str, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-11-24T12:00", 5, "2026-11-24T12:05"),
        ("2026-11-24T18:58", 5, "2026-11-25T10:03"),  # across the night
        ("2026-11-24T18:55", 5, "2026-11-24T19:00"),
        ("2026-11-24T19:00", 5, "2026-11-25T10:05"),
        ("2026-11-24T23:30", 5, "2026-11-25T10:05"),
        ("2026-11-24T07:00", 5, "2026-11-24T10:05"),
        ("2026-11-27T18:58", 5, "2026-11-30T10:03"),  # across the weekend
        ("2026-11-28T12:00", 5, "2026-11-30T10:05"),
        ("2026-12-30T18:59", 2, "2027-01-11T10:01"),  # across the New Year
        ("2026-11-24T10:00", 540, "2026-11-24T19:00"),
        ("2026-11-24T10:00", 541, "2026-11-25T10:01"),
        ("2026-11-24T12:00", 0, "2026-11-24T12:00"),
        ("2026-11-24T20:00", 0, "2026-11-25T10:00"),
    ],
)
def test_working_minutes_pass_only_while_the_place_is_open(
    start: str, minutes: int, end: str
) -> None:
    assert OFFICE.add_working_minutes(at(start), minutes) == at(end)
    assert OFFICE.add_working_minutes(at(start).astimezone(UTC), minutes) == at(end)


def test_minutes_are_counted_in_the_places_own_zone() -> None:
    far = ZoneInfo("Asia/Vladivostok")
    there = WorkingCalendar(zone=far, opens=time(9), closes=time(18))
    friday_evening = at("2026-11-27T10:59")  # 17:59 there
    assert there.add_working_minutes(friday_evening, 2) == at("2026-11-30T09:01", far)


def test_a_place_that_never_opens_is_named() -> None:
    shut = WorkingCalendar(zone=MOSCOW, opens=time(19), closes=time(10))
    with pytest.raises(NoWorkingDay):
        shut.add_working_minutes(at("2026-11-24T12:00"), 1)


DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
SETS = st.frozensets(st.dates(date(2026, 1, 1), date(2027, 6, 1)), max_size=20)


@given(day=DAYS, count=st.integers(1, 60), closed=SETS, opened=SETS)
def test_the_nth_working_day_has_n_working_days_up_to_it(
    day: date, count: int, closed: frozenset[date], opened: frozenset[date]
) -> None:
    own = WorkingCalendar(
        zone=MOSCOW, opens=time(10), closes=time(19), closed=closed, opened=opened
    )
    end = own.add_working_days(day, count)
    assert own.is_working(end)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(map(own.is_working, between)) == count
    if own.is_working(day):
        assert own.subtract_working_days(end, count) == day


ZONES = st.sampled_from(
    [MOSCOW, ZoneInfo("Asia/Yekaterinburg"), ZoneInfo("Asia/Kamchatka"), ZoneInfo("UTC")]
)
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds without a zone are what the strategy wants


@given(zone=ZONES, start=INSTANTS, first=st.integers(0, 1500), second=st.integers(0, 1500))
def test_minutes_may_be_added_in_pieces(
    zone: ZoneInfo, start: datetime, first: int, second: int
) -> None:
    place = WorkingCalendar(zone=zone, opens=time(9, 30), closes=time(18, 15))
    at_once = place.add_working_minutes(start, first + second)
    in_pieces = place.add_working_minutes(place.add_working_minutes(start, first), second)
    assume(second > 0)  # nothing added to a closing hour stays there, else it is the next opening
    assert at_once == in_pieces
    local = at_once.astimezone(zone)
    assert place.is_working(local.date())
    assert time(9, 30) <= local.timetz().replace(tzinfo=None) <= time(18, 15)
    assert at_once >= start


@given(zone=ZONES, start=INSTANTS, minutes=st.integers(1, 3000))
def test_exactly_so_many_minutes_were_open(zone: ZoneInfo, start: datetime, minutes: int) -> None:
    place = WorkingCalendar(zone=zone, opens=time(10), closes=time(19))
    end = place.add_working_minutes(start, minutes)
    open_for = timedelta()
    day = start.astimezone(zone).date()
    while day <= end.astimezone(zone).date():
        if place.is_working(day):
            begin = max(start, datetime.combine(day, time(10), zone))
            until = min(end, datetime.combine(day, time(19), zone))
            open_for += max(timedelta(), until - begin)
        day += timedelta(days=1)
    assert open_for == timedelta(minutes=minutes)
