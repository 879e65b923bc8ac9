"""Client cards on the wire, and how people write telephone numbers."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final, Literal, Self
from uuid import UUID

import phonenumbers
from pydantic import Field

from chassis.errors import FieldError, Invalid
from chassis.http import In, Out
from contracts.clients.events import ClientKind, ContactChannel, Language
from services.clients.registry.domain import Card, Client

REGION: Final = "RU"
"""Country of a number that is written without one."""
_LOCAL: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
_LABEL: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
MAX_EMAIL: Final = 254
_BY_SMS = {
    phonenumbers.PhoneNumberType.MOBILE,
    phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
}


@dataclass(frozen=True, slots=True)
class ReadPhone:
    """A telephone number that was understood."""

    number: str
    """E.164."""
    takes_sms: bool


def read_phone(text: str, *loc: str | int) -> ReadPhone:
    """Read a number as people write it: `8 (921) 555-12-34`, `+44 20 7946 0958`.

    Raises:
        Invalid: naming the field `loc` and what is wrong with it.
    """
    try:
        number = phonenumbers.parse(_with_country(text), REGION)
    except phonenumbers.NumberParseException:
        raise _phone_fault("phone-unreadable", loc) from None
    if number.extension:
        raise _phone_fault("phone-extension", loc)
    if not phonenumbers.is_valid_number(number):
        raise _phone_fault("phone-impossible", loc)
    return ReadPhone(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        phonenumbers.number_type(number) in _BY_SMS,
    )


def complete_number(text: str) -> str | None:
    """Return the number in E.164, or nothing while it is half typed."""
    try:
        return read_phone(text).number
    except Invalid:
        return None


def _with_country(text: str) -> str:
    """A Russian number dialled as `7 921 …` without its plus is one all the same."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 11 and digits[0] == "7" and "+" not in text:  # noqa: PLR2004 - 7 + ten
        return f"+{digits}"
    return text


def _phone_fault(code: str, loc: tuple[str | int, ...]) -> Invalid:
    words = {
        "phone-unreadable": (
            "Это не похоже на номер телефона",
            "This does not look like a phone number",
        ),
        "phone-extension": (
            "Добавочный номер не хранится: оставьте только основной",
            "Extensions are not kept: leave the main number only",
        ),
        "phone-impossible": (
            "Такого номера не бывает: проверьте код и число цифр",
            "There is no such number: check the code and the count of digits",
        ),
    }
    return Invalid(FieldError(loc, code, *words[code]))


def read_email(text: str, *loc: str | int) -> str:
    """Return an address in lower case, its domain as it travels (`пример.рф` → `xn--…`).

    Raises:
        Invalid: naming the field `loc`.
    """
    local, at, host = text.strip().rpartition("@")
    try:
        host = host.lower().rstrip(".").encode("idna").decode()
    except UnicodeError:
        host = ""
    labels = host.split(".")
    fits = (
        at
        and _LOCAL.fullmatch(local)
        and not local.startswith(".")
        and not local.endswith(".")
        and ".." not in local
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) for label in labels)
    )
    address = f"{local.lower()}@{host}"
    if not fits or len(address) > MAX_EMAIL:
        fault = FieldError(
            loc,
            "email-unfit",
            "Это не адрес почты, нужен вид имя@домен.ру",
            "This is no e-mail address, it looks like name@domain.com",
        )
        raise Invalid(fault)
    return address


class ClientIn(In):
    """A client's card as the desk fills it in."""

    kind: ClientKind = ClientKind.PERSON
    name: str
    """Person: surname first."""
    phones: Annotated[list[str], Field(default_factory=list, max_length=50)]
    """As people write them; the first is the main one and gets the SMS."""
    email: str | None = None
    language: Language = Language.RUSSIAN
    channel: ContactChannel = ContactChannel.SMS
    office_id: UUID | None = None
    manager_id: UUID | None = None

    def card(self) -> Card:
        """Return the card, numbers and address read.

        Raises:
            Invalid: naming every field that is wrong, by one answer.
        """
        faults: list[FieldError] = []
        phones = self._read_phones(faults)
        email = self._read_email(faults)
        try:
            card = Card(
                kind=self.kind,
                name=" ".join(self.name.split()),
                phones=tuple(phones),
                email=email,
                language=self.language,
                channel=self.channel,
                office_id=self.office_id,
                manager_id=self.manager_id,
            )
        except Invalid as refused:
            # A field that could not be read is not missing besides.
            unread = {fault.loc[0] for fault in faults}
            reach = {"phones", "email"}
            raise Invalid(
                *faults,
                *(f for f in refused.fields if not (unread and f.loc[0] in reach)),
            ) from None
        if faults:
            raise Invalid(*faults)
        return card

    def _read_phones(self, faults: list[FieldError]) -> list[str]:
        numbers: list[str] = []
        for place, text in enumerate(self.phones):
            try:
                phone = read_phone(text, "phones", place)
            except Invalid as refused:
                faults.extend(refused.fields)
                continue
            if not numbers and self.channel is ContactChannel.SMS and not phone.takes_sms:
                faults.append(
                    FieldError(
                        ("phones", place),
                        "phone-takes-no-sms",
                        "СМС уходят на первый номер, а он городской: поставьте первым мобильный",
                        "SMS go to the first number, and it is a landline: put a mobile one first",
                    )
                )
            if phone.number not in numbers:
                numbers.append(phone.number)
        return numbers

    def _read_email(self, faults: list[FieldError]) -> str | None:
        if not self.email:
            return None
        try:
            return read_email(self.email, "email")
        except Invalid as refused:
            faults.extend(refused.fields)
            return None


class ClientOut(Out):
    """A client's card."""

    id: UUID
    version: int
    """What an edit names in If-Match."""
    kind: ClientKind
    name: str
    phones: list[str]
    """E.164, the main one first."""
    email: str | None
    language: Language
    channel: ContactChannel
    office_id: UUID | None
    manager_id: UUID | None
    created_at: datetime
    changed_at: datetime

    @classmethod
    def of(cls, client: Client) -> Self:
        """Return the card of a client in hand."""
        return cls(version=client.sequence, **{n: getattr(client, n) for n in _SAME_NAMES})


_SAME_NAMES = set(ClientOut.model_fields) - {"version"}


class ClientRow(Out):
    """A client in a list."""

    id: UUID
    kind: ClientKind
    name: str
    phones: list[str]
    email: str | None
    language: Language
    channel: ContactChannel
    office_id: UUID | None


class ChangeOut(Out):
    """One field of the card was changed."""

    at: datetime
    by: str
    """Who: `staff:<id>` or `system:<service>`."""
    field: str
    old: Any
    new: Any


class Likeness(Out):
    """Why a client may be the same one."""

    kind: Literal["phone", "email", "name"]
    score: int
    """0–100; an equal phone or address is 100."""
    text: str
    """The same in the reader's language."""


class Suspect(Out):
    """A client who may be the same one, the likeliest first."""

    client: ClientRow
    likeness: list[Likeness]
