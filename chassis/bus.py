"""Kafka's door: which events a slice takes, and what it does with each.

A slice declares handlers; inbox, retries, dead letters, parking, tracing and commits come from
the consumer (chassis/consumer.py). FastStream declares the same subscriptions for AsyncAPI.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from chassis.db import Db
from contracts.envelope import Envelope, spec_of
from contracts.topics import TOPICS, Topic

Handler = Callable[[Any, Envelope, Db], Awaitable[None]]
Forget = Callable[[UUID, Db], Awaitable[None]]
H = TypeVar("H", bound=Handler)
F = TypeVar("F", bound=Forget)
TOPIC_BY_NAME = {topic.name: topic for topic in TOPICS}


class Consumers:
    """Handlers of one consumer group, `<service>.<slice>`."""

    def __init__(self, group: str) -> None:
        self.group = group
        self.handlers: dict[type, Handler] = {}
        self.forgetters: dict[str, Forget] = {}

    def on(self, *classes: type) -> Callable[[H], H]:
        """Declare the handler of these event classes.

        Raises:
            ValueError: a class has a handler in this group already.
        """

        def declare(handler: H) -> H:
            for cls in classes:
                if cls in self.handlers:
                    raise ValueError(f"{self.group}: two handlers of {cls.__name__}")
                self.handlers[cls] = handler
            return handler

        return declare

    def on_tombstone(self, topic: Topic) -> Callable[[F], F]:
        """Declare what is done when a key of a compacted topic is forgotten."""

        def declare(handler: F) -> F:
            self.forgetters[topic.name] = handler
            return handler

        return declare

    @property
    def handles(self) -> tuple[type, ...]:
        """Event classes taken."""
        return tuple(self.handlers)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Topics read, in the order of their names."""
        names = {spec_of(cls).topic.name for cls in self.handlers} | set(self.forgetters)
        return tuple(TOPIC_BY_NAME[name] for name in sorted(names))
