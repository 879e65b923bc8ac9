"""`make doctor`: everything that keeps the system from starting here, in words."""

import os
import platform
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from deploy.bootstrap import Refused, check_machine, up_to_date
from deploy.embedded import install, lock, paths, ports, state
from deploy.embedded.errors import InstallFailed
from deploy.embedded.folders import holders, try_lock
from deploy.embedded.kafka import Kafka
from deploy.embedded.postgres import Postgres
from deploy.embedded.processes import TOGETHER
from deploy.embedded.sandboxes import MailSandbox, SmsEmulator
from deploy.embedded.valkey import Valkey
from deploy.embedded.zipkin import Zipkin
from deploy.web import browser, build, node

GOOD, NOTE, BAD = "ok", "note", "BAD"
INSTALL_MB, RUN_MB, MEMORY_MB, MEMORY_TESTS_MB = 3000, 500, 1500, 2500
LONG_PATH_BYTES = 90
NETWORK_S = 10.0
SHARED_MEMORY = "/dev/shm"  # noqa: S108 - the kernel's name for it


@dataclass(frozen=True)
class Finding:
    """One line of the doctor."""

    weight: str
    words: str


def examine(root: Path) -> int:
    """Print every finding; 1 when one of them keeps the system from starting."""
    checks: tuple[Callable[[Path], Iterator[Finding]], ...] = (
        machine,
        parts,
        screens,
        browser_of_tests,
        registries,
        npm_registry,
        disk,
        memory,
        folder,
        port_numbers,
        run_state,
    )
    findings = [finding for check in checks for finding in check(root)]
    for finding in findings:
        print(f"{finding.weight:<5} {finding.words}")
    return 1 if any(finding.weight == BAD for finding in findings) else 0


def machine(_: Path) -> Iterator[Finding]:
    """Python, libc, chip, shared memory, user."""
    try:
        check_machine()
    except Refused as refusal:
        yield Finding(BAD, str(refusal))
    else:
        place = f"{platform.system()} {platform.machine()}"
        yield Finding(GOOD, f"Python {platform.python_version()} on {place}")
    if platform.system() == "Linux" and not os.access(SHARED_MEMORY, os.W_OK):
        yield Finding(BAD, f"{SHARED_MEMORY} is missing or closed: PostgreSQL needs it")
    if os.geteuid() == 0:
        yield Finding(
            NOTE, "started by root: PostgreSQL runs as 'nobody'; an ordinary user is safer"
        )


def parts(_: Path) -> Iterator[Finding]:
    """Packages and jars, each re-hashed."""
    yield (
        Finding(GOOD, "Python packages as in requirements.txt")
        if up_to_date()
        else Finding(NOTE, "Python packages differ from requirements.txt: run `make install`")
    )
    try:
        missing = install.missing_parts()
        jars = lock.wanted(lock.read(), lock.platform_name())
    except InstallFailed as failure:
        yield Finding(BAD, str(failure))
        return
    if missing:
        yield Finding(BAD, f"not installed: {', '.join(missing)}; run `make install`")
    damaged = [
        jar.file_name
        for jar in jars
        if (file := paths.jars() / jar.file_name).exists() and install.sha256_of(file) != jar.sha256
    ]
    for name in damaged:
        yield Finding(
            BAD, f"{name} differs from jars.lock: run `make install`; if again, report it"
        )
    if not missing and not damaged:
        yield Finding(GOOD, f"{len(jars)} jars as in jars.lock, PostgreSQL unpacked")


def screens(_: Path) -> Iterator[Finding]:
    """Node.js, pnpm, the packages and the built apps; `make up` brings them up to date itself."""
    try:
        program = node.node()
        states = {
            f"pnpm {node.pinned_pnpm().version}": node.pnpm_is_there(),
            "the packages of the screens": build.modules_are_there(),
            "the built office and workshop": build.is_built(),
        }
    except InstallFailed as failure:
        yield Finding(BAD, str(failure))
        return
    if not os.access(program, os.X_OK):
        yield Finding(
            BAD, f"{program} is no program: delete {paths.tools() / 'py'}, `make install`"
        )
    stale = [name for name, good in states.items() if not good]
    if stale:
        yield Finding(NOTE, f"missing or of other sources: {', '.join(stale)}; run `make web`")
    else:
        yield Finding(GOOD, "the office and the workshop are built from the present sources")


def browser_of_tests(_: Path) -> Iterator[Finding]:
    """The browser of the journeys: the system itself needs none."""
    try:
        found = browser.find()
    except InstallFailed as failure:
        yield Finding(NOTE, f"browser for tests: {failure}")
        return
    if found is not None:
        yield Finding(GOOD, f"browser for tests: {found.program}")
    elif browser.can_be_installed():
        yield Finding(NOTE, "no browser for tests: `make journeys` installs one (about 70 MB)")
    else:
        yield Finding(NOTE, f"journeys cannot run: {browser.ADVICE}")


def npm_registry(_: Path) -> Iterator[Finding]:
    """Can packages of the screens be fetched? Only a note, as for the jars."""
    try:
        wanted = node.pinned_pnpm()
        node.npm("view", f"{wanted.name}@{wanted.version}", "version", doing="asking for pnpm")
    except InstallFailed as failure:
        yield Finding(NOTE, str(failure))
    else:
        yield Finding(GOOD, "the npm registry answers")


def registries(_: Path) -> Iterator[Finding]:
    """Can parts be fetched? Only a note: what is installed runs without a network."""
    address = f"{install.base_address()}/{lock.part('zipkin')[0].address}.sha1"
    try:
        urllib.request.urlopen(address, timeout=NETWORK_S).close()  # noqa: S310 - base is a setting
    except (urllib.error.URLError, TimeoutError, OSError) as error:
        cause = getattr(error, "reason", error)
        yield Finding(
            NOTE,
            f"cannot reach the Maven repository ({cause}); to install, set VITRAZH_MAVEN_BASE or"
            " https_proxy",
        )
    else:
        yield Finding(GOOD, "the Maven repository answers")


def disk(root: Path) -> Iterator[Finding]:
    """Space where the run's data lie."""
    place = next(parent for parent in (root, *root.parents) if parent.exists())
    free = shutil.disk_usage(place).free // 2**20
    if free < RUN_MB:
        yield Finding(BAD, f"disk full: {free} MB free, {RUN_MB} MB needed to run")
    elif free < INSTALL_MB:
        yield Finding(NOTE, f"{free} MB free: enough to run, {INSTALL_MB} MB needed to install")
    else:
        yield Finding(GOOD, f"{free} MB of disk free")


def memory(_: Path) -> Iterator[Finding]:
    """Free memory."""
    free = psutil.virtual_memory().available // 2**20
    if free < MEMORY_MB:
        yield Finding(BAD, f"{free} MB of memory free, {MEMORY_MB} MB needed")
    elif free < MEMORY_TESTS_MB:
        yield Finding(NOTE, f"{free} MB of memory free: tests beside a running system need more")
    else:
        yield Finding(GOOD, f"{free} MB of memory free")


def folder(root: Path) -> Iterator[Finding]:
    """The run's folder: writable, whose, its path."""
    place = next(parent for parent in (root, *root.parents) if parent.exists())
    if not os.access(place, os.W_OK | os.X_OK):
        yield Finding(BAD, f"{place} is closed to this user: it cannot hold the data")
    data = root / "postgres" / "data"
    if data.exists() and os.access(data, os.R_OK) and data.stat().st_mode & 0o077:
        yield Finding(BAD, f"{data} is open to other users: `chmod 700` it")
    if not str(root).isascii():
        yield Finding(NOTE, "the path has other than Latin letters: supported, only logs look odd")
    if len(str(root).encode()) > LONG_PATH_BYTES:
        yield Finding(NOTE, "the path is long: supported, no sockets are made in it")
    if os.pathsep in str(paths.tools()):
        yield Finding(BAD, f"the path has a '{os.pathsep}': Java cannot find its parts there")


def port_numbers(root: Path) -> Iterator[Finding]:
    """Usual ports that others hold; the start then takes free ones."""
    now = state.read(root)
    if now and now.alive():
        return
    usual = {server.name: server.usual_port for server in (Postgres, Kafka, Valkey, Zipkin)}
    usual |= {"mail": MailSandbox.usual_port, "mail page": MailSandbox.usual_side_port}
    usual |= {"sms": SmsEmulator.usual_port}
    usual |= {process.name: process.usual_port for process in TOGETHER.processes}
    taken = {name: port for name, port in usual.items() if not ports.is_free(port)}
    for name, port in taken.items():
        yield Finding(NOTE, f"port {port} ({name}) is held by {_who(port)}: another is taken")
    if not taken:
        yield Finding(GOOD, "all usual ports are free")


def _who(port: int) -> str:
    try:
        for one in psutil.net_connections("tcp"):
            if one.laddr and one.laddr.port == port and one.status == "LISTEN" and one.pid:
                return f"{psutil.Process(one.pid).name()} (process {one.pid})"
    except (OSError, psutil.Error):
        pass
    return "another program"


def run_state(root: Path) -> Iterator[Finding]:
    """Does it run, or did a run end badly?"""
    now = state.read(root)
    if now and now.alive():
        yield Finding(GOOD, f"the system runs (supervisor: process {now.pid}, {now.phase})")
        return
    for held in sorted(root.glob("*.lock")) + sorted(root.glob("*/data.lock")):
        descriptor = try_lock(held)
        if descriptor is not None:
            os.close(descriptor)
            continue
        names = ", ".join(f"{one.name()} (process {one.pid})" for one in holders(held)[:2])
        yield Finding(
            NOTE,
            f"{held.parent} is held by {names or 'an unknown process'}:"
            " left by a killed run; `make down` or `make up` ends it",
        )
    yield Finding(GOOD, "the system does not run")
