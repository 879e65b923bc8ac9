"""Declaring what a slice takes from the bus."""

from typing import Any
from uuid import UUID

import pytest

from chassis.bus import Consumers
from chassis.db import Db
from contracts.clients.events import ClientChanged
from contracts.envelope import Envelope
from contracts.notifications.events import MessageAccepted, MessageFailed
from contracts.topics import CLIENTS, MESSAGES, STAFF


def test_topics_follow_from_the_events_and_tombstones_taken() -> None:
    consumers = Consumers("orders.probe")

    @consumers.on(MessageAccepted, MessageFailed)
    async def on_message(event: Any, note: Envelope, db: Db) -> None: ...

    @consumers.on_tombstone(STAFF)
    async def forget(key: UUID, db: Db) -> None: ...

    @consumers.on(ClientChanged)
    async def on_client(event: ClientChanged, note: Envelope, db: Db) -> None: ...

    assert consumers.topics == (CLIENTS, STAFF, MESSAGES)
    assert consumers.handles == (MessageAccepted, MessageFailed, ClientChanged)
    assert consumers.handlers[MessageFailed] is on_message
    assert consumers.forgetters == {STAFF.name: forget}


def test_an_event_has_one_handler_in_a_group() -> None:
    consumers = Consumers("orders.probe")

    @consumers.on(MessageAccepted)
    async def one(event: Any, note: Envelope, db: Db) -> None: ...

    with pytest.raises(ValueError, match="two handlers of MessageAccepted"):
        consumers.on(MessageAccepted)(one)


def test_an_event_that_nobody_declared_is_refused() -> None:
    consumers = Consumers("orders.probe")
    consumers.handlers[int] = lambda *_: None  # type: ignore[assignment]
    with pytest.raises(KeyError):
        _ = consumers.topics
