"""Tablets and their operators as JSON. A code, a PIN or a token is shown once or never."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, SecretStr

from chassis.http import In, Out
from contracts.rights import Shop

DeviceName = Annotated[str, Field(min_length=1, max_length=100)]


class PairingCodeIn(In):
    """For a tablet of which shop."""

    shop: Shop


class PairingCodeOut(Out):
    """A code to be typed on the tablet, once, until it expires."""

    code: str
    shop: Shop
    expires_at: datetime


class PairIn(In):
    """The code from the administrator, and where the tablet hangs."""

    code: Annotated[SecretStr, Field(min_length=1, max_length=40)]
    name: DeviceName


class PairedOut(Out):
    """A paired tablet and its token, shown this once."""

    id: UUID
    name: str
    shop: Shop
    token: str


class DeviceIn(In):
    """What may be edited of a tablet."""

    name: DeviceName


class DeviceOut(Out):
    """A tablet; `version` is its ETag."""

    id: UUID
    name: str
    shop: Shop
    paired_at: datetime
    revoked_at: datetime | None
    seen_at: datetime | None
    version: int


class OperatorTile(Out):
    """A worker to be chosen on the tablet."""

    id: UUID
    name: str
    has_pin: bool


class OperatorIn(In):
    """Who takes the tablet, and his PIN."""

    staff_id: UUID
    pin: Annotated[SecretStr, Field(min_length=1, max_length=20)]


class OperatorOut(Out):
    """The worker at the tablet; `session` goes into the header `X-Operator`."""

    session: str
    staff_id: UUID
    name: str
    idle_minutes: int
