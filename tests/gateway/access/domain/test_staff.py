import json
from uuid import UUID

import pytest

from chassis.codec import encode
from chassis.errors import Invalid, Stale
from contracts.rights import Permission, Role
from gateway.access.domain.staff import NotActive, Staff
from tests.gateway.people import example, sokolova

ANNA = UUID("018f0000-0000-7000-8000-000000000101")


def anna() -> Staff:
    person = Staff.hire(ANNA, sokolova())
    person.drain()
    return person


def refusal(**changes: object) -> str:
    with pytest.raises(Invalid) as refused:
        sokolova(**changes)
    return refused.value.fields[0].code


def test_new_person_is_told_as_the_contract_shows() -> None:
    person = Staff.hire(ANNA, sokolova())

    said = json.loads(encode(person.recorded[0]))
    assert said == example("gateway.staff.changed.v1")


def test_what_is_told_holds_neither_log_in_nor_hash() -> None:
    person = anna()
    person.give_password("$argon2id$secret")
    person.deactivate()

    said = encode(person.recorded[0])
    assert "sokolova" not in said
    assert "argon2" not in said


@pytest.mark.parametrize("login", ["", "a", "Анна С", "a" * 41, "-anna", "anna@shop", "anna\n"])
def test_log_in_is_a_short_word(login: str) -> None:
    assert refusal(login=login) == "login-malformed"


def test_person_has_a_role() -> None:
    assert refusal(roles=frozenset()) == "role-missing"


def test_desk_manager_works_in_an_office() -> None:
    assert refusal(office_id=None) == "office-missing"


def test_rights_of_a_role_are_not_granted_to_a_person() -> None:
    assert refusal(grants=frozenset({Permission.ORDERS_CANCEL})) == "not-grantable"


def test_right_to_enter_old_orders_is_granted_to_a_person() -> None:
    assert sokolova(grants=frozenset({Permission.ORDERS_ENTER_OLD})).grants


def test_language_is_russian_or_english() -> None:
    assert refusal(language="de") == "language-unknown"


def test_new_name_does_not_touch_rights() -> None:
    person = anna()

    assert not person.change(sokolova(name="Анна Волкова"), version=1)
    assert person.recorded == [person.state()]


def test_new_role_changes_rights() -> None:
    person = anna()

    assert person.change(sokolova(roles=frozenset({Role.DESK, Role.QUALITY})), version=1)
    assert person.state().roles == (Role.DESK, Role.QUALITY)


def test_same_facts_are_no_news() -> None:
    person = anna()

    assert not person.change(sokolova(), version=1)
    assert person.recorded == []


def test_edit_of_an_old_version_is_refused() -> None:
    with pytest.raises(Stale):
        anna().change(sokolova(name="Анна Волкова"), version=0)


def test_he_who_left_leaves_once() -> None:
    person = anna()
    person.deactivate()

    assert person.state().active is False
    with pytest.raises(NotActive):
        person.deactivate()


def test_he_who_left_gets_no_password_and_no_pin() -> None:
    person = anna()
    person.deactivate()

    with pytest.raises(NotActive):
        person.give_password("hash")
    with pytest.raises(NotActive):
        person.give_pin("hash")


def test_he_who_comes_back_needs_a_new_password_and_pin() -> None:
    person = anna()
    person.give_password("hash")
    person.give_pin("hash")
    person.deactivate()
    person.activate()

    assert (person.password_hash, person.pin_hash) == (None, None)
    assert person.state().active


def test_he_who_works_here_is_not_activated_again() -> None:
    person = anna()
    person.give_password("hash")
    person.activate()

    assert person.password_hash == "hash"
    assert person.recorded == []
