"""The feed's schema is made from the contracts, for the one who writes a client."""

import pytest

from chassis.testing import World
from contracts.rights import Role
from gateway.feed.queries import schema
from gateway.feed.queries.press import sse
from gateway.feed.schemas import Event
from tests.gateway.people import Door


def test_every_event_with_an_audience_is_declared() -> None:
    declared = schema.feed_schema().events

    assert "orders.work-order.handed-over.v1" in declared
    assert "clients.client.changed.v1" not in declared


def test_only_the_price_event_carries_money() -> None:
    priced = [name for name, event in schema.feed_schema().events.items() if event.priced]

    assert priced == ["orders.work-order.priced.v1"]


def test_the_declared_event_is_what_is_printed() -> None:
    assert set(Event.model_fields) == {
        "id", "type", "subject", "sequence", "time", "actor", "correlation_id", "trace", "data",
    }  # fmt: skip
    assert sse("beat", {"a": "\n\n"}) == b'event: beat\ndata: {"a":"\\n\\n"}\n\n'


@pytest.mark.parametrize(("role", "status"), [(Role.QUALITY, 200), (Role.ADMIN, 403)])
async def test_the_schema_is_for_readers_of_the_feed(world: World, role: Role, status: int) -> None:
    door = Door(world)
    await door.person("somebody", role)

    async with door.signed_in("somebody") as somebody:
        answer = await somebody.get("/api/feed/schema")

    assert answer.status_code == status
