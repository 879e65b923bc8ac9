"""The whole system of one run: servers, databases, migrations, our processes, the demo story."""

import hashlib
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from deploy.embedded import databases, paths, processes
from deploy.embedded.credentials import Secrets, write_private
from deploy.embedded.errors import EmbeddedError, StartFailed
from deploy.embedded.folders import end_orphans
from deploy.embedded.process import environment
from deploy.embedded.processes import TOGETHER, Step, Table, Wiring
from deploy.embedded.servers import SERVER_NAMES, ServerSet
from deploy.embedded.service import Service

if TYPE_CHECKING:
    from deploy.embedded.server import Server

Say = Callable[[str], None]
T = TypeVar("T")
STEP_WORDS = 300


def _silent(_: str) -> None:
    pass


class System:
    """Everything under one folder; `with System(root) as system: system.gateway_url`.

    `settings` are told to every process. One of them: `system.services["orders"].kill()`.

    Raises FolderBusy, StartFailed or ProvisionFailed with the reason in one line.
    """

    def __init__(
        self,
        root: Path,
        *,
        table: Table = TOGETHER,
        zipkin: bool = True,
        mail: bool = True,
        sms: bool = True,
        prefer_usual_ports: bool = False,
        settings: Mapping[str, str] | None = None,
        say: Say = _silent,
    ) -> None:
        self.root = root.resolve()
        self.table = table
        self.say = say
        self.settings = settings or {}
        self.set = ServerSet(
            self.root, zipkin=zipkin, mail=mail, sms=sms, prefer_usual_ports=prefer_usual_ports
        )
        self.secrets = Secrets(self.root / "secrets.json")
        self.services = {
            spec.name: Service(self.root, spec, prefer_usual_port=prefer_usual_ports)
            for spec in table.processes
        }
        self._wiring: Wiring | None = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def everything(self) -> list["Server"]:
        """Give servers, then our processes: the order of starting."""
        return [*self.set.servers, *self.services.values()]

    @property
    def gateway_url(self) -> str:
        """Give the address that people open."""
        return self.services["gateway"].url

    @property
    def demo_file(self) -> Path:
        """Give the file in which the seed leaves log-ins and the pairing code."""
        return self.root / "demo.json"

    def start(self) -> None:
        """Bring everything up in order; the seed is a step of its own."""
        self.set.claim()
        left = end_orphans(self.root, SERVER_NAMES)
        if left:
            self.say(f"ended {left} processes that a killed run had left")
        self.say("starting servers")
        self.set.start()
        self.say("making databases and keys")
        self.wire()
        self.say("migrating databases, making topics")
        _all(self.run_step_if_due, self.table.before)
        self.say(f"starting {', '.join(self.services)}")
        _all(lambda service: service.start(), list(self.services.values()))

    def stop(self) -> None:
        """Stop our processes, then the servers."""
        running = list(self.services.values())
        if running:
            with ThreadPoolExecutor(len(running)) as pool:
                list(pool.map(lambda service: service.stop(), running))
        self.set.stop()

    def wire(self) -> Wiring:
        """Provision databases and keys, choose ports, and write every process's environment."""
        made = databases.provision(self.set.pg_dsn_super, self.table.services, self.secrets)
        self._write_keys()
        for service in self.services.values():
            service.folder.mkdir(parents=True, exist_ok=True)
            service.choose_ports()
        answering = {
            one.spec.service: one.port
            for one in self.services.values()
            if one.spec.role != "worker"
        }
        servers = self.set
        self._wiring = Wiring(
            root=self.root,
            databases=made,
            kafka=servers.kafka_bootstrap,
            valkey=servers.valkey_url,
            zipkin_endpoint=servers.zipkin.endpoint if servers.zipkin.port else None,
            smtp=(servers.smtp_host, servers.smtp_port) if servers.mail.port else None,
            sms=servers.sms_url if servers.sms.port else None,
            sms_secret=self.secrets.password("sms_reports"),
            ports=answering,
            links=self._links(),
            settings=self.settings,
        )
        for name in self.table.services:
            (self.root / "files" / name).mkdir(parents=True, exist_ok=True)
        for one in self.services.values():
            one.told = processes.environment(one.spec.service, self._wiring, port=one.port)
            lines = "".join(f"{key}={value}\n" for key, value in one.told.items())
            write_private(self.root / "env" / f"{one.name}.env", lines)
        return self._wiring

    def _links(self) -> dict[str, str]:
        servers = self.set
        pages = {
            "MAIL": servers.mail_ui_url if servers.mail.port else "",
            "SMS": servers.sms_url if servers.sms.port else "",
            "TRACES": servers.zipkin_url if servers.zipkin.port else "",
        }
        return {name: url for name, url in pages.items() if url}

    @property
    def wiring(self) -> Wiring:
        """Give the addresses of the running set; raises StartFailed before they are known."""
        if self._wiring is None:
            raise StartFailed("the system has not been started")
        return self._wiring

    def run_step_if_due(self, step: Step) -> None:
        """Run a step unless nothing has changed since it last went well; raises StartFailed."""
        stamp = self.root / "steps" / step.name.replace(" ", "-")
        now = _sum_of(step)
        if step.made_of and stamp.exists() and stamp.read_text(encoding="ascii") == now:
            return
        self.run_step(step)
        stamp.parent.mkdir(exist_ok=True)
        stamp.write_text(now, encoding="ascii")

    def run_step(self, step: Step) -> None:
        """Run a command to its end; raises StartFailed with its last words."""
        told = dict(environment()) | {"PYTHONPATH": str(paths.REPO)}
        if step.service:
            told |= processes.environment(step.service, self.wiring, owner=step.as_owner)
        told["VITRAZH_DEMO_FILE"] = str(self.demo_file)
        log = self.root / "logs" / "steps.log"
        began = time.monotonic()
        try:
            run = subprocess.run(
                step.command,
                capture_output=True,
                check=False,
                cwd=paths.REPO,
                env=told,
                stdin=subprocess.DEVNULL,
                timeout=step.limit_s,
            )
        except subprocess.TimeoutExpired as error:
            raise StartFailed(f"{step.name} did not end in {step.limit_s:.0f} s") from error
        words = (run.stdout + run.stderr).decode("utf-8", "replace")
        with log.open("a", encoding="utf-8") as out:
            out.write(f"--- {step.name} ({time.monotonic() - began:.1f} s)\n{words}")
        if run.returncode:
            last = (words.strip().splitlines() or ["no words"])[-1][:STEP_WORDS]
            raise StartFailed(f"{step.name} failed: {last} (whole text: {log})")

    def seed(self, *, again: bool = False) -> bool:
        """Tell the demo story once; say whether it was told now. Raises StartFailed."""
        done = self.root / "seeded"
        if self.table.seed is None or (done.exists() and not again):
            return False
        self.say("entering the demo story (only at the first start)")
        self.run_step(self.table.seed)
        done.touch()
        return True

    def _write_keys(self) -> None:
        private, public = self.secrets.signing_keys()
        write_private(self.root / "keys" / "signing_private_key.pem", private)
        write_private(self.root / "keys" / "signing_public_key.pem", public)


def _sum_of(step: Step) -> str:
    digest = hashlib.sha256(repr(step.command).encode())
    for pattern in step.made_of:
        for file in sorted(paths.REPO.glob(pattern)):
            digest.update(f"{file.relative_to(paths.REPO)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _all(act: Callable[[T], None], things: Sequence[T]) -> None:
    """Do something for all at once; raise the first failure after all have ended."""
    if not things:
        return
    with ThreadPoolExecutor(len(things)) as pool:
        ends: list[Future[None]] = [pool.submit(act, thing) for thing in things]
    for end in ends:
        failure = end.exception()
        if isinstance(failure, EmbeddedError):
            raise failure
        end.result()
