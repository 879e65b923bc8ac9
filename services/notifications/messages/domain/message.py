"""The life of one message to a client."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from chassis.domain import Aggregate
from contracts.notifications.events import (
    MessageAccepted,
    MessageCallNeeded,
    MessageChannel,
    MessageDelivered,
    MessageFailed,
    MessageUnknown,
    MessageWithdrawn,
    Purpose,
)
from services.notifications.messages.domain.fate import Fate
from services.notifications.messages.domain.refusals import (
    MessageNotCalled,
    MessageNotSentAgain,
    OrderNoLongerReady,
)
from services.notifications.messages.domain.texts import Letter, Line

HOLD: Final = timedelta(seconds=60)
"""A message waits so long, so that a slip of the shop can be taken back unseen."""
DEADLINE: Final = timedelta(hours=1)
"""So long we wait for a client or an office that we have not heard of."""
LEASE: Final = timedelta(seconds=30)
"""A sender that says nothing for so long is dead; its message's outcome is unknown."""
ATTEMPTS: Final = 12
"""Tries before a message counts as failed: about two hours of a provider's outage."""
_LONGEST_PAUSE: Final = timedelta(minutes=30)
_SOONEST_QUESTION: Final = timedelta(seconds=15)


class State(StrEnum):
    """Where a message stands."""

    WAITING = "waiting-for-client"
    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    UNKNOWN = "unknown"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    CALL = "call"


_S = State
TRANSITIONS: Final[Mapping[State, frozenset[State]]] = MappingProxyType(
    {
        _S.WAITING: frozenset({_S.QUEUED, _S.FAILED, _S.WITHDRAWN}),
        _S.QUEUED: frozenset({_S.SENDING, _S.CALL, _S.ACCEPTED, _S.FAILED, _S.WITHDRAWN}),
        _S.SENDING: frozenset({_S.ACCEPTED, _S.QUEUED, _S.UNKNOWN, _S.FAILED, _S.WITHDRAWN}),
        _S.UNKNOWN: frozenset({_S.ACCEPTED, _S.QUEUED, _S.FAILED, _S.WITHDRAWN}),
        _S.ACCEPTED: frozenset({_S.DELIVERED, _S.FAILED}),
        _S.FAILED: frozenset({_S.QUEUED, _S.ACCEPTED}),
        _S.CALL: frozenset({_S.ACCEPTED, _S.WITHDRAWN}),
        _S.DELIVERED: frozenset(),
        _S.WITHDRAWN: frozenset(),
    }
)
"""The transition table; the state diagram in the docs is drawn from it."""
OPEN: Final = (_S.WAITING, _S.QUEUED, _S.SENDING, _S.UNKNOWN, _S.CALL)
"""States in which a second message of the same order and purpose would double the first."""


def pause_before(attempt: int) -> timedelta:
    """Return how long to wait after the `attempt`-th failed try (from 1): 5 s, doubling."""
    doublings = min(max(attempt, 1) - 1, 20)
    return min(timedelta(seconds=5 << doublings), _LONGEST_PAUSE)


@dataclass(eq=False, kw_only=True)
class Message(Aggregate):
    """What one client is told about one order, once."""

    id: UUID
    sequence: int = 0
    cause_id: UUID
    """Event that it tells of; one message per event."""
    correlation_id: str
    purpose: Purpose
    work_order_id: UUID
    order_number: str
    lines: tuple[Line, ...]
    client_id: UUID
    pickup_office_id: UUID
    state: State
    moot: bool = False
    """The order no longer waits for the client, but the message had left our hands."""
    created_at: datetime
    changed_at: datetime
    due_at: datetime
    """When to send it, or when to ask about it."""
    claimed_at: datetime | None = None
    attempts: int = 0
    provider_key: UUID
    """What the provider knows it by; the same for every try of the same letter."""
    channel: MessageChannel | None = None
    address: str | None = None
    subject: str | None = None
    body: str | None = None
    reason: str | None = None
    """Why it failed or was withdrawn: a stable code."""
    told_at: datetime | None = None

    @classmethod
    def order_ready(cls, id_: UUID, *, client_known: bool, at: datetime, **about: Any) -> "Message":
        """Return the message that an order is ready; it waits for the client and the hold."""
        return cls(
            id=id_,
            provider_key=id_,
            purpose=Purpose.ORDER_READY,
            state=State.QUEUED if client_known else State.WAITING,
            created_at=at,
            changed_at=at,
            due_at=at + HOLD,
            **about,
        )

    @property
    def letter(self) -> Letter | None:
        """The letter that was written for this provider's key, if any."""
        if self.channel is None or self.address is None or self.body is None:
            return None
        return Letter(
            channel=self.channel, address=self.address, subject=self.subject or "", body=self.body
        )

    def client_known(self, *, at: datetime) -> None:
        """The client we waited for is known: go on."""
        if self.state is State.WAITING:
            self._move(State.QUEUED, at)

    def nothing_to_tell(self, reason: str, *, at: datetime) -> None:
        """The order was reopened, cancelled or issued: take the message back if it is here."""
        if self.state in {State.WAITING, State.QUEUED, State.CALL}:
            self._withdraw(reason, at)
        elif self.state in {State.SENDING, State.UNKNOWN, State.FAILED}:
            self.moot = True
            self.reason = self.reason or reason

    def client_erased(self, *, at: datetime) -> None:
        """Forget how he was reached and what he read; tell him nothing more."""
        self.nothing_to_tell("client-erased", at=at)
        self.moot = True
        self.address = self.subject = self.body = None

    def wait_for_office(self, *, at: datetime) -> None:
        """The pick-up office is not known yet: look again soon, but not for ever."""
        if at - self.created_at >= DEADLINE:
            self.fail("office-unknown", at=at)
        else:
            self.due_at = at + LEASE

    def claim(self, letter: Letter, *, at: datetime) -> None:
        """Take it into the sender's hands, before the provider is called."""
        self._move(State.SENDING, at)
        self.claimed_at = at
        self.attempts += 1
        self.channel = letter.channel
        self.address = letter.address
        self.subject = letter.subject
        self.body = letter.body

    def need_call(self, *, at: datetime) -> None:
        """He wants a call: the desk must ring."""
        self._move(State.CALL, at)
        self.record(MessageCallNeeded(**self._about, at=at))

    def accept(self, *, at: datetime) -> None:
        """The provider has it: the client is told."""
        told = MessageAccepted(**self._about, channel=self._sent_by, at=at)
        self._move(State.ACCEPTED, at)
        self.told_at, self.reason = at, None
        self.record(told)

    def lose(self, *, at: datetime) -> None:
        """Nobody said whether the provider took it."""
        self._move(State.UNKNOWN, at)
        self.due_at = at
        self.record(MessageUnknown(**self._about, channel=self._sent_by, at=at))

    def try_later(self, *, at: datetime) -> None:
        """The provider does not have it, for a reason that passes: try again, or give up."""
        if self.moot:
            self._withdraw(self.reason or "reopened", at)
        elif self.attempts >= ATTEMPTS:
            self.fail("unreachable", at=at)
        else:
            self._move(State.QUEUED, at)
            self.due_at = at + pause_before(self.attempts)

    def ask_later(self, *, at: datetime) -> None:
        """The provider is being asked; if it does not answer, ask again, ever more seldom."""
        age = at - self.changed_at
        self.due_at = at + min(max(age, _SOONEST_QUESTION), _LONGEST_PAUSE)

    def confirm(self, *, at: datetime) -> None:
        """The provider says that it has the letter, now or when asked."""
        tried = self.channel is not None
        if tried and self.state in {State.QUEUED, State.SENDING, State.UNKNOWN}:
            self.accept(at=at)

    def fail(self, reason: str, *, at: datetime) -> None:
        """Nothing more will be tried by itself."""
        self._move(State.FAILED, at)
        self.reason = reason
        self.record(MessageFailed(**self._about, reason=reason, channel=self.channel, at=at))

    def deliver(self, *, at: datetime) -> None:
        """The provider reports that it reached the telephone; a repeated report says nothing."""
        self.confirm(at=at)  # the report may overtake the answer
        if self.state is State.ACCEPTED:
            self._move(State.DELIVERED, at)
            self.record(MessageDelivered(**self._about, channel=self._sent_by, at=at))

    def come_back(self, *, at: datetime) -> None:
        """The provider reports that it could not deliver what it had taken."""
        self.confirm(at=at)
        if self.state is State.ACCEPTED:
            self.told_at = None
            self.fail("not-delivered", at=at)

    def learn(self, fate: Fate, *, at: datetime) -> None:
        """Take in what the provider says of it; no answer says nothing."""
        match fate:
            case Fate.ACCEPTED:
                self.confirm(at=at)
            case Fate.DELIVERED:
                self.deliver(at=at)
            case Fate.UNDELIVERED:
                self.come_back(at=at)
            case Fate.NEVER_ARRIVED:
                self.try_later(at=at)
            case Fate.NO_ANSWER:
                pass

    def send_again(self, *, new_key: UUID, at: datetime) -> None:
        """A person wants it sent once more.

        A failed one is written anew (the address may have been mended) under a new key; one of
        unknown outcome goes as it was, so that a provider or a mailbox can see that it is the same.
        """
        if self.state not in {State.FAILED, State.UNKNOWN}:
            raise MessageNotSentAgain
        if self.moot:
            raise OrderNoLongerReady
        if self.state is State.FAILED:
            self.provider_key = new_key
            self.channel = self.address = self.subject = self.body = None
        # The next try of a key that has been tried asks the provider first.
        self.attempts = 0 if self.state is State.FAILED else 1
        self._move(State.QUEUED, at)
        self.due_at, self.reason = at, None

    def call_made(self, *, at: datetime) -> None:
        """A person of the desk rang the client and told him."""
        if self.state not in {State.CALL, State.FAILED, State.UNKNOWN}:
            raise MessageNotCalled
        if self.moot:
            raise OrderNoLongerReady
        self.channel = MessageChannel.PHONE
        self.address = self.subject = self.body = None
        self.accept(at=at)

    def _withdraw(self, reason: str, at: datetime) -> None:
        self._move(State.WITHDRAWN, at)
        self.reason = reason
        self.record(MessageWithdrawn(**self._about, reason=reason, at=at))

    def _move(self, to: State, at: datetime) -> None:
        assert to in TRANSITIONS[self.state], (self.state, to)  # noqa: S101 - a slip of ours, not a refusal
        self.state = to
        self.changed_at = at
        self.claimed_at = None

    @property
    def _about(self) -> dict[str, Any]:
        return {
            "message_id": self.id,
            "work_order_id": self.work_order_id,
            "client_id": self.client_id,
            "purpose": self.purpose,
        }

    @property
    def _sent_by(self) -> MessageChannel:
        assert self.channel is not None  # noqa: S101 - set when it was claimed or called
        return self.channel
