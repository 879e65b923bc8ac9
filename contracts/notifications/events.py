"""What became of a message to a client. No name, phone or address: ids alone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from contracts.envelope import Audience, event
from contracts.topics import MESSAGES


class Purpose(StrEnum):
    """Why the client is told; one message per order and purpose is open at a time."""

    ORDER_READY = "order-ready"


class MessageChannel(StrEnum):
    """By what a message travels."""

    SMS = "sms"
    EMAIL = "email"
    PHONE = "phone"
    """A person of the desk rang him."""


@event("notifications.message.accepted.v1", MESSAGES, Audience.OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageAccepted:
    """The client is told ("at 14:02 by SMS"): the provider took it, or the desk rang him."""

    message_id: UUID
    work_order_id: UUID
    client_id: UUID
    purpose: Purpose
    channel: MessageChannel
    at: datetime
    """When the provider took it or the call was made, UTC."""


@event("notifications.message.delivered.v1", MESSAGES, Audience.OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDelivered:
    """The provider reports that the message reached the client's telephone."""

    message_id: UUID
    work_order_id: UUID
    client_id: UUID
    purpose: Purpose
    channel: MessageChannel
    at: datetime
    """When the report came, UTC."""


@event("notifications.message.failed.v1", MESSAGES, Audience.OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFailed:
    """The client was not told and nothing more will be tried by itself: a person must act."""

    message_id: UUID
    work_order_id: UUID
    client_id: UUID
    purpose: Purpose
    reason: str
    """Stable code: `client-unknown`, `no-address`, `refused`, `unreachable`, `not-delivered`."""
    at: datetime
    channel: MessageChannel | None = None
    """None when no channel could be chosen."""


@event("notifications.message.unknown.v1", MESSAGES, Audience.OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageUnknown:
    """The message was handed to the provider, who did not say whether he took it."""

    message_id: UUID
    work_order_id: UUID
    client_id: UUID
    purpose: Purpose
    channel: MessageChannel
    at: datetime


@event("notifications.message.withdrawn.v1", MESSAGES, Audience.OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageWithdrawn:  # broadcast
    """The message was taken back before it left: there is nothing to tell any more."""

    message_id: UUID
    work_order_id: UUID
    client_id: UUID
    purpose: Purpose
    reason: str
    """Stable code: `reopened`, `cancelled`, `issued` or `client-erased`."""
    at: datetime


@event("notifications.message.call-needed.v1", MESSAGES, Audience.OFFICE)
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCallNeeded:
    """The client wants to be told by a call: nothing is sent, the desk must ring him."""

    message_id: UUID
    work_order_id: UUID
    client_id: UUID
    purpose: Purpose
    at: datetime
