"""What a client's card may and may not say."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from chassis.errors import Invalid
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language
from services.clients.registry.domain import Card, Change, Client, differences, searchable

ID = UUID("018f0000-0000-7000-8000-0000000000c1")
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)


def a_card(**other: Any) -> Card:
    told = {
        "kind": ClientKind.PERSON,
        "name": "Иванова Мария Петровна",
        "phones": ("+79215551234",),
        "email": None,
        "language": Language.RUSSIAN,
        "channel": ContactChannel.SMS,
    }
    return Card(**{**told, **other})


def faults(**other: Any) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(Invalid) as refused:
        a_card(**other)
    return [(fault.loc, fault.code) for fault in refused.value.fields]


def test_taking_a_client_down_tells_his_whole_state() -> None:
    client = Client.take_down(ID, a_card(), at=AT)

    assert client.recorded == [
        ClientChanged(
            client_id=ID,
            kind=ClientKind.PERSON,
            name="Иванова Мария Петровна",
            phones=("+79215551234",),
            language=Language.RUSSIAN,
            channel=ContactChannel.SMS,
        )
    ]
    assert client.sequence == 1


def test_a_correction_tells_the_whole_new_state_under_the_next_number() -> None:
    client = Client.take_down(ID, a_card(), at=AT)
    client.drain()

    client.correct(a_card(email="ivanova@example.org"), at=LATER)

    assert [event.email for event in client.recorded if isinstance(event, ClientChanged)] == [
        "ivanova@example.org"
    ]
    assert (client.sequence, client.changed_at, client.created_at) == (2, LATER, AT)


def test_the_same_card_again_tells_nothing() -> None:
    client = Client.take_down(ID, a_card(), at=AT)
    client.drain()

    client.correct(a_card(), at=LATER)

    assert client.recorded == []
    assert (client.sequence, client.changed_at) == (1, AT)


def test_what_a_client_is_found_by_follows_a_correction() -> None:
    client = Client.take_down(ID, a_card(), at=AT)

    client.correct(a_card(name="Королёва Мария"), at=LATER)

    assert client.search_text == " королева мария 79215551234"


@pytest.mark.parametrize("name", ["", "  ", "—", "!?"])
def test_a_name_has_a_letter(name: str) -> None:
    assert faults(name=name) == [(("name",), "name-empty")]


@pytest.mark.parametrize("name", ["И" * 201, "Иванова\nМария"])
def test_a_name_is_one_line_of_two_hundred(name: str) -> None:
    assert faults(name=name) == [(("name",), "name-unfit")]


@pytest.mark.parametrize("phone", ["89215551234", "+7", "+0921555", "+7921555123456789", "7 921"])
def test_a_phone_is_e164(phone: str) -> None:
    assert faults(phones=("+79215551234", phone)) == [(("phones", 1), "phone-unfit")]


def test_a_card_has_at_most_ten_phones() -> None:
    numbers = tuple(f"+792155512{n}" for n in range(10, 21))
    assert faults(phones=numbers) == [(("phones",), "too-many-phones")]


def test_a_client_can_be_reached_somehow() -> None:
    assert faults(phones=()) == [(("phones",), "no-way-to-reach")]


def test_who_wants_mail_has_an_address() -> None:
    assert faults(channel=ContactChannel.EMAIL) == [(("email",), "email-for-channel")]


@pytest.mark.parametrize("channel", [ContactChannel.SMS, ContactChannel.PHONE])
def test_who_wants_sms_or_a_call_has_a_phone(channel: ContactChannel) -> None:
    assert faults(phones=(), email="a@b.ru", channel=channel) == [
        (("phones",), "phone-for-channel")
    ]


def test_all_faults_are_told_at_once() -> None:
    assert faults(name="", phones=()) == [
        (("name",), "name-empty"),
        (("phones",), "no-way-to-reach"),
    ]


def test_differences_are_field_by_field() -> None:
    before, after = a_card(), a_card(name="Иванова Мария", email="a@b.ru")

    assert differences(before, after) == [
        Change("name", "Иванова Мария Петровна", "Иванова Мария"),
        Change("email", None, "a@b.ru"),
    ]
    assert differences(before, before) == []


def test_a_new_card_differs_by_what_is_filled_in() -> None:
    changed = [change.field for change in differences(None, a_card())]
    assert changed == ["kind", "name", "phones", "language", "channel"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Королёва", "королева"),
        ("ООО «Мебель-Град»", "ооо мебель град"),
        ("Ångström, Zoë", "angstrom zoe"),
        ("  Иванова \t Мария ", "иванова мария"),
        ("100%_x", "100 x"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_words_are_compared_without_case_accents_and_marks(text: str, plain: str) -> None:
    assert searchable(text) == plain


def test_words_of_a_name_are_kept_without_its_numbers() -> None:
    assert a_card(name="ООО «Мебель-Град» 7").words == {"ооо", "мебель", "град"}
