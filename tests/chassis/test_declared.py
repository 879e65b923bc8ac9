"""FastStream's declaration says exactly what the consumer loop does."""

import pytest
from faststream.kafka.subscriber.usecase import LogicSubscriber

from chassis.cli import find
from chassis.declared import asyncapi, declare
from contracts.envelope import spec_of

SERVICES = ("clients", "orders", "notifications")


@pytest.mark.parametrize("name", SERVICES)
def test_every_subscription_of_the_loop_is_declared(name: str) -> None:
    service = find(name)

    declared = {
        (subscriber.group_id, topic.name)
        for subscriber in declare(service).subscribers
        if isinstance(subscriber, LogicSubscriber)
        for topic in subscriber.topics
    }

    assert declared == {
        (consumers.group, spec_of(cls).topic.name)
        for consumers in service.consumers
        for cls in consumers.handles
    }


def test_asyncapi_names_each_topic_that_is_received() -> None:
    service = find("notifications")

    document = asyncapi(service)

    assert document["asyncapi"] == "3.0.0"
    addresses = {channel["address"] for channel in document["channels"].values()}
    taken = {spec_of(cls).topic.name for c in service.consumers for cls in c.handles}
    assert addresses == taken
    assert {op["action"] for op in document["operations"].values()} == {"receive"}


def test_declared_payloads_are_the_contract_classes() -> None:
    document = asyncapi(find("notifications"))

    assert "WorkOrderReady" in document["components"]["schemas"]
