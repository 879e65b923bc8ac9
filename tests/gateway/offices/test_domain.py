import json
from datetime import date, time

import pytest

from chassis.codec import encode
from chassis.errors import Invalid, Stale
from chassis.ids import new_id
from gateway.offices.domain import Office, shape_of
from tests.gateway.people import example, lenina


def code_of(error: pytest.ExceptionInfo[Invalid]) -> str:
    return error.value.fields[0].code


def test_new_office_says_itself_as_the_contract_shows() -> None:
    golden = example("gateway.office.changed.v1")
    facts = lenina(closed=(date(2026, 12, 31),), opened=(date(2026, 12, 26),))

    office = Office.open(new_id(), "Л", facts)

    said = json.loads(encode(office.recorded[0]))
    assert said == golden | {"office_id": str(office.id)}
    assert office.sequence == 1


@pytest.mark.parametrize("letter", ["", "л", "ЛА", "1", "Ъ ", "ß"])
def test_letter_is_one_capital(letter: str) -> None:
    with pytest.raises(Invalid) as refused:
        Office.open(new_id(), letter, lenina())
    assert code_of(refused) == "letter-malformed"


@pytest.mark.parametrize(("one", "other"), [("С", "C"), ("Е", "Ё"), ("Н", "H"), ("У", "Y")])
def test_twins_of_two_alphabets_have_one_shape(one: str, other: str) -> None:
    assert shape_of(one) == shape_of(other)


@pytest.mark.parametrize("zone", ["Moscow/Europe", "", "../etc/passwd", "Europe", "UTC+3"])
def test_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(Invalid) as refused:
        lenina(zone=zone)
    assert code_of(refused) == "zone-unknown"


def test_office_does_not_close_before_it_opens() -> None:
    with pytest.raises(Invalid) as refused:
        lenina(opens=time(19), closes=time(10))
    assert code_of(refused) == "hours-backwards"


def test_day_is_not_both_closed_and_opened() -> None:
    day = (date(2026, 12, 31),)
    with pytest.raises(Invalid) as refused:
        lenina(closed=day, opened=day)
    assert code_of(refused) == "day-both-ways"


def test_change_is_told_with_the_next_number() -> None:
    office = Office.open(new_id(), "Л", lenina())
    office.drain()

    office.change(lenina(phone="+7 812 555-01-02"), version=1)

    assert office.sequence == 2
    assert office.recorded == [office.state()]
    assert office.state().phone == "+7 812 555-01-02"


def test_same_facts_are_no_news() -> None:
    office = Office.open(new_id(), "Л", lenina())
    office.drain()

    office.change(lenina(), version=1)

    assert office.recorded == []
    assert office.sequence == 1


def test_edit_of_an_old_version_is_refused() -> None:
    office = Office.open(new_id(), "Л", lenina())

    with pytest.raises(Stale):
        office.change(lenina(name="Парк"), version=0)
    assert office.name == "Ленина"


def test_days_are_told_in_order_and_once() -> None:
    days = (date(2027, 1, 9), date(2026, 12, 31), date(2027, 1, 9))

    office = Office.open(new_id(), "Л", lenina(closed=days))

    assert office.state().closed == (date(2026, 12, 31), date(2027, 1, 9))
