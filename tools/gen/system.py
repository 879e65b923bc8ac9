"""Reads the running shape of the product off its code: members, consumers, rooms, topics."""

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

import chassis
import gateway
import services
from chassis.bus import Consumers
from chassis.service import Service, build_app
from contracts import registry
from contracts.envelope import spec_of
from contracts.topics import TOPICS, Topic


@dataclass(frozen=True, slots=True)
class Member:
    """A service, or the gateway: what stands behind one database."""

    service: Service
    folder: str
    words: str

    @property
    def name(self) -> str:
        """Its name on the bus and in the route table."""
        return self.service.name

    @property
    def consumers(self) -> list[Consumers]:
        """Its consumer groups, by name."""
        return sorted(self.service.consumers, key=lambda consumers: consumers.group)

    @property
    def tables(self) -> list[str]:
        """Its slices' tables, by name (every service also has those of chassis)."""
        slices = (part.metadata for part in self.service.slices)
        return sorted(
            name for metadata in slices if metadata is not None for name in metadata.tables
        )

    def reads(self, topic: Topic) -> bool:
        """Whether a consumer of this member reads the topic."""
        return any(topic in consumer.topics for consumer in self.consumers)

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document of its HTTP door."""
        return build_app(self.service).openapi()

    @property
    def publishes(self) -> list[type]:
        """Event classes of the topics it owns."""
        return [cls for cls in events() if spec_of(cls).topic.owner == self.name]


@dataclass(frozen=True, slots=True)
class System:
    """Everything the generator draws from."""

    members: tuple[Member, ...]
    domains: dict[str, ModuleType]
    registry: Mapping[str, type]


def events() -> list[type]:
    """Return every event class, by type."""
    loaded = registry.load()
    return [loaded[type_] for type_ in sorted(loaded)]


def topics() -> list[Topic]:
    """Return every topic, by name: those that `vitrazh topics` makes."""
    return sorted(TOPICS, key=lambda topic: topic.name)


def load() -> System:
    """Import the whole product and return its shape."""
    registry.load()
    modules = {
        module.name: import_module(module.name)
        for package in (chassis, services, gateway)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.endswith("__main__")
    }
    members = [
        _member(module) for name, module in modules.items() if name.rsplit(".", 1)[-1] == "app"
    ]
    return System(
        members=tuple(sorted(members, key=lambda member: member.name)),
        domains={name: module for name, module in modules.items() if "domain" in name.split(".")},
        registry=registry.load(),
    )


def _member(module: ModuleType) -> Member:
    (service,) = {
        id(value): value for value in vars(module).values() if isinstance(value, Service)
    }.values()
    return Member(
        service=service,
        folder=module.__name__.removesuffix(".app").replace(".", "/"),
        words=(module.__doc__ or "").strip().splitlines()[0],
    )
