"""The process table: which processes make the system, what each is told, what runs before them."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deploy.embedded.databases import SERVICES, DatabaseUrls
from deploy.embedded.ports import HOST


@dataclass(frozen=True)
class Process:
    """One process of the system; `service` is whose database and settings it gets."""

    name: str
    service: str
    module: str
    usual_port: int
    role: str = "all"

    def command(self) -> list[str]:
        """Give the start line."""
        return [sys.executable, "-m", self.module, "--role", self.role]


@dataclass(frozen=True)
class Step:
    """A command that must have ended well before the processes start (or, the seed, after)."""

    name: str
    command: tuple[str, ...]
    service: str | None = None
    as_owner: bool = False
    limit_s: float = 120.0
    # Files that decide what the step does; unchanged since it last went well, it is passed over.
    # (A service refuses to start on a wrong schema or wrong topics, so nothing can be hidden.)
    made_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Everything the supervisor runs, as data."""

    processes: Sequence[Process]
    before: Sequence[Step] = ()
    seed: Step | None = None
    services: Sequence[str] = SERVICES
    traces: bool = True


@dataclass(frozen=True)
class Wiring:
    """Addresses and files of one running set, from which every environment is written."""

    root: Path
    databases: Mapping[str, DatabaseUrls]
    kafka: str
    valkey: str
    zipkin_endpoint: str | None = None
    smtp: tuple[str, int] | None = None
    sms: str | None = None
    sms_secret: str = ""
    ports: Mapping[str, int] = field(default_factory=dict)
    # Pages that the menu under the name links to: MAIL, SMS, TRACES.
    links: Mapping[str, str] = field(default_factory=dict)
    # Told to every process on top of what the table says.
    settings: Mapping[str, str] = field(default_factory=dict)

    def url_of(self, service: str) -> str:
        """Give the address of the process that answers for a service."""
        return f"http://{HOST}:{self.ports.get(service, 0)}"


def environment(
    service: str, wiring: Wiring, *, port: int = 0, owner: bool = False
) -> dict[str, str]:
    """Write what one process is told; the owners' addresses go to migrations only."""
    addresses = wiring.databases[service]
    keys = wiring.root / "keys"
    told = {
        "VITRAZH_SERVICE": service,
        "VITRAZH_ENVIRONMENT": "demo",
        "VITRAZH_DATABASE_URL": addresses.app_url,
        "VITRAZH_KAFKA_BOOTSTRAP": wiring.kafka,
        "VITRAZH_VALKEY_URL": wiring.valkey,
        "VITRAZH_HTTP_HOST": HOST,
        "VITRAZH_HTTP_PORT": str(port),
        "VITRAZH_SIGNING_PUBLIC_KEY_FILE": str(keys / "signing_public_key.pem"),
        "VITRAZH_FILES_URL": (wiring.root / "files" / service).as_uri(),
        "VITRAZH_PUBLIC_URL": wiring.url_of("gateway"),
        "OTEL_SERVICE_NAME": service,
        "OTEL_TRACES_EXPORTER": "none",
    }
    if owner:
        owners = {name: urls.owner_url for name, urls in wiring.databases.items()}
        told["VITRAZH_DATABASE_OWNER_URL"] = addresses.owner_url
        told["VITRAZH_OWNER_URLS"] = json.dumps(owners)
    if wiring.zipkin_endpoint:
        told["OTEL_TRACES_EXPORTER"] = "zipkin"
        told["OTEL_EXPORTER_ZIPKIN_ENDPOINT"] = wiring.zipkin_endpoint
    if service == "gateway":
        told |= {f"VITRAZH_LINK_{name}": url for name, url in wiring.links.items()}
        told["VITRAZH_SIGNING_PRIVATE_KEY_FILE"] = str(keys / "signing_private_key.pem")
        for upstream in wiring.databases:
            if upstream != service:
                told[f"VITRAZH_UPSTREAM_{upstream.upper()}"] = wiring.url_of(upstream)
    if service == "notifications" and wiring.smtp:
        told["VITRAZH_SMTP_HOST"], told["VITRAZH_SMTP_PORT"] = wiring.smtp[0], str(wiring.smtp[1])
    if service == "notifications" and wiring.sms:
        told["VITRAZH_SMS_URL"] = wiring.sms
        told["VITRAZH_SMS_SECRET"] = wiring.sms_secret
    return told | dict(wiring.settings)


BEFORE = (
    Step(
        "migrate",
        (sys.executable, "-m", "deploy.embedded.migrate_all"),
        service="gateway",
        as_owner=True,
        made_of=(
            "services/*/migrations/**/*.py",
            "gateway/migrations/**/*.py",
            "contracts/topics.py",
            "contracts/*/events.py",
            "chassis/*.py",
        ),
    ),
)
SEED = Step("seed", (sys.executable, "-m", "deploy.demo.seed"), service="gateway", limit_s=300.0)

TOGETHER = Table(
    processes=(
        Process("gateway", "gateway", "gateway", 8080),
        Process("clients", "clients", "services.clients", 8081),
        Process("orders", "orders", "services.orders", 8082),
        Process("notifications", "notifications", "services.notifications", 8083),
    ),
    before=BEFORE,
    seed=SEED,
)
"""One process a service: the embedded start."""

APART = Table(
    processes=tuple(
        Process(
            process.name if role == "api" else f"{process.name}-worker",
            process.service,
            process.module,
            process.usual_port if role == "api" else 0,
            role,
        )
        for process in TOGETHER.processes
        for role in ("api", "worker")
    ),
    before=BEFORE,
    seed=SEED,
)
"""Api and worker apart, as in compose and in the fault tests."""
