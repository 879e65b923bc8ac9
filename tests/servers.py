"""The servers of a test run: testcontainers when a Docker engine has the images, else embedded."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chassis.cli import find
from chassis.migrations import migrate
from deploy.embedded.credentials import Secrets
from deploy.embedded.databases import DatabaseUrls, clone, drop, provision
from deploy.embedded.ports import HOST
from deploy.embedded.sandboxes import MailSandbox, SmsEmulator
from deploy.embedded.servers import ServerSet, sweep
from tests.containers import contained, images_are_there

ROOT = Path(__file__).parent.parent / ".vitrazh"


@dataclass(frozen=True)
class Addresses:
    """Where the servers of this run answer."""

    pg_dsn_super: str
    kafka_bootstrap: str
    valkey_url: str
    smtp_host: str
    smtp_port: int
    mail_ui_url: str
    sms_url: str
    root: Path


@contextmanager
def running() -> Iterator[Addresses]:
    """Start the servers of this run, of its own, beside any `make up`."""
    sweep(ROOT)
    root = ROOT / f"test-{os.getpid()}"
    with _contained(root) if images_are_there() else _embedded(root) as addresses:
        yield addresses
    shutil.rmtree(root, ignore_errors=True)


@contextmanager
def _embedded(root: Path) -> Iterator[Addresses]:
    with ServerSet(root=root, mail=True, sms=True, prefer_usual_ports=False) as servers:
        yield Addresses(
            servers.pg_dsn_super,
            servers.kafka_bootstrap,
            servers.valkey_url,
            servers.smtp_host,
            servers.smtp_port,
            servers.mail_ui_url,
            servers.sms_url,
            root,
        )


@contextmanager
def _contained(root: Path) -> Iterator[Addresses]:
    """PostgreSQL, Kafka and Valkey in containers; the sandboxes are processes of ours anyway."""
    root.mkdir(parents=True, exist_ok=True)
    mail = MailSandbox(root, prefer_usual_port=False)
    sms = SmsEmulator(root, prefer_usual_port=False)
    with contained() as servers:
        mail.start()
        sms.start()
        try:
            yield Addresses(
                servers.pg_dsn_super,
                servers.kafka_bootstrap,
                servers.valkey_url,
                HOST,
                mail.port,
                mail.url,
                sms.url,
                root,
            )
        finally:
            mail.stop()
            sms.stop()


class Databases:
    """A worker's own databases, cloned from templates that are migrated once a run."""

    def __init__(self, addresses: Addresses, worker: str) -> None:
        self.addresses = addresses
        self.worker = worker
        self.secrets = Secrets(addresses.root / "secrets.json")
        self.made: list[str] = []

    def of(self, service: str) -> DatabaseUrls:
        """Clone a migrated database for this worker."""
        _make_template(self.addresses, self.secrets, service)
        name = f"{self.worker}_{len(self.made)}_{service}"
        self.made.append(name)
        return clone(
            self.addresses.pg_dsn_super, service, self.secrets, template=f"tpl_{service}", name=name
        )

    def drop_all(self) -> None:
        """Remove what this worker made."""
        for name in self.made:
            drop(self.addresses.pg_dsn_super, name)


def _make_template(addresses: Addresses, secrets: Secrets, service: str) -> None:
    """Make and migrate a service's template; the first worker does it, the others wait."""
    done = addresses.root / f"template-{service}"
    with (addresses.root / "templates.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists():
            return
        urls = provision(addresses.pg_dsn_super, [service], secrets, prefix="tpl_")
        migrate(find(service), urls[service].owner_url)
        done.touch()
