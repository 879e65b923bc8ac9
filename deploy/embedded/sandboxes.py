"""The mail sandbox and the SMS emulator as servers of a set."""

import urllib.request
from collections.abc import Mapping, Sequence

from deploy.embedded import paths, ports
from deploy.embedded.ports import HOST
from deploy.embedded.server import Server


class PythonServer(Server):
    """A server that is a module of this package, run by our own interpreter."""

    start_limit_s = 30.0
    grace_s = 3.0
    port_taken = ("address already in use",)
    reasons = ("address already in use", r"^\w*(Error|Exception)\b")

    def env(self) -> Mapping[str, str]:
        """Let the module be found wherever the folder is."""
        return {"PYTHONPATH": str(paths.REPO), "PYTHONUNBUFFERED": "1"}

    def healthy(self, port: int) -> bool:
        """Ask the page's health address."""
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/health", timeout=2) as answer:
                return bool(answer.status == 200)  # noqa: PLR2004 - HTTP
        except OSError:
            return False


class MailSandbox(PythonServer):
    """SMTP on `port`, the page on `side_port`."""

    name = "mail"
    usual_port = 1025
    usual_side_port = 8025

    @property
    def url(self) -> str:
        """Give the address of the page."""
        return f"http://{HOST}:{self.side_port}"

    def command(self) -> Sequence[str]:
        """Give the start line."""
        return [
            *(paths.python(), "-m", "deploy.embedded.mail_sandbox"),
            *("--folder", str(self.folder / "data")),
            *("--smtp-port", str(self.port), "--http-port", str(self.side_port)),
        ]

    def ready(self) -> bool:
        """Wait for both doors."""
        return self.healthy(self.side_port) and ports.answers(self.port)


class SmsEmulator(PythonServer):
    """The provider's API and its page on one port."""

    name = "sms"
    usual_port = 8026

    @property
    def url(self) -> str:
        """Give the address of the API and the page."""
        return f"http://{HOST}:{self.port}"

    def command(self) -> Sequence[str]:
        """Give the start line."""
        return [
            *(paths.python(), "-m", "deploy.embedded.sms_emulator"),
            *("--folder", str(self.folder / "data"), "--port", str(self.port)),
        ]

    def ready(self) -> bool:
        """Ask it."""
        return self.healthy(self.port)
