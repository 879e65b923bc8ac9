"""A process of the process table as a server: its environment, health page and last words."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path

from deploy.embedded import paths
from deploy.embedded.ports import HOST
from deploy.embedded.processes import Process
from deploy.embedded.server import REASON_LENGTH, Server

RAISED = re.compile(r"^[\w.]*(Error|Exception|Missing\w*|Refused|Exit|Interrupt)\b.*")
OK = 200


class Service(Server):
    """One of our own processes; `told` is its environment, given before the start."""

    # A service ends in order within 30 s: open requests, consumers, the relay last.
    grace_s = 32.0
    port_taken = ("address already in use",)

    def __init__(self, root: Path, spec: Process, *, prefer_usual_port: bool) -> None:
        self.name = spec.name
        self.usual_port = spec.usual_port
        super().__init__(root, prefer_usual_port=prefer_usual_port)
        self.spec = spec
        self.told: dict[str, str] = {}

    @property
    def url(self) -> str:
        """Give the address of its API."""
        return f"http://{HOST}:{self.port}"

    def command(self) -> Sequence[str]:
        """Give the start line of the table."""
        return self.spec.command()

    def workdir(self) -> Path:
        """Give the checkout: modules are found there."""
        return paths.REPO

    def env(self) -> Mapping[str, str]:
        """Give what the table tells it, with the port that was chosen."""
        common = {"PYTHONPATH": str(paths.REPO), "PYTHONUNBUFFERED": "1"}
        return common | self.told | {"VITRAZH_HTTP_PORT": str(self.port)}

    @property
    def _health(self) -> str:
        return f"{HOST}:{self.port}/health/ready"

    def ready(self) -> bool:
        """Ask /health/ready."""
        try:
            with urllib.request.urlopen(f"http://{self._health}", timeout=3) as answer:
                return bool(answer.status == OK)
        except (OSError, ValueError):
            return False

    def unready_reason(self) -> str:
        """Give what /health/ready names as missing, or nothing."""
        try:
            urllib.request.urlopen(f"http://{self._health}", timeout=3).close()
        except urllib.error.HTTPError as error:
            return error.read(REASON_LENGTH).decode("utf-8", "replace").strip()
        except (OSError, ValueError):
            return ""
        return ""

    def why(self) -> str:
        """Say what the health page misses, else what the log says."""
        return self.unready_reason() or super().why()

    def last_error(self) -> str:
        """Find the last error among its JSON lines, or the last exception of a traceback."""
        for line in reversed(self.said().splitlines()):
            text = line.strip()
            if text.startswith("{"):
                words = _error_of(text)
                if words:
                    return words[:REASON_LENGTH]
            elif RAISED.match(text) or text.startswith(("ERROR", "CRITICAL")):
                return text[:REASON_LENGTH]
        return ""


def _error_of(line: str) -> str:
    try:
        entry = json.loads(line)
    except ValueError:
        return ""
    if not isinstance(entry, dict) or entry.get("level") not in {"error", "critical"}:
        return ""
    raised = str(entry.get("exception", "")).strip().splitlines()
    return f"{entry.get('event', '')}{': ' + raised[-1] if raised else ''}"
