"""The system with api and worker apart, and links in it that a test may slow, hold or cut."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from deploy.embedded import ports
from deploy.embedded.kafka import Kafka
from deploy.embedded.ports import HOST
from deploy.embedded.processes import APART, Process, Wiring
from deploy.embedded.service import Service
from deploy.embedded.system import System
from tests.faults.rig.link import Link

SECOND: Final = "orders-worker-2"
DATABASE, BUS, FEED, UPSTREAM = "orders-postgres", "orders-kafka", "gateway-kafka", "gateway-orders"


class LinkedKafka(Kafka):
    """A broker that also answers under the addresses of links, and may live on a small disk."""

    def __init__(self, root: Path, *, prefer_usual_port: bool) -> None:
        super().__init__(root, prefer_usual_port=prefer_usual_port)
        self.links: dict[str, Link] = {}
        self.inner: dict[str, int] = {}
        self.disk: Path | None = None
        """Another folder for the data, with little room."""

    def add(self, name: str) -> Link:
        """Give a link of its own: a listener on a port of its own, told as the link's port."""
        taken = frozenset(self.inner.values())
        self.inner[name] = ports.pick(taken=taken)
        self.links[name] = Link(lambda: self.inner[name])
        return self.links[name]

    def _own_settings(self) -> dict[str, str]:
        told = super()._own_settings()
        for name, link in self.links.items():
            word = name.upper().replace("-", "_")
            told["listeners"] += f",{word}://{HOST}:{self.inner[name]}"
            told["advertised.listeners"] += f",{word}://{HOST}:{link.port}"
            told["listener.security.protocol.map"] += f",{word}:PLAINTEXT"
        if self.disk is not None:
            told["log.dirs"] = str(self.disk)
        return told


class Staged(System):
    """Every process of ours alone; orders reaches its database and bus, and the gateway the bus
    and orders, over links."""

    def __init__(self, root: Path, settings: Mapping[str, str]) -> None:
        super().__init__(root, table=APART, zipkin=False, mail=False, settings=settings)
        self.kafka = LinkedKafka(self.root, prefer_usual_port=False)
        self.set.servers[self.set.servers.index(self.set.kafka)] = self.kafka
        self.set.kafka = self.kafka
        self.links = {
            DATABASE: Link(lambda: self.set.postgres.port),
            UPSTREAM: Link(lambda: self.services["orders"].port),
            BUS: self.kafka.add(BUS),
            FEED: self.kafka.add(FEED),
        }

    def start(self) -> None:
        """Open the links first: addresses are written down from their ports."""
        for link in self.links.values():
            link.start()
        super().start()

    def stop(self) -> None:
        """Close the links last."""
        super().stop()
        for link in self.links.values():
            link.stop()

    def wire(self) -> Wiring:
        """Send orders and the gateway over the links."""
        wiring = super().wire()
        for name in ("orders", "orders-worker"):
            told = self.services[name].told
            url = told["VITRAZH_DATABASE_URL"]
            old = f":{urlsplit(url).port}/"
            told["VITRAZH_DATABASE_URL"] = url.replace(old, f":{self.links[DATABASE].port}/")
            told["VITRAZH_KAFKA_BOOTSTRAP"] = f"{HOST}:{self.links[BUS].port}"
        told = self.services["gateway"].told
        told["VITRAZH_UPSTREAM_ORDERS"] = f"http://{HOST}:{self.links[UPSTREAM].port}"
        told["VITRAZH_KAFKA_BOOTSTRAP"] = f"{HOST}:{self.links[FEED].port}"
        return wiring

    def second_worker(self) -> Service:
        """Return another worker of orders, not started: it stands by for the relay."""
        spec = Process(SECOND, "orders", "services.orders", 0, "worker")
        service = Service(self.root, spec, prefer_usual_port=False)
        service.told = self.services["orders-worker"].told | {"VITRAZH_GROUP_INSTANCE": "1"}
        return service
