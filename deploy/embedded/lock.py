"""The committed list of jars: which files, with which sums; no addresses."""

import platform
from dataclasses import dataclass
from pathlib import Path

from deploy.embedded.errors import InstallFailed

LOCK = Path(__file__).with_name("jars.lock")
FIELDS = 5


@dataclass(frozen=True)
class Jar:
    """One line of the lock; `classifier` is '-' when there is none."""

    part: str
    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def file_name(self) -> str:
        """Give the name that the repository and our folder use."""
        tail = "" if self.classifier == "-" else f"-{self.classifier}"
        return f"{self.artifact}-{self.version}{tail}.jar"

    @property
    def address(self) -> str:
        """Give the path below a Maven repository's base address."""
        group = self.group.replace(".", "/")
        return f"{group}/{self.artifact}/{self.version}/{self.file_name}"


def read(lock: Path = LOCK) -> list[Jar]:
    """Read the lock; raises InstallFailed on a line that is no jar."""
    jars: list[Jar] = []
    part = ""
    for number, raw in enumerate(lock.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.split("#", 1)[0].strip()
        if not line:
            continue
        if line.startswith("[") and line.endswith("]"):
            part = line[1:-1]
            continue
        fields = line.split()
        if len(fields) != FIELDS or not part:
            reason = f"{lock.name}, line {number}: expected group artifact version classifier sum"
            raise InstallFailed(reason)
        jars.append(Jar(part, *fields))
    return jars


def platform_name(system: str | None = None, machine: str | None = None) -> str:
    """Name this machine as the PostgreSQL artifacts do.

    Raises InstallFailed where no server binaries are published.
    """
    system = (system or platform.system()).lower()
    machine = (machine or platform.machine()).lower()
    chip = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64v8", "arm64": "arm64v8"}
    if system not in {"linux", "darwin"} or machine not in chip:
        reason = (
            f"no server binaries for {system} on {machine}: the embedded start knows Linux and"
            " macOS on x86-64 and arm64; use docker compose"
        )
        raise InstallFailed(reason)
    return f"{system}-{chip[machine]}"


def wanted(jars: list[Jar], machine: str) -> list[Jar]:
    """Keep what this machine needs: everything but the other platforms' PostgreSQL."""
    return [jar for jar in jars if jar.part != "postgres" or jar.artifact.endswith(f"-{machine}")]


def part(name: str) -> list[Jar]:
    """Give the jars of one part for this machine."""
    return [jar for jar in wanted(read(), platform_name()) if jar.part == name]
