"""What the client reads, in his language, and nothing else."""

from itertools import product
from typing import Any

import pytest

from contracts.clients.events import ContactChannel, Language
from contracts.notifications.events import MessageChannel, Purpose
from services.notifications.messages.domain import (
    FIELDS,
    TEMPLATES,
    Address,
    Letter,
    Line,
    Place,
    choose,
    render,
    write,
)

PLACE = Place(
    name="Ленина",
    address="пр. Ленина, 12",
    phone="+7 812 555-01-01",
    opens="10:00",
    closes="19:00",
)
LINES = (
    Line(ru="Зеркало 800×1200, 4 мм", en="Mirror 800×1200, 4 mm", quantity=1),
    Line(ru="Полка 600×200", en="Shelf 600×200", quantity=5),
)
SMS = (MessageChannel.SMS, "+79215551234")
EMAIL = (MessageChannel.EMAIL, "ivanova@example.org")


def a_letter(
    way: tuple[MessageChannel, str], language: Language = Language.RUSSIAN, **other: Any
) -> Letter:
    told = {"number": "Л-0417/26", "place": PLACE, "lines": LINES}
    return write(Purpose.ORDER_READY, way, language, **{**told, **other})


def test_a_russian_sms() -> None:
    assert a_letter(SMS) == Letter(
        channel=MessageChannel.SMS,
        address="+79215551234",
        subject="",
        body="Заказ Л-0417/26 готов. Ждём вас: пр. Ленина, 12, 10:00–19:00. +7 812 555-01-01",
    )


def test_an_english_sms() -> None:
    assert a_letter(SMS, Language.ENGLISH).body == (
        "Order Л-0417/26 is ready. Collect it at: пр. Ленина, 12, 10:00–19:00. +7 812 555-01-01"
    )


def test_a_russian_mail() -> None:
    letter = a_letter(EMAIL)

    assert letter.subject == "Заказ Л-0417/26 готов"
    assert letter.body == (
        "Здравствуйте!\n\nВаш заказ Л-0417/26 готов:\n"
        "— Зеркало 800×1200, 4 мм × 1\n— Полка 600×200 × 5\n\n"
        "Забрать: офис «Ленина», пр. Ленина, 12\nЧасы работы: 10:00–19:00\n"
        "Телефон: +7 812 555-01-01\n"
    )


def test_an_english_mail_names_the_pieces_in_english() -> None:
    letter = a_letter(EMAIL, Language.ENGLISH)

    assert letter.subject == "Order Л-0417/26 is ready"
    assert "— Mirror 800×1200, 4 mm × 1\n— Shelf 600×200 × 5\n" in letter.body


def test_there_is_a_text_for_every_purpose_language_and_way() -> None:
    ways = (MessageChannel.SMS, MessageChannel.EMAIL)
    assert set(TEMPLATES) == set(product(Purpose, Language, ways))


def test_no_template_asks_for_a_field_that_is_not_allowed() -> None:
    for template in TEMPLATES.values():
        for text in (template.subject, template.body):
            assert "{{" not in render(text, dict.fromkeys(FIELDS, "x"))


@pytest.mark.parametrize(
    "payload",
    [
        "{{ password }}",
        "{{ number.__class__ }}",
        "{{ number|upper }}",
        "{{ self }}",
        "{{7*7}}",
        "{{ 7*7 }}",
        "{% for x in y %}",
        "{{ __import__('os') }}",
        "${number}",
        "{number}",
        "{{{ number }}",
        "{{ NUMBER }}",
        "{{  number  }}",
        "#{number}",
        "<%= number %>",
        "%(number)s",
    ],
)
def test_what_is_no_allowed_field_is_printed_as_it_stands(payload: str) -> None:
    shown = render(payload, {"number": "417", "password": "secret"})
    assert shown.replace("417", "{{ number }}") == payload.replace("{{number}}", "{{ number }}")


def test_a_value_is_never_read_as_a_template() -> None:
    values = {"number": "{{ phone }}", "phone": "secret"}
    assert render("{{ number }}", values) == "{{ phone }}"


def test_a_field_without_a_value_is_empty() -> None:
    assert render("[{{ phone }}]", {}) == "[]"


@pytest.mark.parametrize("bad", ["Л\r\nBcc: x@y.ru", "Л\nX", "Л\x00", "Л\u2028X", "Л\x1b[31m"])
def test_a_line_break_in_a_value_begins_no_header(bad: str) -> None:
    letter = a_letter(EMAIL, number=bad)
    assert letter.subject.isprintable()
    assert all(line.isprintable() for line in letter.body.split("\n"))


def an_address(channel: ContactChannel, *, phone: bool = True, email: bool = True) -> Address:
    return Address(
        phones=("+79215551234", "+78125550101") if phone else (),
        email="ivanova@example.org" if email else None,
        language=Language.RUSSIAN,
        channel=channel,
    )


def test_he_is_told_as_he_prefers_and_on_his_first_number() -> None:
    assert choose(an_address(ContactChannel.SMS)) == SMS
    assert choose(an_address(ContactChannel.EMAIL)) == EMAIL


def test_without_the_address_for_it_he_is_told_the_other_way() -> None:
    assert choose(an_address(ContactChannel.SMS, phone=False)) == EMAIL
    assert choose(an_address(ContactChannel.EMAIL, email=False)) == SMS


def test_without_any_address_there_is_no_way() -> None:
    assert choose(an_address(ContactChannel.SMS, phone=False, email=False)) is None
