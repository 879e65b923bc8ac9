"""A client of the shop: who he is, how and in what language he wants to be told."""

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final
from uuid import UUID

from chassis.domain import Aggregate
from chassis.errors import FieldError, Invalid
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language

MAX_NAME: Final = 200
MAX_PHONES: Final = 10
_E164: Final = re.compile(r"\+[1-9]\d{6,14}")
_MARKS: Final = re.compile(r"[^\w]|_")
_WORDS: Final = {
    "phone-unfit": (
        "Это не номер телефона с кодом страны",
        "This is no phone number with a country code",
    ),
    "too-many-phones": (
        f"Не больше {MAX_PHONES} телефонов",
        f"At most {MAX_PHONES} phones",
    ),
    "no-way-to-reach": (
        "Нужен телефон или почта",
        "A phone or an e-mail is needed",
    ),
    "email-for-channel": (
        "Чтобы писать на почту, нужен адрес",
        "To tell by e-mail an address is needed",
    ),
    "phone-for-channel": (
        "Чтобы писать СМС или звонить, нужен телефон",
        "To send SMS or to call a phone is needed",
    ),
}


def searchable(text: str) -> str:
    """Return words as they are compared: no case, no accents, ё = е, marks are blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_MARKS.sub(" ", plain).split())


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name, as they are compared; numbers are none."""
    return frozenset(word for word in searchable(name).split() if not word.isdigit())


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands on the client's card. A card that cannot be does not come into being.

    Raises:
        Invalid: naming each field that is wrong.
    """

    kind: ClientKind
    name: str
    phones: tuple[str, ...]
    """E.164, the main one first."""
    email: str | None
    language: Language
    channel: ContactChannel
    office_id: UUID | None = None
    manager_id: UUID | None = None

    def __post_init__(self) -> None:
        faults = (*self._name_faults(), *self._address_faults())
        if faults:
            raise Invalid(*faults)

    def _name_faults(self) -> list[FieldError]:
        if not any(c.isalnum() for c in self.name):
            return [FieldError(("name",), "name-empty", "Укажите имя", "Give a name")]
        if len(self.name) > MAX_NAME or not self.name.isprintable():
            return [
                FieldError(
                    ("name",),
                    "name-unfit",
                    f"Имя — одна строка не длиннее {MAX_NAME} знаков",
                    f"A name is one line of at most {MAX_NAME} characters",
                )
            ]
        return []

    def _address_faults(self) -> list[FieldError]:
        unfit = [
            FieldError(("phones", place), "phone-unfit", *_WORDS["phone-unfit"])
            for place, phone in enumerate(self.phones)
            if not _E164.fullmatch(phone)
        ]
        if len(self.phones) > MAX_PHONES:
            unfit.append(FieldError(("phones",), "too-many-phones", *_WORDS["too-many-phones"]))
        missing = self._missing()
        if missing is not None:
            field, code = missing
            unfit.append(FieldError((field,), code, *_WORDS[code]))
        return unfit

    def _missing(self) -> tuple[str, str] | None:
        """Return which field is missing for the client to be reached as he wishes, and the code."""
        if not self.phones and self.email is None:
            return "phones", "no-way-to-reach"
        if self.channel is ContactChannel.EMAIL:
            return ("email", "email-for-channel") if self.email is None else None
        return ("phones", "phone-for-channel") if not self.phones else None

    @property
    def words(self) -> frozenset[str]:
        """Words of the name."""
        return words_of(self.name)

    @property
    def search_text(self) -> str:
        """Words by which the client is found while typing, with a blank before each."""
        digits = " ".join(phone.removeprefix("+") for phone in self.phones)
        return f" {searchable(self.name)} {digits} {searchable(self.email or '')}".rstrip()


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a card before and after."""

    field: str
    old: object
    new: object


def differences(before: Card | None, after: Card) -> list[Change]:
    """Return what differs, field by field; a new card differs from nothing by what is filled."""
    found = []
    for name in (field.name for field in fields(Card)):
        old = getattr(before, name) if before else None
        new = getattr(after, name)
        if old != new and not (before is None and new in (None, ())):
            found.append(Change(name, old, new))
    return found


@dataclass(eq=False, kw_only=True)
class Client(Aggregate):
    """A person or a company who orders from us."""

    id: UUID
    sequence: int = 0
    """Also the version that an edit names in If-Match: every change is one event."""
    kind: ClientKind
    name: str
    phones: tuple[str, ...]
    email: str | None
    language: Language
    channel: ContactChannel
    office_id: UUID | None
    manager_id: UUID | None
    search_text: str
    created_at: datetime
    changed_at: datetime

    @classmethod
    def take_down(cls, id_: UUID, card: Card, *, at: datetime) -> "Client":
        """Return a new client, and say so."""
        client = cls(
            id=id_,
            kind=card.kind,
            name=card.name,
            phones=card.phones,
            email=card.email,
            language=card.language,
            channel=card.channel,
            office_id=card.office_id,
            manager_id=card.manager_id,
            search_text=card.search_text,
            created_at=at,
            changed_at=at,
        )
        client.record(client.told())
        return client

    @property
    def card(self) -> Card:
        """The card as it stands."""
        return Card(**{field.name: getattr(self, field.name) for field in fields(Card)})

    def correct(self, card: Card, *, at: datetime) -> None:
        """Put another card in place of this one; the same card changes nothing."""
        if card == self.card:
            return
        for field in fields(Card):
            setattr(self, field.name, getattr(card, field.name))
        self.search_text = card.search_text
        self.changed_at = at
        self.record(self.told())

    def told(self) -> ClientChanged:
        """Return the client as other services are told of him."""
        return ClientChanged(
            client_id=self.id,
            kind=self.kind,
            name=self.name,
            phones=self.phones,
            email=self.email,
            language=self.language,
            channel=self.channel,
            office_id=self.office_id,
            manager_id=self.manager_id,
        )
