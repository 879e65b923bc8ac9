"""What the client reads: templates with an allow-list of fields, and by what way it goes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from contracts.clients.events import ContactChannel, Language
from contracts.notifications.events import MessageChannel, Purpose

FIELDS: Final = frozenset({"number", "place", "address", "hours", "phone", "items"})
_FIELD: Final = re.compile(r"\{\{ ?([a-z_]+) ?\}\}")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Template:
    """A text with `{{ field }}` in it; SMS have no subject."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """How a client can be reached, as far as we know."""

    phones: tuple[str, ...]
    email: str | None
    language: Language
    channel: ContactChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Office where the order waits."""

    name: str
    address: str
    phone: str
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the order in words."""

    ru: str
    en: str
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message ready to leave."""

    channel: MessageChannel
    address: str
    """E.164 or an e-mail address."""
    subject: str
    body: str


_RU, _EN = Language.RUSSIAN, Language.ENGLISH
_SMS, _EMAIL = MessageChannel.SMS, MessageChannel.EMAIL
_READY = Purpose.ORDER_READY
TEMPLATES: Final[Mapping[tuple[Purpose, Language, MessageChannel], Template]] = MappingProxyType(
    {
        (_READY, _RU, _SMS): Template(
            "", "Заказ {{ number }} готов. Ждём вас: {{ address }}, {{ hours }}. {{ phone }}"
        ),
        (_READY, _EN, _SMS): Template(
            "",
            "Order {{ number }} is ready. Collect it at: {{ address }}, {{ hours }}. {{ phone }}",
        ),
        (_READY, _RU, _EMAIL): Template(
            "Заказ {{ number }} готов",
            "Здравствуйте!\n\nВаш заказ {{ number }} готов:\n{{ items }}\n\n"
            "Забрать: офис «{{ place }}», {{ address }}\nЧасы работы: {{ hours }}\n"
            "Телефон: {{ phone }}\n",
        ),
        (_READY, _EN, _EMAIL): Template(
            "Order {{ number }} is ready",
            "Hello,\n\nYour order {{ number }} is ready:\n{{ items }}\n\n"
            "Collect it at: office {{ place }}, {{ address }}\nOpening hours: {{ hours }}\n"
            "Phone: {{ phone }}\n",
        ),
    }
)


def render(template: str, values: Mapping[str, str]) -> str:
    """Put values in place of `{{ field }}`, in one pass; anything else stays as it is written.

    A value is never read as a template again, and a name outside `FIELDS` is never looked up.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        return values.get(name, "") if name in FIELDS else match[0]

    return _FIELD.sub(value, template)


def choose(address: Address) -> tuple[MessageChannel, str] | None:
    """Return by what and where to tell him: as he prefers, else the other way; None = no way.

    `ContactChannel.PHONE` is no matter of ours: the desk rings him.
    """
    sms = (MessageChannel.SMS, address.phones[0]) if address.phones else None
    email = (MessageChannel.EMAIL, address.email) if address.email else None
    return (email or sms) if address.channel is ContactChannel.EMAIL else (sms or email)


def write(
    purpose: Purpose,
    way: tuple[MessageChannel, str],
    language: Language,
    *,
    number: str,
    place: Place,
    lines: Sequence[Line],
) -> Letter:
    """Return the letter in the client's language."""
    channel, address = way
    template = TEMPLATES[purpose, language, channel]
    values = {
        "number": number,
        "place": place.name,
        "address": place.address,
        "hours": f"{place.opens}–{place.closes}",
        "phone": place.phone,
    }
    values = {name: _one_line(value) for name, value in values.items()}
    values["items"] = "\n".join(_line(line, language) for line in lines)
    return Letter(
        channel=channel,
        address=address,
        subject=_one_line(render(template.subject, values)),
        body=render(template.body, values),
    )


def _line(line: Line, language: Language) -> str:
    name = line.en if language is Language.ENGLISH else line.ru
    return f"— {_one_line(name)} × {line.quantity}"


def _one_line(text: str) -> str:
    """A line break in a name must not begin a header of a mail."""
    return _CONTROL.sub(" ", text).strip()
