"""Messages on the wire."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import ConfigDict

from chassis.http import In, Out
from contracts.notifications.events import MessageChannel, Purpose
from services.notifications.messages.domain import Fate, State


class MessageOut(Out):
    """What became of telling a client: the answer to "was he told?"."""

    id: UUID
    purpose: Purpose
    work_order_id: UUID
    order_number: str
    client_id: UUID
    state: State
    moot: bool
    """The order no longer waits for the client, but the message had left our hands."""
    channel: MessageChannel | None
    address: str | None
    subject: str | None
    body: str | None
    reason: str | None
    attempts: int
    created_at: datetime
    due_at: datetime
    """Queued: not sent before this instant. Unknown: when the provider is asked next."""
    told_at: datetime | None
    changed_at: datetime


class Delivery(StrEnum):
    """What a provider of SMS reports."""

    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    FAILED = "failed"


class SmsReport(In):
    """A provider's report; what else it says is passed over."""

    model_config = ConfigDict(extra="ignore")

    id: UUID
    """Our own key of the message."""
    status: Delivery

    @property
    def fate(self) -> Fate:
        """What it says of its message."""
        return {
            Delivery.ACCEPTED: Fate.ACCEPTED,
            Delivery.DELIVERED: Fate.DELIVERED,
            Delivery.FAILED: Fate.UNDELIVERED,
        }[self.status]
