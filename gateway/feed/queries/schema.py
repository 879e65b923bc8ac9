"""What may come down the feed, from the contracts themselves."""

from functools import cache

from chassis.codec import adapter
from chassis.http import Out
from contracts.envelope import REGISTRY, spec_of
from contracts.registry import load
from gateway.feed.queries.press import carries_money
from gateway.feed.schemas import Beat, Event, EventSchema, FeedSchema, Hello, Link, Reset

OWN: dict[str, type[Out]] = {"hello": Hello, "reset": Reset, "link": Link, "beat": Beat}


@cache
def feed_schema() -> FeedSchema:
    """Return every message of the feed as JSON Schema."""
    load()
    kinds = sorted(
        (type_, cls)
        for type_, cls in REGISTRY.items()
        if spec_of(cls).topic.feed and spec_of(cls).audience
    )
    return FeedSchema(
        messages={name: model.model_json_schema() for name, model in OWN.items()},
        event=Event.model_json_schema(),
        events={
            type_: EventSchema(
                audience=tuple(sorted(spec_of(cls).audience)),
                priced=carries_money(cls),
                schema_=adapter(cls).json_schema(),
            )
            for type_, cls in kinds
        },
    )
