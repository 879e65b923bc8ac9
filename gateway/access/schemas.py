"""Staff, sessions and API tokens as JSON. A password, a PIN or a token is only ever taken in."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field, SecretStr

from chassis.http import In, Out
from contracts.rights import Permission, Role, Scope, Shop
from gateway.access.domain.proof import login_of
from gateway.access.domain.staff import StaffFacts

Secret = Annotated[SecretStr, Field(min_length=1, max_length=512)]
Name = Annotated[str, Field(min_length=1, max_length=100)]


class SignInIn(In):
    """Log-in and password."""

    login: Annotated[str, Field(min_length=1, max_length=200)]
    password: Secret


class StaffIn(In):
    """All that may be edited of a member of staff."""

    name: Name
    login: Annotated[str, Field(min_length=2, max_length=40)]
    roles: Annotated[frozenset[Role], Field(min_length=1)]
    grants: frozenset[Permission] = frozenset()
    office_id: UUID | None = None
    language: str = "ru"

    def facts(self) -> StaffFacts:
        """Return them as the domain takes them."""
        return StaffFacts(
            name=self.name,
            login=login_of(self.login),
            roles=self.roles,
            grants=self.grants,
            office_id=self.office_id,
            language=self.language,
        )


class PasswordIn(In):
    """A new password."""

    password: Secret


class OwnPasswordIn(In):
    """The old password and the new one."""

    old: Secret
    new: Secret


class PinIn(In):
    """A new PIN; null takes it away."""

    pin: Annotated[SecretStr, Field(min_length=1, max_length=20)] | None


class LanguageIn(In):
    """The language to be spoken to in."""

    language: str


class Colleague(Out):
    """A member of staff as colleagues see him."""

    id: UUID
    name: str
    roles: tuple[Role, ...]
    office_id: UUID | None
    active: bool


class StaffOut(Colleague):
    """A member of staff as an administrator sees him; `version` is the ETag."""

    login: str
    grants: tuple[Permission, ...]
    language: str
    has_password: bool
    has_pin: bool
    version: int


class Right(Out):
    """A permission and how far it reaches."""

    permission: Permission
    scope: Scope


class SessionOut(Out):
    """Who asks, and what he may do."""

    subject: str
    staff_id: UUID | None
    name: str | None
    language: str
    roles: tuple[Role, ...]
    rights: tuple[Right, ...]
    office_id: UUID | None
    shop: Shop | None
    device_id: UUID | None
    operator_verified: bool


class TokenIn(In):
    """A new API token: for a member of staff, or with roles of its own."""

    name: Name
    expires_at: AwareDatetime
    staff_id: UUID | None = None
    roles: frozenset[Role] = frozenset()
    office_id: UUID | None = None


class TokenOut(Out):
    """An API token; its secret is not shown again."""

    id: UUID
    name: str
    hint: str
    staff_id: UUID | None
    roles: tuple[Role, ...]
    office_id: UUID | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


class NewTokenOut(TokenOut):
    """A new API token with its secret, shown this once."""

    token: str
