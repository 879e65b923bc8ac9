"""How people write numbers and addresses, and what is made of them."""

from typing import Any

import pytest

from chassis.errors import Invalid
from services.clients.registry.schemas import ClientIn, read_email, read_phone


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("8 (921) 555-12-34", "+79215551234"),
        ("+7 921 555 12 34", "+79215551234"),
        ("89215551234", "+79215551234"),
        ("79215551234", "+79215551234"),
        ("7 (921) 555-12-34", "+79215551234"),
        ("9215551234", "+79215551234"),
        ("921 555-12-34", "+79215551234"),
        ("8-921-555-12-34", "+79215551234"),
        ("тел. +7 (921) 555-12-34", "+79215551234"),
        ("8 812 555-01-01", "+78125550101"),
        ("+44 20 7946 0958", "+442079460958"),
        ("8 10 44 20 7946 0958", "+442079460958"),
        ("+375 29 123-45-67", "+375291234567"),
        ("+49 30 901820", "+4930901820"),
    ],
)
def test_a_number_is_read_as_people_write_it(written: str, number: str) -> None:
    assert read_phone(written).number == number


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "phone-unreadable"),
        ("не помнит", "phone-unreadable"),
        ("12", "phone-impossible"),
        ("555-12-34", "phone-impossible"),
        ("8 921 555-12-3", "phone-impossible"),
        ("8 (921) 555-12-345", "phone-impossible"),
        ("+7 000 000 00 00", "phone-impossible"),
        ("8 812 555-01-01 доб. 12", "phone-extension"),
        ("+999 123 456 789", "phone-unreadable"),
    ],
)
def test_what_is_no_number_is_refused_and_says_why(written: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_phone(written, "phones", 0)
    fault = refused.value.fields[0]
    assert (fault.code, fault.loc) == (code, ("phones", 0))
    assert fault.ru
    assert fault.en


@pytest.mark.parametrize(
    ("written", "takes"),
    [("8 921 555-12-34", True), ("8 812 555-01-01", False), ("+1 212 555 0123", True)],
)
def test_a_landline_takes_no_sms(written: str, takes: bool) -> None:  # noqa: FBT001 - a table
    assert read_phone(written).takes_sms is takes


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Ivanova@Example.org", "ivanova@example.org"),
        (" o'neil+glass@mail.example.co.uk ", "o'neil+glass@mail.example.co.uk"),
        ("ivanova@пример.рф", "ivanova@xn--e1afmkfd.xn--p1ai"),
    ],
)
def test_an_address_is_kept_as_it_travels(written: str, address: str) -> None:
    assert read_email(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "ivanova",
        "ivanova@",
        "@example.org",
        "ivanova@example",
        "a b@example.org",
        "a@b@example.org",
        ".a@example.org",
        "a..b@example.org",
        "a@-x.org",
        "a@x..org",
        "иванова@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "a" * 65 + "@example.org",
        "a@" + "x" * 64 + ".org",
        "a@" + ".".join(["x" * 60] * 5) + ".org",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_email(written, "email")
    assert [(f.loc, f.code) for f in refused.value.fields] == [(("email",), "email-unfit")]


def a_form(**other: Any) -> ClientIn:
    return ClientIn.model_validate(
        {"name": "Иванова Мария", "phones": ["8 921 555-12-34"], **other}
    )


def faults(**other: Any) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(Invalid) as refused:
        a_form(**other).card()
    return [(fault.loc, fault.code) for fault in refused.value.fields]


def test_a_form_becomes_a_card() -> None:
    card = a_form(name=" Иванова   Мария ", email="A@B.ru").card()

    assert (card.name, card.phones, card.email) == ("Иванова Мария", ("+79215551234",), "a@b.ru")


def test_a_number_written_twice_is_kept_once() -> None:
    card = a_form(phones=["8 921 555-12-34", "+7 921 5551234", "8 812 555-01-01"]).card()
    assert card.phones == ("+79215551234", "+78125550101")


def test_an_empty_address_is_none() -> None:
    assert a_form(email=" ").card().email is None


def test_every_wrong_field_is_named_in_one_answer() -> None:
    assert faults(name="?", phones=["12", "8 921 555-12-34", "abc"], email="x") == [
        (("phones", 0), "phone-impossible"),
        (("phones", 2), "phone-unreadable"),
        (("email",), "email-unfit"),
        (("name",), "name-empty"),
    ]


def test_an_unreadable_number_is_not_missing_besides() -> None:
    assert faults(phones=["12"]) == [(("phones", 0), "phone-impossible")]


def test_sms_need_a_mobile_number_in_the_first_place() -> None:
    numbers = ["8 812 555-01-01", "8 921 555-12-34"]
    assert faults(phones=numbers) == [(("phones", 0), "phone-takes-no-sms")]
    assert a_form(phones=numbers, channel="phone").card().phones[0] == "+78125550101"


def test_a_field_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="discount"):
        a_form(discount="50")
