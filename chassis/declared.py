"""The same subscriptions, declared with FastStream: AsyncAPI comes out of these.

The work itself is done by chassis/consumer.py (decision 0003 says why); a test holds the
two against each other, so that the declaration cannot drift from what runs.
"""

from collections.abc import Awaitable, Callable
from functools import reduce
from operator import or_
from typing import Any

from faststream import AckPolicy
from faststream.kafka import KafkaBroker
from faststream.specification import AsyncAPI

from chassis.bus import Consumers
from chassis.service import Service
from contracts.envelope import spec_of
from contracts.topics import Topic


def declare(service: Service) -> KafkaBroker:
    """Return a broker that knows every subscription of a service; it is never started."""
    broker = KafkaBroker(apply_types=False, allow_auto_create_topics=False)
    for consumers in service.consumers:
        for topic in consumers.topics:
            classes = [c for c in consumers.handles if spec_of(c).topic == topic]
            if classes:
                _subscribe(broker, consumers, topic, classes)
    return broker


def _subscribe(
    broker: KafkaBroker, consumers: Consumers, topic: Topic, classes: list[type]
) -> None:
    subscriber = broker.subscriber(
        topic.name,
        group_id=consumers.group,
        auto_offset_reset="earliest",
        ack_policy=AckPolicy.MANUAL,
        no_reply=True,
        title=f"{consumers.group} on {topic.name}",
        description=topic.description,
    )
    subscriber(_described(consumers, topic, classes))


def _described(
    consumers: Consumers, topic: Topic, classes: list[type]
) -> Callable[[Any], Awaitable[None]]:
    async def entry(event: Any) -> None:
        """Take one event; run by the consumer loop, not by FastStream."""

    # FastStream reads payload schemas from the annotation; channel names collide on equal names.
    entry.__name__ = f"{consumers.group}_{topic.name}".replace(".", "_").replace("-", "_")
    entry.__annotations__ = {"event": reduce(or_, classes), "return": None}
    return entry


def asyncapi(service: Service) -> dict[str, Any]:
    """Return FastStream's AsyncAPI 3 document of what a service receives."""
    specification = AsyncAPI(declare(service), title=service.name, schema_version="3.0.0")
    document: dict[str, Any] = specification.to_specification().to_jsonable()
    return document
