"""A member of staff: who he is and what he may do."""

import re
from dataclasses import dataclass, field
from typing import Final, Self
from uuid import UUID

from chassis.domain import Aggregate
from chassis.errors import Conflict, Stale, invalid
from contracts.gateway.events import StaffChanged
from contracts.rights import Permission, Role

GRANTABLE: Final = frozenset({Permission.ORDERS_ENTER_OLD})
"""Rights that are given to a person; everything else comes with a role."""
LANGUAGES: Final = ("ru", "en")
_LOGIN: Final = re.compile(r"[a-z0-9а-яё][a-z0-9а-яё._-]{1,39}")


class LoginTaken(Conflict):
    """Two people would have one log-in."""

    code = "login-taken"
    ru = "Логин {login} уже занят"
    en = "The log-in {login} is taken"


class LastAdmin(Conflict):
    """Nobody would be left to let people in."""

    code = "last-admin"
    ru = "Это последний администратор"
    en = "This is the last administrator"


class NotActive(Conflict):
    """The person does not work here any more."""

    code = "staff-not-active"
    ru = "Сотрудник больше не работает в системе"
    en = "This member of staff is no longer active"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFacts:
    """What an administrator writes about a member of staff.

    Raises:
        Invalid: no role, an ungrantable right, a log-in that cannot be one, a strange language.
    """

    name: str
    login: str
    roles: frozenset[Role]
    grants: frozenset[Permission] = frozenset()
    office_id: UUID | None = None
    language: str = "ru"

    def __post_init__(self) -> None:
        if not _LOGIN.fullmatch(self.login):
            raise invalid(
                "login-malformed",
                "Логин: 2–40 строчных букв, цифр, точек и дефисов",
                "Log-in: 2 to 40 small letters, digits, dots and hyphens",
                "login",
            )
        if not self.roles:
            raise invalid("role-missing", "Нужна хотя бы одна роль", "A role is needed", "roles")
        if not self.grants <= GRANTABLE:
            raise invalid(
                "not-grantable",
                "Это право даёт только роль",
                "This right comes with a role only",
                "grants",
            )
        if Role.DESK in self.roles and self.office_id is None:
            raise invalid(
                "office-missing",
                "Менеджер стола заказов работает в офисе: укажите его",
                "A desk manager works in an office: name it",
                "office_id",
            )
        if self.language not in LANGUAGES:
            raise invalid("language-unknown", "Язык: ru или en", "Language: ru or en", "language")

    @property
    def rights(self) -> tuple[frozenset[Role], frozenset[Permission], UUID | None]:
        """What he may do and where; a change of it ends his sessions."""
        return self.roles, self.grants, self.office_id


@dataclass(eq=False, kw_only=True)
class Staff(Aggregate):
    """A person who works with the system. Leaves by being deactivated; is never deleted."""

    id: UUID
    name: str
    login: str
    roles: list[Role] = field(default_factory=list)
    grants: list[Permission] = field(default_factory=list)
    office_id: UUID | None = None
    language: str = "ru"
    active: bool = True
    password_hash: str | None = None
    pin_hash: str | None = None
    sequence: int = 0

    @classmethod
    def hire(cls, staff_id: UUID, facts: StaffFacts) -> Self:
        """Take a person in; without a password nobody can sign in as him."""
        person = cls(id=staff_id, name=facts.name, login=facts.login)
        person._take(facts)
        return person

    @property
    def facts(self) -> StaffFacts:
        """What may be edited, as it stands."""
        return StaffFacts(
            name=self.name,
            login=self.login,
            roles=frozenset(self.roles),
            grants=frozenset(self.grants),
            office_id=self.office_id,
            language=self.language,
        )

    def change(self, facts: StaffFacts, *, version: int) -> bool:
        """Let the person be as written now; tell whether his rights changed.

        Raises:
            Stale: somebody else changed him since `version` was read.
        """
        if version != self.sequence:
            raise Stale(current=self.sequence)
        before = self.facts
        if facts != before:
            self._take(facts)
        return facts.rights != before.rights

    def deactivate(self) -> None:
        """He does not work here any more.

        Raises:
            NotActive: he has left already.
        """
        self._must_be_active()
        self.active = False
        self.record(self.state())

    def activate(self) -> None:
        """He works here again; his old password and PIN do not count."""
        if self.active:
            return
        self.active = True
        self.password_hash = None
        self.pin_hash = None
        self.record(self.state())

    def give_password(self, password_hash: str) -> None:
        """Remember the hash of his new password.

        Raises:
            NotActive: he has left.
        """
        self._must_be_active()
        self.password_hash = password_hash

    def give_pin(self, pin_hash: str | None) -> None:
        """Remember the hash of his PIN at the tablets; None takes it away.

        Raises:
            NotActive: he has left.
        """
        self._must_be_active()
        self.pin_hash = pin_hash

    def state(self) -> StaffChanged:
        """Say the whole person, for those who hear of him first."""
        return StaffChanged(
            staff_id=self.id,
            name=self.name,
            roles=tuple(sorted(Role(role) for role in self.roles)),
            office_id=self.office_id,
            active=self.active,
        )

    def _must_be_active(self) -> None:
        if not self.active:
            raise NotActive

    def _take(self, facts: StaffFacts) -> None:
        self.name = facts.name
        self.login = facts.login
        self.roles = sorted(facts.roles)
        self.grants = sorted(facts.grants)
        self.office_id = facts.office_id
        self.language = facts.language
        self.record(self.state())
