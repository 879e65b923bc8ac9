"""A set of servers that belong together: started in parallel, addressed by name, stopped in order."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from deploy.embedded.errors import FolderBusy
from deploy.embedded.folders import lock_data, lock_owner, try_lock
from deploy.embedded.kafka import Kafka
from deploy.embedded.ports import HOST
from deploy.embedded.postgres import Postgres
from deploy.embedded.sandboxes import MailSandbox, SmsEmulator
from deploy.embedded.server import Server
from deploy.embedded.valkey import Valkey
from deploy.embedded.zipkin import Zipkin

SERVER_NAMES = frozenset(
    kind.name for kind in (Postgres, Kafka, Valkey, Zipkin, MailSandbox, SmsEmulator)
)


class ServerSet:
    """The servers of one run under one folder; no second run may use that folder meanwhile.

    Raises FolderBusy when another run holds it and StartFailed when a server does not come up.
    """

    def __init__(
        self,
        root: Path,
        *,
        zipkin: bool = False,
        mail: bool = False,
        sms: bool = False,
        prefer_usual_ports: bool = False,
    ) -> None:
        self.root = root.resolve()
        usual = prefer_usual_ports
        self.postgres = Postgres(self.root, prefer_usual_port=usual)
        self.kafka = Kafka(self.root, prefer_usual_port=usual)
        self.valkey = Valkey(self.root, prefer_usual_port=usual)
        self.zipkin = Zipkin(self.root, prefer_usual_port=usual)
        self.mail = MailSandbox(self.root, prefer_usual_port=usual)
        self.sms = SmsEmulator(self.root, prefer_usual_port=usual)
        self.servers: list[Server] = [self.postgres, self.kafka, self.valkey]
        self.servers += [
            server
            for server, wanted in ((self.zipkin, zipkin), (self.mail, mail), (self.sms, sms))
            if wanted
        ]
        self._owner: int | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def claim(self) -> None:
        """Hold the folder for this process; raises FolderBusy."""
        if self._owner is None:
            self.root.mkdir(parents=True, exist_ok=True)
            self._owner = lock_owner(self.root)

    def start(self) -> None:
        """Start everything at once; on a failure stop what came up and raise the first reason."""
        self.claim()
        with ThreadPoolExecutor(len(self.servers)) as pool:
            starts = [pool.submit(server.start) for server in self.servers]
        failed = [error for error in (start.exception() for start in starts) if error]
        if failed:
            self.stop()
            raise failed[0]

    def stop(self) -> None:
        """Stop everything cleanly and let go of the folder."""
        with ThreadPoolExecutor(len(self.servers)) as pool:
            for end in [pool.submit(server.stop) for server in self.servers]:
                end.result()
        if self._owner is not None:
            os.close(self._owner)
            self._owner = None

    # Addresses ------------------------------------------------------------------------------
    @property
    def pg_dsn_super(self) -> str:
        """Give the superuser's libpq address."""
        return self.postgres.dsn

    @property
    def pg_host(self) -> str:
        """Give PostgreSQL's host."""
        return HOST

    @property
    def pg_port(self) -> int:
        """Give PostgreSQL's port."""
        return self.postgres.port

    @property
    def kafka_bootstrap(self) -> str:
        """Give Kafka's first address."""
        return self.kafka.bootstrap

    @property
    def valkey_url(self) -> str:
        """Give Valkey's address with its password."""
        return self.valkey.url

    @property
    def zipkin_url(self) -> str:
        """Give the address of the traces' page."""
        return self.zipkin.url

    @property
    def smtp_host(self) -> str:
        """Give the mail sandbox's SMTP host."""
        return HOST

    @property
    def smtp_port(self) -> int:
        """Give the mail sandbox's SMTP port."""
        return self.mail.port

    @property
    def mail_ui_url(self) -> str:
        """Give the address of the mail sandbox's page and JSON."""
        return self.mail.url

    @property
    def sms_url(self) -> str:
        """Give the address of the SMS emulator."""
        return self.sms.url


def sweep(parent: Path, pattern: str = "test-*") -> list[Path]:
    """End and remove the sets that killed runs have left in a folder; living ones are let be."""
    removed = []
    for root in sorted(parent.glob(pattern)):
        if not root.is_dir():
            continue
        owner = try_lock(root / "owner.lock")
        if owner is None:
            continue
        try:
            for folder in root.glob("*/data.lock"):
                os.close(lock_data(folder.parent))
            # Another run may be sweeping the same leftovers.
            shutil.rmtree(root, ignore_errors=True)
            removed.append(root)
        except FolderBusy:
            continue
        finally:
            os.close(owner)
    return removed
